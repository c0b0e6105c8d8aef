import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { statesDecision } from './decision-kinds.ts';

interface Draft {
  readonly kind: string;
  readonly authorId: string;
}

/** Errors: NOT_YOUR_DRAFT: a draft is one hand's, so that it is known whose decision it states. */
export function editByHand({ authorId }: Draft, officerId: string): Result<null, Refusal> {
  return authorId === officerId ? ok(null) : refuse('NOT_YOUR_DRAFT');
}

/** Errors: NOT_YOUR_DRAFT for whoever neither wrote it nor may void letters. */
export function discardByHand(
  { authorId }: Draft,
  officerId: string,
  mayVoid: boolean,
): Result<null, Refusal> {
  return mayVoid || authorId === officerId ? ok(null) : refuse('NOT_YOUR_DRAFT');
}

/** Errors: OWN_DECISION: nobody issues the letter of a decision that he wrote himself. */
export function issueByHand({ kind, authorId }: Draft, officerId: string): Result<null, Refusal> {
  return statesDecision(kind) && authorId === officerId ? refuse('OWN_DECISION') : ok(null);
}
