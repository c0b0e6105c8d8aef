import type { IsoDate } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';
import { sameValue } from '../shared/same-value.ts';
import { checkFact, tidied, type FactProblem, type StatedFact } from './check-fact.ts';
import { householdProblem, householdWarnings, type HouseholdToBe } from './check-household.ts';
import type {
  HouseholdWarning,
  LivingElsewhere,
  NewFact,
  PlannedChange,
  SubjectRef,
  WantedFact,
} from './household-change.ts';
import { overlaps } from './household-at.ts';
import { HEAD, type AnyFact, type SubjectNo } from './household-fact.ts';
import { HouseholdPieces, type Piece } from './household-pieces.ts';

/** National ids that a change names: what to ask `livingElsewhere` about (LAW 11). */
export function nationalIdsIn(wanted: readonly WantedFact[]): string[] {
  return wanted.flatMap((fact) =>
    'kind' in fact && fact.kind === 'person' && fact.data.nationalId !== null
      ? [fact.data.nationalId]
      : [],
  );
}

/**
 * Plans one change of a household: what is no longer known so, and what is known from now on. Nothing is overwritten, days
 * that the change does not speak of stay as they were known, and what was known already is not recorded again. Numbers and
 * names are put in one spelling.
 *
 * Every refusal names its `field`, and where it comes from one wanted fact its place, `item`. Errors: RECORD_UNKNOWN,
 * RECORD_KIND, PERSON_UNKNOWN, END_BEFORE_BEGIN, NOTHING_CHANGES, DATE_IMPOSSIBLE, DATE_FORMAT, DATE_ABSURD,
 * DATE_IN_FUTURE, BEGIN_TOO_FAR, BEGIN_BEFORE_BIRTH, BIRTH_DATES_DIFFER, DEATH_BEFORE_BIRTH, FIELD_MISSING, NAME_ABSURD,
 * NATIONAL_ID_FORMAT, NATIONAL_ID_TYPE, FAMILIES_ABSURD, AMOUNT_NEGATIVE, AMOUNT_ABSURD, COUNT_ABSURD, PHONE_FORMAT,
 * EMAIL_FORMAT, ADDRESS_DIGITS, ADDRESS_SHORT, STAY_TOO_LONG, STAY_OVERLAPS, HEAD_MISSING, TWO_HEADS, DEPENDANT_IS_HEAD,
 * DEPENDANT_REPEATED, INDEPENDENT_WITH_DEPENDANTS, LIVES_ELSEWHERE (LAW 11).
 *
 * @param facts All there ever were.
 * @param elsewhere Where else the people of `nationalIdsIn(wanted)` are known to live.
 */
export function planChange(
  facts: readonly AnyFact[],
  wanted: readonly WantedFact[],
  today: IsoDate,
  elsewhere: readonly LivingElsewhere[] = [],
): Result<PlannedChange, Refusal> {
  const draft = new Draft(facts, today);
  for (const [item, fact] of wanted.entries()) {
    const problem = draft.take(item, fact);
    if (problem !== null) return refusal({ ...problem, item });
  }
  const { supersede, add, known } = draft.pieces.plan();
  if (supersede.length === 0 && add.length === 0) {
    return refuse('NOTHING_CHANGES', { field: 'facts' });
  }
  const household: HouseholdToBe = { known, changed: draft.itemsOf(add) };
  const problem = householdProblem(household, elsewhere);
  if (problem !== null) return refusal(problem);
  return ok({
    supersede,
    add,
    known,
    newDependants: Object.fromEntries(draft.newDependants),
    warnings: [...draft.warnings, ...householdWarnings(household)],
  });
}

function refusal({ code, field, item, details }: FactProblem & { readonly item: number | null }) {
  return refuse(code, { field, ...(item === null ? {} : { item }), ...details });
}

/** There once only, and of the head: what is wanted of them anew revises them. */
const SINGLE = ['household', 'contact', 'person'];

class Draft {
  readonly pieces: HouseholdPieces;
  readonly newDependants = new Map<string, SubjectNo>();
  readonly warnings: HouseholdWarning[] = [];
  readonly #today: IsoDate;
  readonly #stated: (StatedFact & { readonly item: number })[] = [];

