import { useMemo, useState } from 'react';
import type { TimelineItem } from '../../../contract/registry.ts';
import { isIsoMonth } from '../../../domain/shared/iso-date.ts';
import { riyadhClock } from '../../lib/format/dates.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { hrefOf } from '../../lib/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Code } from '../../ui/Chip.tsx';
import { DateText, InstantText, Money, monthName, Num } from '../../ui/Figures.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pills } from '../../ui/Tabs.tsx';
import { bankName } from '../../lib/format/bank-name.ts';

type Kind = TimelineItem['kind'];
type Shown = Kind | 'all';

const KINDS = ['payment', 'complaint', 'objection', 'letter', 'registry'] as const;
const STEP = 60;

/** What the record knows by its day alone. */
const DAYS_ONLY: Readonly<Record<string, true>> = { 'registry.accountHeld': true };

const ICONS: Readonly<Record<Kind, IconName>> = {
  payment: 'payments',
  complaint: 'complaint',
  objection: 'objection',
  letter: 'letter',
  registry: 'person',
};

/** Everything that happened, the newest first, of one kind or of all. */
export function TimeLine({ timeline }: { timeline: readonly TimelineItem[] }) {
  const t = useT();
  const [kind, setKind] = useState<Shown>('all');
  const [limit, setLimit] = useState(STEP);
  const counts = useMemo(() => {
    const found = new Map<Kind, number>();
    for (const item of timeline) found.set(item.kind, (found.get(item.kind) ?? 0) + 1);
    return found;
  }, [timeline]);
  const items = kind === 'all' ? timeline : timeline.filter((item) => item.kind === kind);
  const shown = items.slice(0, limit);

  return (
    <Panel className="per-line" title={t('registry.timeline')} flush fill pane>
      <div className="per-kinds">
        <Pills<Shown>
          label={t('registry.timelineKinds')}
          items={[
            { id: 'all', label: t('registry.line.all') },
            ...KINDS.filter((known) => counts.has(known) || known === kind).map((known) => ({
              id: known,
              label: t(`registry.line.${known}`),
              count: counts.get(known) ?? 0,
            })),
          ]}
          selected={kind}
          onSelect={(chosen) => {
            setKind(chosen);
            setLimit(STEP);
          }}
        />
      </div>
      <div className="per-events">
        {shown.length === 0 && <p className="per-none">{t('registry.noEventsOfKind')}</p>}
        <ol>
          {shown.map((item, index) => (
            <TimeLineEvent key={`${item.at}-${item.code}-${index}`} item={item} />
          ))}
        </ol>
        {items.length > shown.length && (
          <Button size="s" variant="quiet" block onPress={() => setLimit(limit + STEP)}>
            {t('registry.showMore', { n: Math.min(STEP, items.length - shown.length) })}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function TimeLineEvent({ item }: { item: TimelineItem }) {
  const t = useT();
  const { officerName, reasonCode, reversed, maskedIban, bankCode } = item.details;
  const words = t.maybe(`registry.event.${item.code}`);
  return (
    <li className={reversed === 1 ? 'undone' : ''}>
      <span className={`per-dot ${item.kind}`}>
        <Icon name={ICONS[item.kind]} size={14} />
      </span>
      <div className="per-event-1">
        <span className="per-words">
          {words ?? <Code>{item.code}</Code>} <Ref item={item} />
        </span>
        {typeof reasonCode === 'string' && <Code>{reasonCode}</Code>}
        {reversed === 1 && (
          <Chip icon="undo" plain>
            {t('registry.reversed')}
          </Chip>
        )}
        <span className="sp" />
        {item.amount !== null && showsAmount(item) && <Money amount={item.amount} />}
      </div>
      <div className="per-event-2">
        {item.code in DAYS_ONLY ? (
          <DateText date={riyadhClock(item.at).date} />
        ) : (
          <InstantText instant={item.at} />
        )}
        {typeof officerName === 'string' && <span className="ell">{officerName}</span>}
        {typeof maskedIban === 'string' && <Num>{maskedIban}</Num>}
        {typeof bankCode === 'string' && <span className="ell">{bankName(t, bankCode)}</span>}
      </div>
    </li>
  );
}

function Ref({ item }: { item: TimelineItem }) {
  const t = useT();
  if (item.ref === null) return null;
  const text = refWords(t, item.ref);
  const href = hrefOfItem(item);
  if (href === null) return text;
  return (
    <a href={href} className="nowrap">
      {text}
    </a>
  );
}

function refWords(t: Translate, ref: string) {
  return isIsoMonth(ref) ? monthName(t, ref) : <Num>{ref}</Num>;
}

function hrefOfItem({ kind, refId }: TimelineItem): string | null {
  if (refId === null) return null;
  switch (kind) {
    case 'payment':
      return hrefOf('payments', refId);
    case 'complaint':
      return hrefOf('complaints', refId);
    case 'objection':
      return hrefOf('objections', refId);
    case 'letter':
      return hrefOf('letters', refId);
    case 'registry':
      return null;
  }
}

/** A complaint's events all carry what it claims; once, where it was filed, is enough. */
function showsAmount({ kind, code }: TimelineItem): boolean {
  return kind !== 'complaint' || code === 'complaint.filed';
}
