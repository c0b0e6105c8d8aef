import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import { ok, type Refusal } from '../../../domain/shared/result.ts';
import type { ReasonFinding } from '../../../domain/objections/objection-status.ts';
import { api } from '../../lib/client.ts';
import { formatTime } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { reportSaveState } from '../../lib/shell-store.ts';
import {
  changeFinding,
  draftOf,
  keepFinding,
  useDraft,
  type Evidence,
  type FindingDraft,
} from './objections-store.ts';

export type ReviewFile = OutputOf<'objections.review'>;
type Reason = ReviewFile['reasons'][number];

/** A reason of the refusal as it stands on screen: what the officer changed over what is kept. */
export interface ReasonOnScreen {
  readonly code: string;
  readonly textAr: string;
  readonly textEn: string;
  readonly article: string;
  readonly finding: ReasonFinding | null;
  readonly note: string;
  readonly evidence: Evidence | null;
  readonly isKept: boolean;
}

const REST_MS = 1200;
const SHORTEST_NOTE = 3;

/**
 * The findings of a review. What is written is kept by the backend when typing rests and when the officer moves on; a
 * finding without its words waits in the window.
 */
export function useFindings(file: ReviewFile) {
  const t = useT();
  const { id } = file.objection;
  const draft = useDraft(id);
  const record = useApiCommand(api.objections.recordFinding, ['objections']);
  const latest = useRef(file);
  useEffect(() => {
    latest.current = file;
  });
  const saving = useRef<Promise<ApiResult<{ version: number }>> | null>(null);
  const [error, setError] = useState<Refusal | null>(null);

  const reasons = file.reasons.map((reason) => merged(reason, draft.findings[reason.code]));
  const isEditable = file.mayPropose === null;
  const { run } = record;

  const saveAll = useCallback(async (): Promise<ApiResult<{ version: number }>> => {
    const work = async (): Promise<ApiResult<{ version: number }>> => {
      let version = latest.current.objection.version;
      for (const reason of latest.current.reasons) {
        const change = draftOf(id).findings[reason.code];
        const { finding, note, evidence } = merged(reason, change);
        if (change === undefined || finding === null || note.trim().length < SHORTEST_NOTE)
          continue;
        reportSaveState({ kind: 'saving' });
        const result = await run({
          id,
          expectedVersion: version,
          finding: { code: reason.code, finding, note: note.trim(), evidence },
        });
        if (!result.ok) return result;
        version = result.value.version;
        keepFinding(id, reason.code, change);
      }
      return ok({ version });
    };
    const before = saving.current;
    const here = (async () => {
      await before;
      return work();
    })();
    saving.current = here;
    const saved = await here;
    setError(saved.ok ? null : saved.error);
    reportSaveState(
      !saved.ok || Object.keys(draftOf(id).findings).length > 0
        ? { kind: 'unsaved' }
        : { kind: 'saved', at: formatTime(new Date().toISOString() as IsoInstant, t.digits) },
    );
    return saved;
  }, [id, run, t]);

  useEffect(() => {
    if (!isEditable || Object.keys(draft.findings).length === 0) return;
    reportSaveState({ kind: 'unsaved' });
    const timer = setTimeout(() => void saveAll(), REST_MS);
    return () => clearTimeout(timer);
  }, [draft.findings, isEditable, saveAll]);
  useEffect(() => () => reportSaveState({ kind: 'idle' }), []);

  return {
    reasons,
    error,
    isSaving: record.isBusy,
    change: (code: string, change: FindingDraft) => changeFinding(id, code, change),
    /** Keeps what can be kept now; answers the version that follows, or why it was refused. */
    saveAll,
  };
}

export type Findings = ReturnType<typeof useFindings>;

function merged(reason: Reason, change: FindingDraft | undefined): ReasonOnScreen {
  return {
    code: reason.code,
    textAr: reason.textAr,
    textEn: reason.textEn,
    article: reason.article,
    finding: change?.finding ?? reason.finding,
    note: change?.note ?? reason.note ?? '',
    evidence: change?.evidence === undefined ? reason.evidence : change.evidence,
    isKept: change === undefined && reason.finding !== null,
  };
}
