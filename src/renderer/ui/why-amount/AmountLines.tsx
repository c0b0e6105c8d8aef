import type { ReactNode } from 'react';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import { articleWords } from '../../lib/format/article-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Money } from '../Figures.tsx';
import '../data-table.css';
import './why-amount.css';

export interface AmountLine {
  readonly amount: Halalas;
  readonly article?: string;
  readonly personName?: string | null;
  readonly text: { readonly ar: string; readonly en: string };
}

/** Lines that add up, each in words that can be read aloud and with the article on which it rests. */
export function AmountLines({
  label,
  lines,
  start,
  total,
}: {
  label: string;
  lines: readonly AmountLine[];
  /** What the lines begin from; none where they begin from nothing. */
  start?: { readonly label: ReactNode; readonly amount: Halalas };
  /** What they add up to. */
  total: { readonly label: ReactNode; readonly amount: Halalas };
}) {
  const t = useT();
  return (
    <table className="tbl why-lines" aria-label={label}>
      <tbody>
        {start !== undefined && (
          <tr className="why-start">
            <th scope="row">{start.label}</th>
            <td className="num">
              <Money amount={start.amount} />
            </td>
          </tr>
        )}
        {lines.map(({ text, article = '', amount, personName = null }, index) => (
          <tr key={index}>
            <th scope="row">
              <span>{t.language === 'ar' ? text.ar : text.en}</span>
              {personName !== null && (
                <>
                  {t.language === 'ar' ? '، ' : ', '}
                  <bdi className="second">{personName}</bdi>
                </>
              )}
              {article !== '' && (
                <>
                  {' '}
                  <span className="cap muted nowrap">{articleWords(t, article)}</span>
                </>
              )}
            </th>
            <td className="num">
              <Money amount={amount} signed />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{total.label}</th>
          <td className="num">
            <Money amount={total.amount} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
