import type { ReactNode } from 'react';
import type { PreviewDto } from '../../../contract/reconciliation.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FileSteps } from './FileSteps.tsx';
import { FileWarnings } from './FileWarnings.tsx';

/** What committing the file would do: how its lines match, what becomes of the payments, what stays open. */
export function FilePreview({ preview, actions }: { preview: PreviewDto; actions: ReactNode }) {
  const t = useT();
  const { file, matched, advances, exceptions, unchanged, warnings } = preview;
  const open = exceptions.reduce((sum, { count }) => sum + count, 0);
  // What is rejected or returned is told by the payments that advance to it.
  const others = exceptions.filter(({ kind }) => kind !== 'rejected' && kind !== 'returned');
  return (
    <>
      <div className="rec-line">
        <Icon name="doc" />
        <b>
          <bdi className="ell">{file.fileName}</bdi>
        </b>
        <span className="muted small">
          <bdi>{[file.kind, file.messageVersion].filter(Boolean).join('.')}</bdi>{' '}
          {t('reconciliation.lines', { n: file.lines })} · <Money amount={preview.amount} unit />
        </span>
        <span className="sp" />
        <FileSteps current={1} />
      </div>
      <div className="rec-line">
        {matched.map(({ rule, count }) => (
          <span key={rule} className="small nowrap">
            <Icon name="link" size={14} className="t-success" />
            <b>
              <Num>{count}</Num>
            </b>{' '}
            {t(`reconciliation.matched.${rule}`)}
          </span>
        ))}
        {unchanged > 0 && (
          <span className="small muted nowrap">
            <Num>{unchanged}</Num> {t('reconciliation.unchanged')}
          </span>
        )}
        {open === 0 ? (
          <span className="small nowrap t-success">
            <Icon name="checkc" size={14} />
            {t('reconciliation.noExceptions')}
          </span>
        ) : (
          <span className="small nowrap t-warning">
            <Icon name="alert" size={14} />
            <b>{t('workbench.count', { n: open })}</b>
          </span>
        )}
        <span className="sp" />
        {actions}
      </div>
      {advances.length + others.length > 0 && (
        <div className="rec-line rec-effect">
          {advances.map(({ status, count, amount }) => (
            <span key={status} className="small nowrap">
              <StatusChip family="payment" status={status} plain />{' '}
              <b>
                <Num>{count}</Num>
              </b>{' '}
              <span className="muted">
                <Money amount={amount} />
              </span>
            </span>
          ))}
          {others.map(({ kind, count }) => (
            <span key={kind} className="small nowrap">
              <StatusChip family="exception" status={kind} plain />{' '}
              <b>
                <Num>{count}</Num>
              </b>
            </span>
          ))}
        </div>
      )}
      <FileWarnings warnings={warnings} />
    </>
  );
}
