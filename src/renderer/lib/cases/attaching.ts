import { useState } from 'react';
import type { AreaName, InputOf } from '../../../contract/api.ts';
import type { DocumentRef } from '../../../contract/cases.ts';
import type { Refusal } from '../../../domain/shared/result.ts';
import { api } from '../client.ts';
import { useT } from '../i18n/use-t.ts';
import { useApiJob, type Progress } from '../queries.ts';
import { toast } from '../toasts.ts';

export interface FileToAttach {
  readonly path: string;
  readonly name: string;
}

/** The case that a document belongs to, and what is asked again when it gets one. */
export interface DocumentOwner {
  readonly ownerType: InputOf<'documents.attach'>['ownerType'];
  readonly ownerId: string;
  readonly areas: readonly AreaName[];
}

export interface Attaching {
  /** What was chosen or dropped and waits for its title. */
  readonly file: FileToAttach | null;
  readonly begin: (file: FileToAttach) => void;
  readonly close: () => void;
  readonly attach: (file: FileToAttach, title: string) => Promise<void>;
  readonly isBusy: boolean;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  readonly error: Refusal | null;
  /** Attached, and holding what acts by itself: the officer is told before the dialog closes. */
  readonly told: DocumentRef | null;
}

/** Attaching a file to a case, from its choice until it is stored. */
export function useAttaching(
  { ownerType, ownerId, areas }: DocumentOwner,
  onAttached?: (document: DocumentRef) => void,
): Attaching {
  const t = useT();
  const [file, setFile] = useState<FileToAttach | null>(null);
  const [told, setTold] = useState<DocumentRef | null>(null);
  const job = useApiJob(api.documents.attach, areas);
  return {
    file,
    begin: setFile,
    close: () => {
      setFile(null);
      setTold(null);
      job.reset();
    },
    attach: async ({ path }, title) => {
      const result = await job.run({ ownerType, ownerId, path, title });
      if (!result.ok) return;
      onAttached?.(result.value);
      if (result.value.contents.length > 0) {
        setTold(result.value);
        return;
      }
      setFile(null);
      toast({ tone: 'success', text: t('cases.attached', { title }) });
    },
    isBusy: job.isBusy,
    progress: job.progress,
    cancel: job.cancel,
    error: job.error,
    told,
  };
}
