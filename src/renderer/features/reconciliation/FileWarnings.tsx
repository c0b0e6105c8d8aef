import type { PreviewDto } from '../../../contract/reconciliation.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Notice } from '../../ui/States.tsx';

type Warning = PreviewDto['warnings'][number];

/** Beyond these a table is wrong as a whole, and the officer needs no longer list to see it. */
const LISTED = 50;

/** What the officer should know before he commits; the many of one kind are one line that opens. */
export function FileWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useT();
  if (warnings.length === 0) return null;
  const wordsOf = ({ code, details }: Warning): string =>
    t.maybe(`reconciliation.warning.${code}`, details) ?? t('reconciliation.warning.other');
  return (
    <div className="rec-warnings">
      {[...Map.groupBy(warnings, ({ code }) => code)].map(([code, [first, ...more]]) => (
        <Notice key={code} tone="warning">
          {first !== undefined && wordsOf(first)}
          {more.length > 0 && (
            <details>
              <summary>{t('reconciliation.warningsMore', { n: more.length })}</summary>
              <ul>
                {more.slice(0, LISTED).map((warning, index) => (
                  <li key={index}>{wordsOf(warning)}</li>
                ))}
              </ul>
            </details>
          )}
        </Notice>
      ))}
    </div>
  );
}
