import type { ReadTableDto } from '../../../../contract/table-mappings.ts';
import { errorWords } from '../../../lib/error-words.ts';
import { formatMoney, parseMoney } from '../../../lib/format/money.ts';
import { useT, type Translate } from '../../../lib/i18n/use-t.ts';
import { DateText, Num } from '../../../ui/Figures.tsx';

/** The first rows as the mapping reads them, faults named. */
export function MappingPreview({ table }: { table: ReadTableDto }) {
  const t = useT();
  if (table.rows.length === 0) return <p className="small muted">{t('mappings.asReadNone')}</p>;
  return (
    <div className="map-preview">
      <table className="tbl dense" aria-label={t('mappings.asRead')}>
        <thead>
          <tr>
            <th>{t('mappings.line')}</th>
            <th>{t('mappings.reference')}</th>
            <th className="num">{t('mappings.amount')}</th>
            <th>{t('mappings.says')}</th>
            <th>{t('mappings.reason')}</th>
            <th>{t('mappings.date')}</th>
            <th>{t('mappings.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.line}>
              <td>
                <Num>{row.line}</Num>
              </td>
              <td>
                <bdi>{row.endToEndId ?? ''}</bdi>
              </td>
              <td className="num">
                <Num>{amountWords(t, row.amount)}</Num>
              </td>
              <td>{row.reported === null ? '' : t(`mappings.reported.${row.reported}`)}</td>
              <td>
                <bdi>{row.reasonCode ?? ''}</bdi>
              </td>
              <td>{row.bookedOn !== null && <DateText date={row.bookedOn} />}</td>
              <td className={row.problem === null ? '' : 't-danger'}>{remark(t, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** An amount in riyals as everywhere; what is none stands as it was read. */
function amountWords(t: Translate, amount: string | null): string {
  const read = amount === null ? null : parseMoney(amount);
  return read === null ? (amount ?? '') : formatMoney(read, t.digits);
}

function remark(t: Translate, { problem, detail, line }: ReadTableDto['rows'][number]): string {
  if (problem === null) return '';
  const own = t.maybe(`mappings.row.${problem}`, { value: detail ?? '' });
  return own ?? errorWords(t, { code: problem, details: { detail: detail ?? '', line } });
}
