import { useRef, useState } from 'react';
import type { CalculationInput } from '../../../domain/entitlement/calculation.ts';
import { monthOf } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob, useApiQuery } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useToday } from '../../lib/use-today.ts';
import { printSheet } from '../../lib/print-sheet.ts';
import { Button } from '../Button.tsx';
import { Panel } from '../Panel.tsx';
import { Notice } from '../States.tsx';
import './calculation.css';
import { DependantRows } from './DependantRows.tsx';
import { draftOf, emptyDraft, householdOf } from './draft.ts';
import { HeadFields } from './HeadFields.tsx';
import { LiveSum, type FoundSum } from './LiveSum.tsx';
import { AssetRows, IncomeRows } from './MeansRows.tsx';
import type { NameOf } from './people.ts';

const SETTLE_MS = 200;
const NOBODY: NameOf = () => null;

/** A household is typed or changed on one side, and what it would be due stands on the other. Nothing of it is kept. */
export function CalculationDesk({
  initial,
  nameOf = NOBODY,
}: {
  /** A known household to try changes on; null for a walk-in. */
  initial: CalculationInput | null;
  nameOf?: NameOf;
}) {
  const t = useT();
  const today = useToday();
  const start = (): ReturnType<typeof emptyDraft> =>
    initial === null ? emptyDraft(monthOf(today)) : draftOf(initial);
  const [draft, setDraft] = useState(start);
  // Fields keep what is being typed; a new household gets new ones.
  const [version, setVersion] = useState(1);
  const form = useRef<HTMLDivElement>(null);
  const household = householdOf(draft);
  const settled = useSettled(household === null ? '' : JSON.stringify(household), SETTLE_MS);
  const found = useSum(settled);
  const before = useSum(initial === null ? '' : JSON.stringify(initial));

  const clear = (): void => {
    const was = draft;
    const next = (to: typeof draft): void => {
      setDraft(to);
      setVersion((known) => known + 1);
    };
    next(start());
    toast({
      tone: 'info',
      text: t('calculator.cleared'),
      action: { label: t('ui.undo'), run: () => next(was) },
    });
    requestAnimationFrame(() => form.current?.querySelector('button')?.focus());
  };

  return (
    <div className="calc-desk">
      <div className="calc">
        <Panel
          title={t('calculator.household')}
          fill
          pane
          actions={
            <Button size="s" icon="refresh" onPress={clear}>
              {t(initial === null ? 'calculator.clear' : 'calculator.reset')}
            </Button>
          }
        >
          <div className="calc-form" ref={form} key={version}>
            <HeadFields draft={draft} onChange={setDraft} />
            {draft.kind === 'family' && (
              <DependantRows draft={draft} onChange={setDraft} nameOf={nameOf} />
            )}
            <IncomeRows draft={draft} onChange={setDraft} nameOf={nameOf} />
            <AssetRows draft={draft} onChange={setDraft} nameOf={nameOf} />
          </div>
        </Panel>
        <Panel
          title={t('calculator.sum')}
          fill
          pane
          actions={<PrintEstimate household={found.data === undefined ? null : household} />}
          footer={<Notice>{t('calculator.estimate')}</Notice>}
        >
          <div className="calc-sum">
            <LiveSum
              sum={found.data}
              error={found.error}
              before={before.data?.calculation.pension}
            />
          </div>
        </Panel>
      </div>
    </div>
  );
}

/** @param household As JSON; empty where there is none to ask for. */
function useSum(household: string) {
  return useApiQuery<FoundSum>(
    ['calculator', 'compute', household],
    () => api.calculator.compute({ household: asked(household) }),
    { enabled: household !== '', keepPrevious: true },
  );
}

function asked(household: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(household);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

function PrintEstimate({ household }: { household: Record<string, unknown> | null }) {
  const t = useT();
  const { run } = useApiJob(api.calculator.sheet, []);
  const [isPrinting, setPrinting] = useState(false);
  const print = async (): Promise<void> => {
    if (household === null || isPrinting) return;
    setPrinting(true);
    const sheet = await run({ household });
    const state = sheet.ok
      ? await printSheet(sheet.value.bytes, t('calculator.sheetTitle'))
      : 'failed';
    setPrinting(false);
    if (state === 'spooled') toast({ tone: 'success', text: t('calculator.printed') });
    if (state === 'failed') toast({ tone: 'danger', text: t('calculator.printFailed') });
  };
  return (
    <Button
      size="s"
      icon="print"
      isDisabled={household === null}
      isBusy={isPrinting}
      onPress={() => void print()}
    >
      {t('calculator.print')}
    </Button>
  );
}
