import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../contract/api.ts';
import { SYSTEM_DIALOG } from '../../../contract/printing.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { bridge } from '../bridge.ts';
import { api } from '../client.ts';
import { useT } from '../i18n/use-t.ts';
import { useApiJob, type Progress } from '../queries.ts';
import { toast } from '../toasts.ts';

export type DossierOf = Pick<InputOf<'dossiers.make'>, 'caseType' | 'caseId'>;
export type DossierChoice = Pick<InputOf<'dossiers.make'>, 'parts' | 'identity'>;

export interface Dossier {
  readonly made: OutputOf<'dossiers.make'> | null;
  readonly make: (choice: DossierChoice) => Promise<void>;
  readonly isBusy: boolean;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  readonly error: Refusal | null;
  readonly save: () => Promise<void>;
  readonly print: () => Promise<void>;
  readonly problem: 'saveFailed' | 'printFailed' | null;
  readonly reset: () => void;
}

/** Making the dossier of a case, and what is done with its bytes. They are kept nowhere else. */
export function useDossier(of: DossierOf): Dossier {
  const t = useT();
  const job = useApiJob(api.dossiers.make, ['dossiers']);
  const [made, setMade] = useState<OutputOf<'dossiers.make'> | null>(null);
  const [problem, setProblem] = useState<Dossier['problem']>(null);
  return {
    made,
    make: async (choice) => {
      const result = await job.run({ ...of, ...choice });
      if (result.ok) setMade(result.value);
    },
    isBusy: job.isBusy,
    progress: job.progress,
    cancel: job.cancel,
    error: job.error,
    save: async () => {
      if (made === null) return;
      setProblem(null);
      try {
        const path = await bridge.saveAs(made.bytes, made.fileName);
        // A path reads from the left in both languages.
        if (path !== null)
          toast({ tone: 'success', text: t('dossiers.saved'), note: `\u2066${path}\u2069` });
      } catch {
        setProblem('saveFailed');
      }
    },
    print: async () => {
      if (made === null) return;
      setProblem(null);
      const outcome = await bridge
        .print(made.bytes, {
          title: made.fileName,
          printer: SYSTEM_DIALOG,
          dialog: true,
          twoSided: false,
        })
        .catch(() => null);
      if (outcome === null || outcome.state === 'failed') setProblem('printFailed');
    },
    problem,
    reset: () => {
      job.reset();
      setMade(null);
      setProblem(null);
    },
  };
}
