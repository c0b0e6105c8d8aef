import { useCallback, useMemo } from 'react';
import type { LetterRow } from '../../../contract/letters.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate, type ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useKeyHints, useScreenTitle } from '../../lib/shell-store.ts';
import { EmptyState } from '../../ui/States.tsx';
import { LetterRegister } from './LetterRegister.tsx';
import { LetterView } from './LetterView.tsx';
import './letters.css';
import { PrintDesk } from './printing/PrintDesk.tsx';
import { useLetterFilter } from './letters-store.ts';
import { useLetters } from './use-letters.ts';

/** The register of letters, and beside it the archived file of the one that is open. */
export function LettersScreen({ id }: ScreenProps) {
  const t = useT();
  useScreenTitle(t('letters.title'));
  const mayPrint = useMay('letters.print');
  const filter = useLetterFilter();
  const found = useLetters(filter);
  const { rows } = found.tableProps;
  const at = rows.findIndex((row) => row?.id === id);
  const open = useCallback((row: LetterRow) => navigate(hrefOf('letters', row.id)), []);
  const step = (by: number): void => {
    const next = rows[at + by];
    if (next !== undefined) open(next);
  };

  useShortcuts({ J: () => step(1), K: () => step(-1) }, { enabled: id !== null });
  useKeyHints(
    useMemo(
      () => [
        { keys: ['J', 'K'], label: t('letters.nextPrevious') },
        ...(id === null
          ? [{ keys: ['Enter'], label: t('shell.keyOpen') }]
          : [
              ...(mayPrint ? [{ keys: ['Ctrl+P'], label: t('letters.print') }] : []),
              { keys: ['Ctrl+S'], label: t('letters.save') },
              { keys: ['H'], label: t('letters.trail') },
              { keys: ['PgUp', 'PgDn'], label: t('letters.page') },
              { keys: ['+', '-'], label: t('letters.zoom') },
            ]),
      ],
      [t, id, mayPrint],
    ),
  );

  return (
    <div className={`let ${id === null ? '' : 'has-letter'}`}>
      <LetterRegister found={found} openId={id} onOpen={open} />
      {id === null ? (
        <section className="panel let-none">
          <EmptyState icon="letter" title={t('letters.noneOpen')}>
            {t('letters.noneOpenNext')}
          </EmptyState>
        </section>
      ) : (
        <LetterView id={id} row={at < 0 ? undefined : rows[at]} />
      )}
      <PrintDesk />
    </div>
  );
}
