import { useMemo } from 'react';
import { api } from '../../lib/client.ts';
import { bankName } from '../../lib/format/bank-name.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Code } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Choices.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { FacetChip } from '../../ui/Tabs.tsx';
import { exceptionsExport, followUpsExport } from './export-requests.ts';
import { askedOf, openQueue, setDesk, useDesk } from './reconciliation-store.ts';

const ALL = 'all';

/** What the list shows, what it is narrowed to, and the way to a spreadsheet and to the pictures. */
export function ListHead({ cycleId, total }: { cycleId: string | undefined; total: number }) {
  const t = useT();
  const desk = useDesk();
  const { queue, isDue, bankCode, status } = desk;
  const title = isDue
    ? t('workbench.due')
    : queue === null
      ? t('reconciliation.all')
      : t(`workbench.action.${queue.action}`);
  const banks = useBanks(cycleId);
  return (
    <header className="rec-list-head">
      <h2>{title}</h2>
      <span className="small muted nowrap">{t('workbench.count', { n: total })}</span>
      {queue !== null && queue.sort !== null && (
        <FacetChip
          label={t('workbench.code')}
          value={
            queue.sort.reasonCode === null ? (
              t(`status.exception.${queue.sort.kind}`)
            ) : (
              <Code>{queue.sort.reasonCode}</Code>
            )
          }
          onClear={() => openQueue({ action: queue.action, sort: null }, status)}
        />
      )}
      <span className="sp" />
      <Select
        label={t('workbench.bank')}
        hideLabel
        className="rec-bank"
        options={[
          { value: ALL, label: t('workbench.allBanks') },
          ...banks.map((code) => ({ value: code, label: bankName(t, code) })),
        ]}
        value={bankCode ?? ALL}
        onChange={(chosen) =>
          setDesk({ bankCode: chosen === ALL ? null : chosen, selected: new Map() })
        }
      />
      {isDue && <ExportButton label={t('exports.followUps')} request={() => followUpsExport(t)} />}
      <ExportButton
        label={t('exports.exceptions')}
        request={() => exceptionsExport(t, askedOf(desk, cycleId))}
        isDisabled={total === 0}
      />
      <IconButton
        size="s"
        icon="report"
        keys="P"
        label={t('workbench.pictures')}
        onPress={() => setDesk({ view: 'pictures' })}
      />
    </header>
  );
}

/** The banks that the cycle pays through, by their share. */
export function useBanks(cycleId: string | undefined): readonly string[] {
  const found = useApiQuery(
    ['reconciliation', 'pictures', cycleId],
    () => api.reconciliation.pictures({ cycleId: cycleId ?? '' }),
    { enabled: cycleId !== undefined, keepPrevious: true },
  );
  return useMemo(
    () => (found.data?.banks ?? []).map(({ bankCode }) => bankCode),
    [found.data?.banks],
  );
}
