import { useState } from 'react';
import type { LetterRow } from '../../../../contract/letters.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useMay } from '../../../lib/session-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { NoteDialog } from '../../../ui/cases/NoteDialog.tsx';
import { Menu, type MenuAction } from '../../../ui/Menu.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { useStampedCopy } from './use-stamped-copy.ts';
import { VoidDialog } from './VoidDialog.tsx';

type Deed = 'handOver' | 'takeBack' | 'jam' | 'void';

/** What can be done next with the paper of a letter: the next step as a button, the rest in a menu. */
export function LetterDeeds({ letter }: { letter: LetterRow }) {
  const t = useT();
  const mayPrint = useMay('letters.print');
  const mayVoid = useMay('letters.void');
  const [deed, setDeed] = useState<Deed | null>(null);
  const copy = useStampedCopy(letter);
  const jam = useApiCommand(api.letters.declareJam, ['letters', 'registry']);
  const isAlive = letter.life !== 'void' && letter.file === 'ready';
  const canHandOver = mayPrint && isAlive && letter.originalOut && letter.handedOverOn === null;
  const canTakeBack = mayPrint && isAlive && letter.originalOut && letter.life !== 'returned';
  const close = (): void => setDeed(null);
  useShortcuts({ D: () => setDeed('handOver') }, { enabled: canHandOver && deed === null });

  const items: MenuAction[] = [
    {
      id: 'copy',
      label: t('letters.deed.copy'),
      icon: 'dup',
      isDisabled: !(mayPrint && isAlive && letter.originalOut) || copy.isBusy,
      onAction: () => void copy.save(),
    },
    {
      id: 'takeBack',
      label: t('letters.deed.takeBack'),
      icon: 'ret',
      isDisabled: !canTakeBack,
      onAction: () => setDeed('takeBack'),
    },
    {
      id: 'jam',
      label: t('letters.deed.jam'),
      icon: 'refresh',
      isDisabled: !canHandOver,
      onAction: () => setDeed('jam'),
    },
    {
      id: 'void',
      label: t('letters.deed.void'),
      icon: 'ban',
      isDanger: true,
      isDisabled: !mayVoid || letter.life === 'void',
      onAction: () => setDeed('void'),
    },
  ];
  return (
    <>
      {canHandOver && (
        <Button size="s" icon="checks" keys="D" onPress={() => setDeed('handOver')}>
          {t('letters.deed.handOver')}
        </Button>
      )}
      <Menu label={t('letters.deeds')} items={items}>
        <IconButton icon="more" label={t('letters.deeds')} />
      </Menu>
      {deed === 'handOver' && <HandOverDialog letter={letter} onClose={close} />}
      {deed === 'takeBack' && <TakeBackDialog letter={letter} onClose={close} />}
      {deed === 'void' && <VoidDialog letter={letter} onClose={close} />}
      <NoteDialog
        isOpen={deed === 'jam'}
        onClose={() => {
          jam.reset();
          close();
        }}
        title={t('letters.jamTitle', { number: letter.number })}
        label={t('letters.jamReason')}
        confirmLabel={t('letters.deed.jam')}
        isBusy={jam.isBusy}
        error={jam.error}
        onConfirm={async (reason) => {
          const { id, version: expectedVersion } = letter;
          const result = await jam.run({ id, expectedVersion, reason });
          if (result.ok) toast({ tone: 'info', text: t('letters.jamDone') });
          return result.ok;
        }}
      >
        {t('letters.jamText')}
      </NoteDialog>
    </>
  );
}
