import type { BadRowDto } from '../../../contract/government-records.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';

/** Rows of a batch that could not be read, each by line and column. */
export function BadRows({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const t = useT();
  const found = useApiQuery(['governmentRecords', 'badRows', batchId], () =>
    api.governmentRecords.badRows({ batchId }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="m"
      title={t('governmentRecords.badRows')}
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('ui.back')}</Button>
        </>
      }
    >
      {found.error !== null && <ErrorState error={found.error} onRetry={found.refetch} />}
      {found.data === undefined ? <Skeleton lines={4} /> : <BadRowTable rows={found.data} />}
    </Dialog>
  );
}

export function BadRowTable({ rows }: { rows: readonly BadRowDto[] }) {
  const t = useT();
  return (
    <>
      <Notice tone="warning">{t('governmentRecords.badRowsText')}</Notice>
      <div className="gov-bad">
        <table className="tbl dense" aria-label={t('governmentRecords.badRows')}>
          <thead>
            <tr>
              <th>{t('governmentRecords.line')}</th>
              <th>{t('governmentRecords.column')}</th>
              <th>{t('governmentRecords.value')}</th>
              <th>{t('governmentRecords.fault')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.line} ${row.column} ${row.code}`}>
                <td>
                  <Num>{row.line}</Num>
                </td>
                <td>{t(`governmentRecords.column.${row.column}`)}</td>
                <td>
                  <bdi className="ell">{row.value}</bdi>
                </td>
                <td>{t(`governmentRecords.row.${row.code}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
