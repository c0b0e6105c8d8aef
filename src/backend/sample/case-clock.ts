import type { IsoDate } from '../../domain/shared/iso-date.ts';
import type { Random } from '../../domain/sample/random.ts';

/** Moments of one case, each later than the one before: the desk opens at eight, and a day has room for twelve steps. */
export interface CaseClock {
  date(): IsoDate;
  moveTo(date: IsoDate): void;
  next(): { readonly date: IsoDate; readonly time: string };
}

export function createCaseClock(random: Random, start: IsoDate): CaseClock {
  let date = start;
  let minute = 8 * 60 + random.int(0, 59);
  return {
    date: () => date,
    moveTo(next) {
      if (next === date) return;
      date = next;
      minute = 8 * 60 + random.int(0, 240);
    },
    next() {
      const hours = String(Math.floor(minute / 60)).padStart(2, '0');
      const minutes = String(minute % 60).padStart(2, '0');
      minute += random.int(3, 30);
      return { date, time: `${hours}:${minutes}` };
    },
  };
}
