import { useT, type Translate } from '../../../lib/i18n/use-t.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { InstantText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { differingFields, factWords } from './fact-fields.ts';
import { SpanText } from './FactLines.tsx';
import type { HouseholdChanges } from './use-household.ts';

type Entry = HouseholdChanges[number]['entries'][number];

const DEED_TONES = {
  begun: 'success',
  revised: 'warning',
  ended: 'neutral',
  reopened: 'info',
  removed: 'danger',
} as const;

/** Changes with who made them, on what ground, and what each put in the place of what. */
export function ChangeList({ changes }: { changes: HouseholdChanges }) {
  const t = useT();
  return (
    <ol className="hh-changes">
      {changes.map(({ no, at, officerName, source, reason, entries }) => (
        <li key={no}>
          <div className="hh-change-head">
            <b className="medium">{officerName ?? t('households.bySystem')}</b>
            <span className="muted">
              <InstantText instant={at} />
            </span>
            <Chip tone="line">{t(`households.source.${source}`)}</Chip>
          </div>
          {reason !== '' && (
            <p className="hh-because">
              <Message id="households.because" values={{ reason: <bdi>{reason}</bdi> }} />
            </p>
          )}
          <ul>
            {entries.map((entry) => (
              <ChangeEntry key={entry.record} entry={entry} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function ChangeEntry({ entry }: { entry: Entry }) {
  const t = useT();
  const { deed, before, after, personName, kind } = entry;
  const [was] = before;
  const [is] = after;
  const shown = is ?? was;
  return (
    <li>
      <Chip tone={DEED_TONES[deed]} plain>
        {t(`households.deed.${deed}`)}
      </Chip>
      <span className="hh-entry">
        <span>
          {kindWords(t, entry)}
          {shown !== undefined && (deed !== 'revised' || kind === 'person') && (
            <>
              {' '}
              <bdi className="medium">{factWords(t, shown)}</bdi>
            </>
          )}
          {kind !== 'person' && personName !== '' && <span className="muted"> {personName}</span>}
        </span>
        {deed === 'revised' &&
          was !== undefined &&
          is !== undefined &&
          differingFields(t, was, is).map(({ label, before: from, after: to }) => (
            <span key={label}>
              <Message
                id="households.changedFrom"
                values={{
                  field: label,
                  before: <bdi className="hh-was">{from}</bdi>,
                  after: <bdi className="medium">{to}</bdi>,
                }}
              />
            </span>
          ))}
        {shown !== undefined && (
          <small className="muted">
            <SpanText fact={deed === 'ended' ? (after.at(-1) ?? shown) : shown} />
          </small>
        )}
      </span>
    </li>
  );
}

function kindWords(t: Translate, { kind, subject }: Entry): string {
  if (kind !== 'person') return t(`households.kind.${kind}`);
  return t(subject === 0 ? 'households.kind.head' : 'households.kind.dependant');
}
