import { createContext, useContext } from 'react';
import type { IntakeProblemDto } from '../../../../contract/applications.ts';
import type { Intake } from '../../../../domain/applications/intake.ts';

/** The forms on screen: what is in them, how they change, and what is wrong with each field. */
export interface IntakeForms {
  readonly intake: Intake;
  readonly change: (next: Intake) => void;
  /** In the officer's words; null while the field is being typed in, or nothing is wrong with it. */
  readonly errorAt: (path: string) => string | null;
  readonly warningAt: (path: string) => string | null;
  readonly problems: readonly IntakeProblemDto[];
}

export const IntakeContext = createContext<IntakeForms | null>(null);

/** @throws Error outside the forms: a bug. */
export function useForms(): IntakeForms {
  const forms = useContext(IntakeContext);
  if (forms === null) throw new Error('No intake around');
  return forms;
}
