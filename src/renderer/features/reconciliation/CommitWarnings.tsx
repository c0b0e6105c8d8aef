import { ACKNOWLEDGED_WARNINGS } from '../../../contract/reconciliation.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

export type Acknowledged = (typeof ACKNOWLEDGED_WARNINGS)[number];

/** Those among the codes that a file is not committed in spite of without an officer's word. */
export const toAcknowledge = (codes: readonly string[]): Acknowledged[] =>
  ACKNOWLEDGED_WARNINGS.filter((code) => codes.includes(code));

/** Names what the officer was warned of, and commits only after he has said that he wants it all the same. */
export function CommitWarnings({
  warnings,
  fileName,
  lines,
  isBusy,
  onClose,
  onConfirm,
}: {
  /** Empty while nothing is asked. */
  warnings: readonly Acknowledged[];
  fileName: string;
  lines: number;
  isBusy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const t = useT();
  return (
    <ConfirmDialog
      isOpen={warnings.length > 0}
      onClose={onClose}
      title={t('reconciliation.warnedTitle', { name: fileName })}
      consequences={[
        ...warnings.map((code) => ({
          icon: 'alert' as const,
          text: t(`reconciliation.warning.${code}`),
        })),
        { icon: 'doc' as const, text: t('reconciliation.warnedRecord') },
      ]}
      confirmLabel={t('reconciliation.commitAnyway', {
        count: t('reconciliation.lines', { n: lines }),
      })}
      isDanger
      isBusy={isBusy}
      onConfirm={onConfirm}
    />
  );
}
