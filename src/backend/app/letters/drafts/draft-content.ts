import { letterContentSchema } from '../../../../contract/letters-templates.ts';
import { letterHead } from '../../../../domain/cases/letter-head.ts';
import type { LetterContent } from '../../../../domain/letters/compose-letter.ts';
import type { LetterKind } from '../../../../domain/letters/letter-kinds.ts';
import type { DecisionLetterData } from '../../../../domain/letters/letter-data.ts';
import { ok, refuse, type Refusal, type Result } from '../../../../domain/shared/result.ts';
import type { CasePerson } from '../../cases/ports.ts';
import type { QueryContext } from '../../context.ts';
import type { DraftFields } from './ports.ts';

/** Stands for the number in a preview and in the check before a number is taken. */
const NO_NUMBER = '—';

export interface WrittenLetter {
  readonly kind: LetterKind;
  readonly content: DraftFields;
}

/**
 * What an officer wrote with the head that issuing adds; what he says of the head (mark, copies) goes before it.
 * Errors: DRAFT_INCOMPLETE with the first field that is missing or wrong, and the rule.
 */
export function contentOf(
  { kind, content }: WrittenLetter,
  head: DecisionLetterData,
): Result<LetterContent, Refusal> {
  const { number, date, settings, addressee, signatory } = head;
  const { name, nationalId } = addressee;
  const whole = {
    ...head,
    ...content,
    // A form says itself whose it is; the desk never sees the whole ID.
    ...(kind === 'complaintForm' ? { name, nationalId } : {}),
    number,
    date,
    settings,
    addressee,
    signatory,
    template: kind,
  };
  const parsed = letterContentSchema.safeParse(whole);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return refuse('DRAFT_INCOMPLETE', {
    field: issue?.path.join('.') ?? '',
    rule: issue?.code ?? '',
  });
}

/** The head as it will be, but for the number. */
export function headWithoutNumber(
  { today, officer, settings }: Pick<QueryContext, 'today' | 'officer' | 'settings'>,
  person: CasePerson,
): DecisionLetterData {
  return letterHead({ number: NO_NUMBER, date: today }, person, officer.fullName, settings);
}
