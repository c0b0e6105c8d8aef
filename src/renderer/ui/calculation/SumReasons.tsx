import type { Calculation } from '../../../domain/entitlement/calculation.ts';
import { REASON_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import { articleWords } from '../../lib/format/article-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Icon } from '../Icon.tsx';
import './calculation.css';

/** Why nothing is due, each reason with its article; nothing where something is. */
export function SumReasons({ reasons }: Pick<Calculation, 'reasons'>) {
  const t = useT();
  if (reasons.length === 0) return null;
  return (
    <ul className="calc-reasons" aria-label={t('calculator.reasons')}>
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
  );
}
