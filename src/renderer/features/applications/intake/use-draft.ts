import { useCallback, useEffect, useRef, useState } from 'react';
import type { Intake } from '../../../../domain/applications/intake.ts';
import type { Refusal } from '../../../../domain/shared/result.ts';
import { api } from '../../../lib/client.ts';
import type { ApplicationFile } from '../application-file.ts';
import { inTurn, useVersion } from '../use-version.ts';

const REST_MS = 700;

export type Keeping = 'kept' | 'typing' | 'keeping' | 'refused';

export interface Draft {
  readonly intake: Intake;
  readonly change: (next: Intake) => void;
  readonly keeping: Keeping;
  /** Why it could not be kept. */
  readonly error: Refusal | null;
  /** Keeps what was typed last; answers whether everything is kept. */
  readonly flush: () => Promise<boolean>;
  /** Another officer was first: takes what he left, or puts what is on screen in its place. */
  readonly settle: (whose: 'theirs' | 'mine') => void;
}

/**
 * What is typed into the forms. A draft is kept by itself as soon as typing rests, and when the screen is left; what has
 * been submitted is kept only when the officer says so.
 */
export function useDraft(file: ApplicationFile): Draft {
  const { id, status } = file.application;
  const isDraft = status === 'draft';
  const [begun] = useState(() => (isDraft ? withNationality(file.intake) : file.intake));
  const [intake, setIntake] = useState<Intake>(begun);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [error, setError] = useState<Refusal | null>(null);
  const latest = useRef<Intake>(begun);
  const kept = useRef<Intake>(file.intake);
  const version = useVersion(file.application, () => {
    if (JSON.stringify(file.intake) === JSON.stringify(kept.current)) return;
    if (latest.current === kept.current) settle('theirs');
    else setError({ code: 'CONFLICT' });
  });

  const keep = useCallback(
    () =>
      inTurn(id, async () => {
        const wanted = latest.current;
        if (!isDraft || wanted === kept.current) return true;
        setKeeping('keeping');
        const result = await api.applications.save({
          id,
          expectedVersion: version.current,
          intake: asTyped(wanted),
        });
        if (!result.ok) {
          setKeeping('refused');
          setError(result.error);
          return false;
        }
        version.current = result.value.version;
        kept.current = wanted;
        setError(null);
        setKeeping(latest.current === wanted ? 'kept' : 'typing');
        return true;
      }),
    [id, isDraft, version],
  );

  useEffect(() => {
    if (!isDraft || intake === kept.current) return;
    const timer = setTimeout(() => void keep(), REST_MS);
    return () => clearTimeout(timer);
  }, [intake, isDraft, keep]);
  useEffect(() => () => void keep(), [keep]);

  const change = useCallback((next: Intake): void => {
    latest.current = next;
    setIntake(next);
    setKeeping('typing');
  }, []);
  function settle(whose: 'theirs' | 'mine'): void {
    version.current = Math.max(version.current, file.application.version);
    setError(null);
    if (whose === 'mine') {
      void keep();
      return;
    }
    kept.current = file.intake;
    latest.current = file.intake;
    setIntake(file.intake);
    setKeeping('kept');
  }
  return { intake, change, keeping, error, flush: keep, settle };
}

/** The first digit of an ID says whose citizen its holder is, until somebody says otherwise. */
function withNationality(intake: Intake): Intake {
  const { applicant } = intake;
  return applicant.nationality === null && applicant.nationalId.startsWith('1')
    ? { ...intake, applicant: { ...applicant, nationality: 'saudi' } }
    : intake;
}

/** The intake as the contract takes it, whose lists are its own. */
export function asTyped(intake: Intake) {
  return {
    ...intake,
    dependants: [...intake.dependants],
    incomes: [...intake.incomes],
    assets: [...intake.assets],
    stays: [...intake.stays],
  };
}
