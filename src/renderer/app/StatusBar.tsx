import { useT } from '../lib/i18n/use-t.ts';
import { useShell, type SaveState } from '../lib/shell-store.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';

/** Keys of the screen at its start, what is saved at its end. */
export function StatusBar({ onHelp }: { onHelp: () => void }) {
  const t = useT();
  const hints = useShell((shell) => shell.hints);
  const saveState = useShell((shell) => shell.saveState);
  return (
    <footer className="statusbar">
      <span className="hints">
        {hints.map((hint) => (
          <span key={hint.label} className="hint">
            {hint.keys.map((keys) => (
              <Kbd key={keys} keys={keys} />
            ))}
            {hint.label}
          </span>
        ))}
        <button type="button" className="hint" onClick={onHelp}>
          <Kbd keys="?" />
          {t('shell.allKeys')}
        </button>
      </span>
      <span className="sp" />
      <Saved state={saveState} />
    </footer>
  );
}

function Saved({ state }: { state: SaveState }) {
  const t = useT();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'saving':
      return <span className="hint">{t('shell.saving')}</span>;
    case 'unsaved':
      return (
        <span className="hint t-warning">
          <Icon name="mark" size={14} />
          {t('shell.unsaved')}
        </span>
      );
    case 'saved':
      return (
        <span className="hint">
          <Icon name="save" size={14} />
          {t('shell.saved', { time: state.at })}
        </span>
      );
  }
}
