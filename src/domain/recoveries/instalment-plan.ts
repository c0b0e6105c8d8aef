import { instalmentsOf } from '../letters/kinds/recovery-notice.ts';
import { halalas, type Halalas } from '../shared/halalas.ts';
import { addMonths, dayOfMonth, type IsoDate, type IsoMonth } from '../shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

export type InstalmentSize =
  | { readonly by: 'count'; readonly count: number }
  | { readonly by: 'amount'; readonly amount: Halalas };

export interface Instalment {
  /** From 1. */
  readonly no: number;
  readonly dueOn: IsoDate;
  readonly amount: Halalas;
}

const MONTHS_OF_YEAR = 12;

/**
 * Equal monthly instalments that make up the amount; the last takes what division leaves. Each is due by the end of its month.
 * Errors: PLAN_TOO_LONG (instalments, most), INSTALMENT_TOO_SMALL (less than a halala each).
 * @param mostYears Setting; the regulation of the state's revenues allows twenty.
 */
export function planInstalments(
  amount: Halalas,
  size: InstalmentSize,
  firstMonth: IsoMonth,
  mostYears: number,
): Result<readonly Instalment[], Refusal> {
  const count = size.by === 'count' ? size.count : Math.ceil(amount / size.amount);
  const most = mostYears * MONTHS_OF_YEAR;
  if (count > most) return refuse('PLAN_TOO_LONG', { instalments: count, most });
  if (count > amount) return refuse('INSTALMENT_TOO_SMALL');
  const { each, last } =
    size.by === 'count'
      ? instalmentsOf(amount, count)
      : { each: size.amount, last: halalas(amount - size.amount * (count - 1)) };
  return ok(
    Array.from({ length: count }, (_, index) => ({
      no: index + 1,
      dueOn: dayOfMonth(addMonths(firstMonth, index), 31),
      amount: index === count - 1 ? last : each,
    })),
  );
}

/** How much of each instalment is covered by what was given back: the oldest first. */
export function coveredBy(
  instalments: readonly Pick<Instalment, 'amount'>[],
  given: Halalas,
): Halalas[] {
  let left: number = given;
  return instalments.map(({ amount }) => {
    const covered = Math.min(left, amount);
    left -= covered;
    return halalas(covered);
  });
}
