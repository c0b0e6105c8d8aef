import { api } from '../../../lib/client.ts';
import { errorWords } from '../../../lib/error-words.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';
import { createOfficerStore } from '../../../lib/officer-store.ts';
import { toast } from '../../../lib/toasts.ts';

interface Run {
  readonly done: number;
  readonly total: number | null;
}

/** Batches that this window runs, while the officer works elsewhere too. */
export const useBatchRuns = createOfficerStore<{ readonly runs: Readonly<Record<string, Run>> }>(
  () => ({ runs: {} }),
);

function setRun(id: string, run: Run | null): void {
  useBatchRuns.setState(({ runs }) => {
    const { [id]: _before, ...others } = runs;
    return { runs: run === null ? others : { ...others, [id]: run } };
  });
}

/** Issues what is pending; says what came of it wherever the officer is by then. */
export async function runBatch(t: Translate, id: string): Promise<void> {
  setRun(id, { done: 0, total: null });
  const ran = await api.letterBatches.run(
    { id },
    { onProgress: ({ done, total }) => setRun(id, { done, total }) },
  );
  setRun(id, null);
  if (!ran.ok) {
    if (ran.error.code !== 'CANCELLED') {
      toast({ tone: 'danger', text: errorWords(t, ran.error) });
    }
    return;
  }
  const { state, issued } = ran.value.batch;
  if (state === 'done') {
    toast({ tone: 'success', text: t('letterBatches.doneNow', { n: issued }) });
  }
}
