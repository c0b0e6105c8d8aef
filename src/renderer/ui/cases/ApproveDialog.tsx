import type { ReactNode } from 'react';
import type { Refusal } from '../../../domain/shared/result.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { ConfirmDialog, type ConfirmDialogProps } from '../Dialog.tsx';
import { ActionRefused } from './ActionRefused.tsx';
import { ConfirmKey } from './ConfirmKey.tsx';

export interface ApproveDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A question that names what is approved. */
  readonly title: ReactNode;
  /** Whose proposal it is; null where a list of many is approved. */
  readonly proposedBy: string | null;
  /** What he wrote for it. */
  readonly children?: ReactNode;
  readonly consequences: ConfirmDialogProps['consequences'];
  /** What the button says; "approve" without it. */
  readonly confirmLabel?: ReactNode;
  readonly onConfirm: () => void;
  readonly isBusy: boolean;
  readonly isDanger?: boolean | undefined;
  readonly error: Refusal | null;
}

/** The second officer sees whose proposal it is and what follows before he approves; Ctrl Enter approves. */
export function ApproveDialog({
  proposedBy,
  children,
  confirmLabel,
  error,
  ...props
}: ApproveDialogProps) {
  const t = useT();
  return (
    <ConfirmDialog {...props} confirmLabel={confirmLabel ?? t('cases.approve')} keys="Ctrl+Enter">
      <ConfirmKey run={props.isBusy ? () => undefined : props.onConfirm} />
      {proposedBy !== null && t('cases.approveProposedBy', { name: proposedBy })}
      {children}
      <ActionRefused error={error} />
    </ConfirmDialog>
  );
}
