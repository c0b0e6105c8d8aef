import { useState } from 'react';
import { SYSTEM_DIALOG } from '../../../../contract/printing.ts';
import { api } from '../../../lib/client.ts';
import { bridge } from '../../../lib/bridge.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox, Select } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { PdfView } from '../../../ui/PdfView.tsx';
import { EmptyState, Notice, RefusalNotice } from '../../../ui/States.tsx';
import { useLetterFile } from '../use-letter-file.ts';
import { showPrintJob, type LetterToPrint } from './print-desk.ts';
import { runPrintJob } from './print-runner.ts';
import { printerWords } from './print-words.ts';
import './printing.css';
import { usePrinters } from './use-printers.ts';

const MOST_PAPERS = 10;

/** The exact bytes that will be printed, where to, and how many. */
export function PrintDialog({
  letters,
  onClose,
}: {
  letters: readonly LetterToPrint[];
  onClose: () => void;
}) {
  const t = useT();
  const desk = usePrinters();
  const open = useApiCommand(api.printJobs.open, ['printJobs', 'letters']);
  const [at, setAt] = useState(0);
  const [papers, setPapers] = useState(1);
  const [isSilent, setSilent] = useState(true);
  const [isTwoSided, setTwoSided] = useState(false);
  const [isRemembered, setRemembered] = useState(true);
  const shown = letters[at] ?? letters[0];
  const file = useLetterFile(shown?.id ?? '', shown?.sha256 ?? null);
  const { printer } = desk;
  const copies = letters.filter(({ originalOut }) => originalOut).length;
  const isMany = letters.length * papers > 1;
  const needsPrinter = isSilent || isMany;
  const isCountWrong = !(papers >= 1 && papers <= MOST_PAPERS);
  const canPrint = !isCountWrong && (!needsPrinter || printer !== undefined);

  const print = async (): Promise<void> => {
    if (!canPrint || open.isBusy) return;
    const result = await open.run({
      letterIds: letters.map(({ id }) => id),
      papers,
      printer: needsPrinter && printer !== undefined ? printer.name : SYSTEM_DIALOG,
      twoSided: isTwoSided,
    });
    if (!result.ok) return;
    if (isRemembered && printer !== undefined && needsPrinter)
      await bridge.choosePrinter(printer.name);
    const { id } = result.value.job;
    showPrintJob(id);
    void runPrintJob(id);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!open.isBusy}
      size="l"
      title={
        letters.length === 1
          ? t('printing.titleOne', { number: shown?.number ?? '' })
          : t('printing.titleMany', { n: letters.length })
      }
      footer={
        <>
          <Button onPress={onClose} isDisabled={open.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            icon="print"
            keys="Ctrl+Enter"
            onPress={() => void print()}
            isBusy={open.isBusy}
            isDisabled={!canPrint}
          >
            {t('letters.print')}
          </Button>
        </>
      }
    >
      <PrintKey onPrint={() => void print()} />
      <div className="prn">
        <div className="prn-sheet">
          <PdfView
            bytes={file.bytes}
            title={t('letters.letterNumber', { number: shown?.number ?? '' })}
            start={
              letters.length > 1 && (
                <Select
                  label={t('printing.shownLetter')}
                  hideLabel
                  options={letters.map(({ id, number }) => ({ value: id, label: number }))}
                  value={shown?.id ?? null}
                  onChange={(id) => setAt(letters.findIndex((letter) => letter.id === id))}
                />
              )
            }
          />
        </div>
        <div className="prn-form">
          {desk.isFailed || (desk.found !== null && printer === undefined) ? (
            <EmptyState
              icon="print"
              title={t('printing.noPrinter')}
              action={
                <Button size="s" icon="refresh" onPress={desk.refetch}>
                  {t('printing.searchAgain')}
                </Button>
              }
            >
              {t('printing.noPrinterNext')}
            </EmptyState>
          ) : (
            <Select
              label={t('printing.printer')}
              options={(desk.found?.printers ?? []).map((one) => ({
                value: one.name,
                label: one.label,
                icon: 'print',
                note: printerWords(t, one),
              }))}
              value={printer?.name ?? null}
              onChange={desk.choose}
              isDisabled={!needsPrinter}
              warning={
                printer?.status === 'stopped'
                  ? t('printing.printerStopped', { trouble: printerWords(t, printer) })
                  : null
              }
            />
          )}
          <NumberField
            label={t('printing.papers')}
            value={papers}
            onChange={setPapers}
            min={1}
            max={MOST_PAPERS}
            help={papers > 1 ? t('printing.papersHelp') : undefined}
          />
          <div className="stack-v">
            <Checkbox isChecked={needsPrinter} isDisabled={isMany} onChange={setSilent}>
              {t('printing.silent')}
            </Checkbox>
            <Checkbox isChecked={isTwoSided} onChange={setTwoSided}>
              {t('printing.twoSided')}
            </Checkbox>
            <Checkbox
              isChecked={isRemembered && needsPrinter}
              isDisabled={!needsPrinter}
              onChange={setRemembered}
            >
              {t('printing.remember')}
            </Checkbox>
          </div>
          {copies > 0 && <Notice tone="warning">{t('printing.areCopies', { n: copies })}</Notice>}
          <p className="cap muted">
            {needsPrinter ? t('printing.exactBytes') : t('printing.asPictures')}
          </p>
          {open.error && <RefusalNotice error={open.error} />}
        </div>
      </div>
    </Dialog>
  );
}

/** Inside the dialog, whose keys alone are awake while it is open. */
function PrintKey({ onPrint }: { onPrint: () => void }) {
  useShortcuts({ 'Ctrl+Enter': onPrint }, { inFields: true });
  return null;
}
