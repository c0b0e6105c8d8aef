import { useState } from 'react';
import type { ApiError } from '../../../../contract/errors.ts';
import type { LetterRow } from '../../../../contract/letters.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';
import { askToPrint } from './print-desk.ts';
import './printing.css';

/** What was ticked in the register, to be printed by number: the order in which a stack is filed. */
export function PrintSelection({
  selected,
  rows,
  onDone,
}: {
  selected: ReadonlySet<string>;
  rows: readonly (LetterRow | undefined)[];
  onDone: () => void;
}) {
  const t = useT();
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (selected.size === 0) return null;

  const print = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const letters: LetterRow[] = [];
    for (const id of selected) {
      const row = rows.find((one) => one?.id === id) ?? (await fetched(id));
      if ('code' in row) {
        setError(row);
        break;
      }
      letters.push(row);
    }
    setBusy(false);
    if (letters.length < selected.size) return;
    askToPrint(letters.sort((one, other) => byNumber(one.number, other.number)));
    onDone();
  };

  return (
    <div className="prn-selection">
      <Button icon="print" size="s" variant="primary" onPress={() => void print()} isBusy={isBusy}>
        {t('printing.printSelected', { n: selected.size })}
      </Button>
      <Button size="s" variant="quiet" onPress={onDone}>
        {t('printing.dropSelection')}
      </Button>
      {error !== null && <RefusalNotice error={error} />}
    </div>
  );
}

async function fetched(id: string): Promise<LetterRow | ApiError> {
  const found = await api.letters.letter({ id });
  return found.ok ? found.value.letter : found.error;
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
