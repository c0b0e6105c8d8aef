import { useT } from '../lib/i18n/use-t.ts';
import { useShell, type KeyHint } from '../lib/shell-store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import type { Screen } from './screens.tsx';

/** All keys: everywhere, in lists, on this screen. */
export function KeysDialog({
  isOpen,
  onClose,
  screens,
}: {
  isOpen: boolean;
  onClose: () => void;
  screens: readonly Screen[];
}) {
  const t = useT();
  const here = useShell((shell) => shell.hints);
  const everywhere: KeyHint[] = [
    { keys: ['Ctrl+K'], label: t('shell.keyFind') },
    { keys: ['?'], label: t('shell.keyHelp') },
    ...screens.map(({ goKey, label }) => ({
      keys: [`G ${goKey}`],
      label: t('shell.goTo', { screen: t(label) }),
    })),
    { keys: ['Esc'], label: t('shell.keyBack') },
    { keys: ['Ctrl+Z'], label: t('shell.keyUndo') },
    { keys: ['Ctrl+L'], label: t('shell.keyLock') },
    { keys: ['F6'], label: t('shell.keyPane') },
  ];
  const lists: KeyHint[] = [
    { keys: ['J', 'K'], label: t('shell.keyNextPrevious') },
    { keys: ['X'], label: t('shell.keySelect') },
    { keys: ['Shift+X'], label: t('shell.keySelectRange') },
    { keys: ['Enter'], label: t('shell.keyOpen') },
  ];
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('shell.allKeys')}
      size="m"
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      <div className="keys-groups">
        <Group title={t('shell.keysEverywhere')} hints={everywhere} />
        <Group title={t('shell.keysLists')} hints={lists} />
        {here.length > 0 && <Group title={t('shell.keysHere')} hints={here} />}
      </div>
    </Dialog>
  );
}

function Group({ title, hints }: { title: string; hints: readonly KeyHint[] }) {
  return (
    <section>
      <h3 className="cap medium muted">{title}</h3>
      <ul className="keys">
        {hints.map((hint) => (
          <li key={hint.label}>
            <span>{hint.label}</span>
            <span className="row">
              {hint.keys.map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
