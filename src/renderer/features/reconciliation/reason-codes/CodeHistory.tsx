import type { ReasonCodeList } from '../../../../domain/reconciliation/reason-code.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { InstantText } from '../../../ui/Figures.tsx';

/** What the code said before each change, and who changed it. */
export function CodeHistory({ list, code }: { list: ReasonCodeList; code: string }) {
  const t = useT();
  const found = useApiQuery(['reconciliation', 'codeHistory', list, code], () =>
    api.reconciliation.reasonCodeHistory({ list, code }),
  );
  const versions = found.data ?? [];
  return (
    <section className="codes-history small">
      <h3 className="strong">{t('reasonCodes.history')}</h3>
      {versions.length === 0 ? (
        <p className="muted">{t('reasonCodes.noHistory')}</p>
      ) : (
        <ol>
          {versions.map(({ version, title, meaning, action, changedAt, changedBy }) => (
            <li key={version}>
              <span className="medium">{t('reasonCodes.version', { n: version })}</span>{' '}
              {title[t.language]}: {meaning[t.language]} · {t(`workbench.action.${action}`)}
              <span className="cap muted block">
                {changedAt === null ? (
                  t('reasonCodes.shipped')
                ) : (
                  <>
                    {changedBy} <InstantText instant={changedAt} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
