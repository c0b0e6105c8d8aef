import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { InstantText } from '../Figures.tsx';
import './cases.css';

export interface HistoryEvent {
  readonly seq: number;
  readonly words: string;
  readonly at: IsoInstant;
  readonly officerName: string | null;
  readonly note: string | null;
}

/** Everything that happened to a case, the newest first. */
export function HistoryDialog({
  isOpen,
  onClose,
  title,
  events,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  events: readonly HistoryEvent[];
}) {
  const t = useT();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      size="m"
      footer={
        <Button onPress={onClose} autoFocus>
          {t('ui.close')}
        </Button>
      }
    >
      <HistoryList events={events} />
    </Dialog>
  );
}

const LATEST = 5;

/** The latest events under the case itself; all of them in the dialog. */
export function LatestHistory({
  events,
  onAll,
}: {
  events: readonly HistoryEvent[];
  onAll: () => void;
}) {
  const t = useT();
  const latest = [...events].sort((a, b) => b.seq - a.seq).slice(0, LATEST);
  return (
    <section aria-label={t('cases.history')}>
      <div className="history-head">
        <h3>{t('cases.history')}</h3>
        <span className="sp" />
        {events.length > LATEST && (
          <Button size="s" variant="quiet" keys="H" onPress={onAll}>
            {t('cases.wholeHistory', { n: events.length })}
          </Button>
        )}
      </div>
      <div className="history-box">
        <HistoryList events={latest} />
      </div>
    </section>
  );
}

function HistoryList({ events }: { events: readonly HistoryEvent[] }) {
  const newestFirst = [...events].sort((a, b) => b.seq - a.seq);
  return (
    <ol className="history">
      {newestFirst.map(({ seq, words, at, officerName, note }) => (
        <li key={seq}>
          <span className="history-when">
            <InstantText instant={at} />
          </span>
          <span className="history-what">
            <span className="medium">{words}</span>{' '}
            {note !== null && note !== '' && <bdi className="history-note">{note}</bdi>}
          </span>
          <span className="history-who ell">{officerName}</span>
        </li>
      ))}
    </ol>
  );
}
