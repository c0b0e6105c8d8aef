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
  const newestFirst = [...events].sort((a, b) => b.seq - a.seq);
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
      <ol className="history">
        {newestFirst.map(({ seq, words, at, officerName, note }) => (
          <li key={seq}>
            <span className="history-when">
              <InstantText instant={at} />
            </span>
            <span>
              <b className="medium">{words}</b>
              {officerName !== null && <span className="muted"> {officerName}</span>}
              {note !== null && note !== '' && <p className="history-note">{note}</p>}
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
