import type { InputOf } from '../../../../contract/api.ts';
import { refuse } from '../../../../domain/shared/result.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { Num } from '../../../ui/Figures.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Message } from '../../../ui/Message.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { skippedWords } from './batch-words.ts';

type Chosen = InputOf<'letterBatches.preview'>;

/** How many letters a start would issue now; null while that is not known. */
export function useBatchCount(chosen: Chosen | null) {
  const wanted = chosen === null ? null : JSON.stringify(chosen);
  const asked = useSettled(wanted, 250);
  const isCurrent = asked === wanted;
  const found = useApiQuery(
    ['letterBatches', 'preview', asked],
    async () => (chosen === null ? refuse('CANCELLED') : api.letterBatches.preview(chosen)),
    { enabled: chosen !== null && isCurrent, keepPrevious: true },
  );
  return {
    found: asked === null ? undefined : found.data,
    error: asked === null ? null : found.error,
    isKnown: chosen !== null && isCurrent && !found.isFetching && found.data !== undefined,
  };
}

/** The count before anything is issued, whom it leaves out and why, and the first of the list. */
export function BatchCount({ count }: { count: ReturnType<typeof useBatchCount> }) {
  const t = useT();
  const { found, error } = count;
  if (error !== null) return <RefusalNotice error={error} />;
  if (found === undefined) return <p className="small muted">{t('letterBatches.chooseFirst')}</p>;
  return (
    <section className="bat-count" aria-live="polite" aria-label={t('letterBatches.countTitle')}>
      <p className="bat-number">
        <Num>{found.toIssue}</Num> <span>{t('letterBatches.letters', { n: found.toIssue })}</span>
      </p>
      {found.excluded.length > 0 && (
        <ul className="cons">
          {found.excluded.map(({ reason, count: people }) => (
            <li key={reason}>
              <Icon name="ban" size={14} />
              <span>
                <Message
                  id="letterBatches.excluded"
                  values={{ people: <Num>{people}</Num>, why: skippedWords(t, reason) }}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {found.first.length > 0 && (
        <ol className="bat-first">
          {found.first.map(({ beneficiaryId, name, maskedNationalId, caseNumber }) => (
            <li key={`${beneficiaryId}-${caseNumber}`}>
              <bdi className="ell">{name}</bdi>
              <Num className="muted">{maskedNationalId}</Num>
              <Num className="muted">{caseNumber}</Num>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
