import type { RecordPreviewDto } from '../../../contract/government-records.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { InstantText, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Notice } from '../../ui/States.tsx';
import { BadRowTable } from './BadRows.tsx';

/** What committing a list would keep; nothing has changed yet. */
export function PreviewTable({ preview }: { preview: RecordPreviewDto }) {
  const t = useT();
  const { importedAt, badRowCount, badRows, counts, agreed, rows } = preview;
  return (
    <div className="gov-form">
      {importedAt !== null && (
        <Notice tone="danger">
          <Message
            id="governmentRecords.importedBefore"
            values={{ at: <InstantText instant={importedAt} /> }}
          />
        </Notice>
      )}
      <p className="gov-sums">
        <bdi>{preview.fileName}</bdi>
        <span>{t('governmentRecords.rows', { n: rows })}</span>
        <span className="t-success">
          {t('governmentRecords.agreed')} <Num>{agreed}</Num>
        </span>
        {badRowCount > 0 && (
          <span className="t-danger">
            {t('governmentRecords.bad')} <Num>{badRowCount}</Num>
          </span>
        )}
      </p>
      {counts.length > 0 && (
        <table className="tbl dense gov-counts" aria-label={t('governmentRecords.differences')}>
          <tbody>
            {counts.map(({ field, outcome, count }) => (
              <tr key={`${field} ${outcome}`}>
                <td>{t(`governmentRecords.field.${field}`)}</td>
                <td>{t(`governmentRecords.outcome.${outcome}`)}</td>
                <td className="num">
                  <Num>{count}</Num>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {badRows.length > 0 && <BadRowTable rows={badRows} />}
    </div>
  );
}
