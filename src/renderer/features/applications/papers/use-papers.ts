import { useState } from 'react';
import type { PaperDto } from '../../../../contract/applications.ts';
import type { PaperState } from '../../../../domain/applications/application-status.ts';
import type { Refusal } from '../../../../domain/shared/result.ts';
import type { FileToAttach } from '../../../lib/cases/attaching.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand, useApiJob, type Progress } from '../../../lib/queries.ts';
import type { ApplicationFile } from '../application-file.ts';
import { inTurn, useVersion } from '../use-version.ts';

export interface Papers {
  /** Inspects and keeps a file, and sets it beside the paper that it is. */
  readonly attach: (paper: PaperDto, file: FileToAttach) => Promise<void>;
  /** What the officer found of a paper. */
  readonly check: (paper: PaperDto, state: PaperState, reason?: string) => Promise<boolean>;
  /** The paper under way, or refused last. */
  readonly code: string | null;
  readonly isBusy: boolean;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  readonly error: Refusal | null;
}

/** Attaching and checking the papers of an application, one step after the other. */
export function usePapers(file: ApplicationFile): Papers {
  const t = useT();
  const { id } = file.application;
  const version = useVersion(file.application);
  const [code, setCode] = useState<string | null>(null);
  const job = useApiJob(api.documents.attach, ['applications']);
  const set = useApiCommand(api.applications.checkPaper, ['applications']);

  const keep = async (
    paper: string,
    state: PaperState,
    documentId: string | null,
    reason: string,
  ): Promise<boolean> => {
    const result = await set.run({
      id,
      expectedVersion: version.current,
      paper,
      state,
      documentId,
      reason,
    });
    if (result.ok) version.current = result.value.version;
    return result.ok;
  };
  return {
    attach: (paper, { path }) =>
      inTurn(id, async () => {
        setCode(paper.code);
        set.reset();
        const title = paper.title[t.language];
        const attached = await job.run({ ownerType: 'application', ownerId: id, path, title });
        if (!attached.ok) return;
        await keep(paper.code, 'received', attached.value.id, '');
      }),
    check: (paper, state, reason = '') =>
      inTurn(id, () => {
        setCode(paper.code);
        job.reset();
        const documentId = state === 'missing' ? null : (paper.document?.id ?? null);
        return keep(paper.code, state, documentId, reason);
      }),
    code,
    isBusy: job.isBusy || set.isBusy,
    progress: job.progress,
    cancel: job.cancel,
    error: job.error ?? set.error,
  };
}
