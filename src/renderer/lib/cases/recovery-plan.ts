import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';

export const FEWEST_INSTALMENTS = 2;
export const MOST_INSTALMENTS = 240;

export interface PlanOnScreen {
  readonly byInstalments: boolean;
  readonly count: number;
  readonly firstMonth: IsoMonth | null;
  readonly respondBy: IsoDate | null;
}

export const NO_PLAN: PlanOnScreen = {
  byInstalments: false,
  count: 6,
  firstMonth: null,
  respondBy: null,
};

/** What is sent of it: a plan that is not whole is none. */
export function planOf({ byInstalments, count, firstMonth, respondBy }: PlanOnScreen): {
  instalments: { count: number; firstMonth: IsoMonth } | null;
  respondBy: IsoDate | null;
} {
  const isWhole =
    Number.isInteger(count) && count >= FEWEST_INSTALMENTS && count <= MOST_INSTALMENTS;
  return {
    instalments: byInstalments && isWhole && firstMonth !== null ? { count, firstMonth } : null,
    respondBy,
  };
}
