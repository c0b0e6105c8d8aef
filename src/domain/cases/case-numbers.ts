import { gregorianToHijri } from '../shared/hijri.ts';
import type { IsoDate } from '../shared/iso-date.ts';

/** `2026-031274`: a complaint's ticket or an objection's number, by the Gregorian year of its filing. */
export function caseNumber(filedOn: IsoDate, serial: number): string {
  return `${filedOn.slice(0, 4)}-${String(serial).padStart(6, '0')}`;
}

export function caseYear(filedOn: IsoDate): number {
  return Number(filedOn.slice(0, 4));
}

/** Letters are numbered by the Hijri year, as the register of outgoing letters is. */
export function letterYear(issuedOn: IsoDate): number {
  return gregorianToHijri(issuedOn).year;
}

/** `1448/2087`. */
export function letterNumber(year: number, serial: number): string {
  return `${year}/${String(serial).padStart(4, '0')}`;
}
