import type { OutputOf } from '../../../contract/api.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { groundWords } from './run-words.ts';

type Shown = OutputOf<'entitlement.run'>;

/** What the list beside shows: the changes of one cause, or what is to be settled of one kind. */
export interface Opened {
  readonly list: 'changes' | 'obstacles';
  readonly code: string | null;
  readonly reason: string | null;
}

export function openedOf(query: Readonly<Record<string, string>>): Opened {
  const { obstacle, cause = null, reason = null } = query;
  if (obstacle !== undefined)
    return { list: 'obstacles', code: obstacle === 'all' ? null : obstacle, reason: null };
  return { list: 'changes', code: cause, reason };
}

function hrefOfOpened(runId: string, { list, code, reason }: Opened): string {
  if (list === 'obstacles') return hrefOf('entitlement', runId, { obstacle: code ?? 'all' });
  return hrefOf('entitlement', runId, {
    ...(code === null ? {} : { cause: code }),
    ...(reason === null ? {} : { reason }),
  });
}

/** Changes by cause and what is to be settled, each with how many and how much; a press opens its households. */
export function RunCauses({ shown, opened }: { shown: Shown; opened: Opened }) {
  const t = useT();
  const { run, causes, obstacles } = shown;
  const moved = causes.toSorted(
    (left, right) => Math.abs(right.after - right.before) - Math.abs(left.after - left.before),
  );
  const isOpen = (one: Opened): boolean =>
    one.list === opened.list && one.code === opened.code && one.reason === opened.reason;
  const line = (
    one: Opened,
    words: string,
    count: number,
    amount: ReturnType<typeof halalas>,
    note = '',
    signed = true,
  ) => (
    <li key={`${one.list} ${one.code} ${one.reason}`}>
      <button
        type="button"
        className="run-cause"
        aria-current={isOpen(one)}
        onClick={() => navigate(hrefOfOpened(run.id, one), { replace: true })}
      >
        <span className="run-cause-name">
          <b>{words}</b>
          {note !== '' && <span className="cap second">{note}</span>}
        </span>
        <Num>{count}</Num>
        <span className={signed && amount < 0 ? 't-danger' : ''}>
          <Money amount={amount} signed={signed} />
        </span>
      </button>
    </li>
  );
  const all: Opened = { list: 'changes', code: null, reason: null };
  return (
    <section
      className="run-causes"
      aria-label={t('entitlement.changes')}
      data-pane=""
      tabIndex={-1}
    >
      <h3>{t('entitlement.changes')}</h3>
      <ul>
        {line(
          all,
          t('entitlement.all'),
          run.totals.changed,
          halalas(run.totals.pension - run.totals.before.pension),
        )}
        {moved.map(({ cause, reason, count, before, after }) =>
          line(
            { list: 'changes', code: cause, reason: reason === '' ? null : reason },
            t(`entitlement.cause.${cause}`),
            count,
            halalas(after - before),
            groundWords(t, reason),
          ),
        )}
      </ul>
      {obstacles.length > 0 && (
        <>
          <h3>
            <Icon name="alert" size={14} /> {t('entitlement.hinderedList')}
          </h3>
          <ul>
            {obstacles.map(({ kind, count, due, listed }) =>
              line(
                { list: 'obstacles', code: kind, reason: null },
                t(`entitlement.obstacle.${kind}`),
                count,
                due === 0 ? listed : due,
                '',
                false,
              ),
            )}
          </ul>
        </>
      )}
    </section>
  );
}
