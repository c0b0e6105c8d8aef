import { useEffect, useRef, useState } from 'react';
import type { LetterRow } from '../../../contract/letters.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { HistoryDialog } from '../../ui/cases/HistoryDialog.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { Num } from '../../ui/Figures.tsx';
import { PdfView } from '../../ui/PdfView.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';
import { askToPrint } from './printing/print-desk.ts';
import { LetterDeeds } from './deeds/LetterDeeds.tsx';
import { LetterFacts, LetterFileStrip } from './LetterFacts.tsx';
import { letterErrorWords, shownStatus, trailWords } from './letter-words.ts';
import { NoLetterFile } from './NoLetterFile.tsx';
import { useLetterFile } from './use-letter-file.ts';
import { useLetterOutput } from './use-letter-output.ts';

/** One letter: the bytes that were archived, whom they tell what, and all that happened to them. */
export function LetterView({ id, row }: { id: string; row: LetterRow | undefined }) {
  const t = useT();
  const pane = useRef<HTMLElement>(null);
  const mayPrint = useMay('letters.print');
  const found = useApiQuery(['letters', 'letter', id], () => api.letters.letter({ id }));
  const letter = found.data?.letter ?? row;
  const file = useLetterFile(id, letter?.sha256 ?? null);
  const output = useLetterOutput(letter, file.bytes);
  const retry = useApiCommand(api.letters.retry, ['letters']);
  const [isTrailOpen, setTrailOpen] = useState(false);
  const number = letter?.number ?? t('letters.noNumber');
  const canPrint = mayPrint && file.bytes !== null && letter?.life !== 'void';

  const makeAgain = async (): Promise<void> => {
    const result = await retry.run({ id });
    if (result.ok) toast({ tone: 'info', text: t('letters.retried', { number }) });
  };

  useEffect(() => {
    // Into the pane just opened, unless the officer is still walking through the register.
    if (!document.activeElement?.matches('[role="grid"]')) pane.current?.focus();
  }, []);
  const print = canPrint && letter !== undefined ? () => askToPrint([letter]) : undefined;
  useShortcuts({
    P: print,
    'Ctrl+P': print,
    'Ctrl+S': file.bytes === null ? undefined : () => void output.save(),
    H: letter === undefined ? undefined : () => setTrailOpen(true),
  });

  const { error } = retry;
  return (
    <section
      ref={pane}
      className="panel let-view"
      data-pane=""
      tabIndex={-1}
      aria-label={t('letters.letterNumber', { number })}
      aria-busy={letter === undefined}
    >
      <header>
        <h2>
          <Num>{number}</Num>
        </h2>
        {letter !== undefined && <StatusChip family="letter" status={shownStatus(letter)} />}
        <span className="sp" />
        {letter !== undefined && <LetterDeeds letter={letter} />}
        <IconButton
          icon="clock"
          label={t('letters.trail')}
          keys="H"
          isDisabled={found.data === undefined}
          onPress={() => setTrailOpen(true)}
        />
      </header>
      {letter !== undefined && <LetterFacts letter={letter} />}
      {(output.problem !== null || error !== null) && (
        <div className="let-notice">
          <Notice tone="danger">
            {error === null
              ? t(`letters.${output.problem ?? 'saveFailed'}`)
              : letterErrorWords(t, error)}
          </Notice>
        </div>
      )}
      {letter === undefined ? (
        found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState
            error={found.error}
            onRetry={found.refetch}
            title={t('letters.letterFailed')}
          />
        )
      ) : letter.sha256 === null ? (
        <NoLetterFile
          letter={letter}
          isBusy={retry.isBusy}
          onRetry={mayPrint ? () => void makeAgain() : undefined}
        />
      ) : file.error !== null ? (
        <div className="let-none">
          <ErrorState error={file.error} onRetry={file.refetch} title={t('letters.letterFailed')} />
        </div>
      ) : (
        <PdfView
          bytes={file.bytes}
          title={t('letters.letterNumber', { number })}
          hotkeys
          end={
            <>
              <IconButton
                icon="download"
                label={t('letters.save')}
                keys="Ctrl+S"
                isDisabled={file.bytes === null}
                onPress={() => void output.save()}
              />
              <Button
                variant="primary"
                icon="print"
                keys="P"
                isDisabled={!canPrint}
                onPress={print}
                hint={mayPrint ? undefined : t('letters.notYours')}
              >
                {t('letters.print')}
              </Button>
            </>
          }
        />
      )}
      {letter !== undefined && letter.sha256 !== null && (
        <LetterFileStrip sha256={letter.sha256} pages={letter.pages} />
      )}
      <HistoryDialog
        isOpen={isTrailOpen}
        onClose={() => setTrailOpen(false)}
        title={t('letters.trailOf', { number })}
        events={(found.data?.trail ?? []).map((event) => ({
          ...event,
          ...trailWords(t, event),
        }))}
      />
    </section>
  );
}
