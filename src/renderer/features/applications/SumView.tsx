import type { Calculation } from '../../../domain/entitlement/calculation.ts';
import { REASON_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import { articleWords } from '../../lib/format/article-words.ts';
import { monthName } from '../../lib/format/date-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** A sum with its lines, each with its article, in words that can be read aloud; they add up to the pension. */
export function SumView({ month, calculation }: { month: IsoMonth; calculation: Calculation }) {
  const t = useT();
  const { eligible, pension, lines, reasons } = calculation;
  return (
    <>
      <p className="app-result">
        <StatusChip family="eligibility" status={eligible ? 'eligible' : 'ineligible'} />
        <span className="second small">
          {t('applications.sumOf', { month: monthName(t, month) })}
        </span>
        <span className="sp" />
        <b className="app-pension">
          <Money amount={pension} unit />
        </b>
      </p>
      {reasons.length > 0 && (
        <ul className="app-grounds">
          {reasons.map((reason) => (
            <li key={reason}>
              <Icon name="xc" size={14} />
              <span>
                {REASON_WORDS[reason].text[t.language]}{' '}
                <span className="cap muted nowrap">
                  {articleWords(t, REASON_WORDS[reason].article)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <table className="tbl dense app-lines">
        <thead>
          <tr>
            <th>{t('applications.line')}</th>
            <th>{t('applications.article')}</th>
            <th className="num">{t('ui.sar')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${line.code}-${line.person ?? ''}-${index}`}>
              <td>{line.text[t.language]}</td>
              <td className="second nowrap">{articleWords(t, line.article)}</td>
              <td className="num">
                <Money amount={line.amount} signed />
              </td>
            </tr>
          ))}
          <tr className="sum">
            <td>{t('applications.pension')}</td>
            <td />
            <td className="num">
              <Money amount={pension} />
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