  constructor(facts: readonly AnyFact[], today: IsoDate) {
    this.pieces = new HouseholdPieces(facts);
    this.#today = today;
  }

  take(item: number, wanted: WantedFact): FactProblem | null {
    switch (wanted.action) {
      case 'begin':
        return this.#begin(item, wanted);
      case 'revise': {
        const [piece] = this.pieces.ofRecord(wanted.record);
        if (piece === undefined) return { code: 'RECORD_UNKNOWN', field: 'record' };
        if (piece.kind !== wanted.kind) return { code: 'RECORD_KIND', field: 'record' };
        return this.#rewrite(item, wanted.record, { ...wanted, subject: piece.subject });
      }
      case 'end': {
        const [piece] = this.pieces.ofRecord(wanted.record);
        if (piece === undefined) return { code: 'RECORD_UNKNOWN', field: 'record' };
        if (wanted.on <= firstDay(this.pieces.ofRecord(wanted.record))) {
          return { code: 'END_BEFORE_BEGIN', field: 'on' };
        }
        this.pieces.rewrite(wanted.record, piece.subject, wanted.on, null, null);
        return null;
      }
      case 'remove': {
        const pieces = this.pieces.ofRecord(wanted.record);
        const [piece] = pieces;
        if (piece === undefined) return { code: 'RECORD_UNKNOWN', field: 'record' };
        this.pieces.rewrite(wanted.record, piece.subject, firstDay(pieces), null, null);
        return null;
      }
    }
  }

  #begin(item: number, wanted: Extract<WantedFact, { action: 'begin' }>): FactProblem | null {
    const subject = this.#subjectOf(wanted.subject);
    const known =
      subject === HEAD && SINGLE.includes(wanted.kind)
        ? this.pieces.all.filter((piece) => piece.kind === wanted.kind && piece.subject === HEAD)
        : [];
    if (known.some((piece) => isAnotherHead(piece, wanted))) {
      return { code: 'TWO_HEADS', field: 'head' };
    }
    const record = known.at(-1)?.record ?? this.pieces.newRecord();
    return this.#rewrite(item, record, { ...wanted, subject });
  }

  #subjectOf(ref: SubjectRef): SubjectNo {
    if (typeof ref === 'number') return ref;
    const known = this.newDependants.get(ref.newDependant);
    if (known !== undefined) return known;
    const subject = this.pieces.lastSubject + this.newDependants.size + 1;
    this.newDependants.set(ref.newDependant, subject);
    return subject;
  }

  #rewrite(item: number, record: number, stated: StatedFact): FactProblem | null {
    const { problem, warnings } = checkFact(stated, this.#today);
    if (problem !== null) return problem;
    this.warnings.push(...warnings.map((warning) => ({ ...warning, item })));
    const { subject, from, to } = stated;
    const tidy = tidied(stated);
    this.pieces.rewrite(record, subject, from, to, tidy);
    this.#stated.push({ ...tidy, subject, from, to, item });
    return null;
  }

  /** Facts to be added by the wanted facts that state them; null for what is left of a split one. */
  itemsOf(add: readonly NewFact[]): ReadonlyMap<NewFact, number | null> {
    return new Map(add.map((fact) => [fact, this.#itemOf(fact)]));
  }

  #itemOf(fact: NewFact): number | null {
    const stated = this.#stated.findLast(
      (one) =>
        one.kind === fact.kind &&
        one.subject === fact.subject &&
        overlaps({ validFrom: one.from, validTo: one.to }, fact) &&
        sameValue(one.data, fact.data),
    );
    return stated?.item ?? null;
  }
}

function firstDay(pieces: readonly Piece[]): IsoDate {
  const days = pieces.map(({ validFrom }) => validFrom).sort();
  const [first] = days;
  if (first === undefined) throw new RangeError('A record without days');
  return first;
}

/** Who is head has his id; another id is another person, unless none was known. To correct an id, revise the record. */
function isAnotherHead(known: Piece, wanted: WantedFact & { action: 'begin' }): boolean {
  if (known.kind !== 'person' || wanted.kind !== 'person') return false;
  if (!overlaps(known, { validFrom: wanted.from, validTo: wanted.to })) return false;
  const [one, other] = [known.data.nationalId, wanted.data.nationalId];
  return one !== null && other !== null && one !== other.trim();
}
