import { halalas, type Halalas } from '../shared/halalas.ts';
import type { ChangeCause } from './eligibility-run.ts';
import type { DifferenceCode } from './difference-steps.ts';
import { explainDifference, type ExplainedSide } from './explain-difference.ts';

export interface ChangePart {
  readonly code: DifferenceCode;
  /** Halalas, signed. */
  readonly amount: Halalas;
  /** Null where the code says it all. */
  readonly text: { readonly ar: string; readonly en: string } | null;
}

export interface CausesOfChange {
  readonly cause: ChangeCause;
  /** Of who became ineligible: the first ground; blank otherwise. */
  readonly reason: string;
  /** They add up to the difference. */
  readonly causes: readonly ChangePart[];
}

/**
 * Why a household that was due something is due another sum, or nothing: the cause that moves most, and all of them. Somebody
 * who became ineligible stands under his ground, whatever brought it.
 */
export function causesOfChange(before: ExplainedSide, after: ExplainedSide): CausesOfChange {
  const causes = explainDifference(before, after).map(({ code, amount, text }) => ({
    code,
    amount,
    text,
  }));
  if (!after.calculation.eligible)
    return { cause: 'ineligible', reason: after.calculation.reasons[0] ?? '', causes };
  let main: ChangePart | undefined;
  for (const one of causes) {
    if (main === undefined || Math.abs(one.amount) > Math.abs(main.amount)) main = one;
  }
  return { cause: main === undefined ? 'other' : CAUSE_OF[main.code], reason: '', causes };
}

/** Where nothing but the rates differs, as for a whole branch after a decree: no need to look at anything else. */
export function changeByRates(before: Halalas, after: Halalas): CausesOfChange {
  const part: ChangePart = { code: 'rates', amount: halalas(after - before), text: null };
  return { cause: 'rates', reason: '', causes: [part] };
}

const CAUSE_OF: Readonly<Record<DifferenceCode, ChangeCause>> = {
  began: 'new',
  ended: 'unknown',
  rates: 'rates',
  rule: 'rates',
  age: 'head',
  kind: 'head',
  'head.replaced': 'head',
  'head.abroad': 'stayAbroad',
  'head.back': 'stayAbroad',
  'head.centre': 'centre',
  'head.leftCentre': 'centre',
  'head.nationality': 'head',
  'head.dwelling': 'head',
  'head.student': 'head',
  families: 'families',
  'breach.began': 'breach',
  'breach.ended': 'breach',
  'dependant.added': 'dependantAdded',
  'dependant.gone': 'dependantGone',
  'dependant.abroad': 'stayAbroad',
  'dependant.back': 'stayAbroad',
  'dependant.centre': 'centre',
  'dependant.leftCentre': 'centre',
  'income.began': 'income',
  'income.ended': 'income',
  'income.changed': 'income',
  'asset.began': 'assets',
  'asset.ended': 'assets',
  'asset.changed': 'assets',
  other: 'other',
};
