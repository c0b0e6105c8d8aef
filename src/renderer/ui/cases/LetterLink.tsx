import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Button } from '../Button.tsx';

interface CaseLetter {
  readonly id: string;
  readonly number: string | null;
  readonly status: 'queued' | 'ready' | 'failed' | 'void';
}

/** To the letter of the decision (L); closed, and saying why, while there is none. */
export function LetterLink({ letters }: { letters: readonly CaseLetter[] }) {
  const t = useT();
  const letter = letters.findLast(({ status }) => status !== 'void') ?? letters.at(-1);
  const open = (): void => {
    if (letter !== undefined) navigate(hrefOf('letters', letter.id));
  };
  useShortcuts({ L: open }, { enabled: letter !== undefined });
  return (
    <Button
      size="s"
      icon="letter"
      isDisabled={letter === undefined}
      onPress={open}
      hint={letter === undefined ? t('cases.noLetterYet') : letterWords(t, letter)}
    >
      {t('cases.letter')}
    </Button>
  );
}

function letterWords(t: ReturnType<typeof useT>, { number, status }: CaseLetter): string {
  if (status === 'failed') return t('cases.letterFailed');
  if (number === null || status === 'queued') return t('cases.letterWaiting');
  return t('cases.letterNumber', { number });
}
