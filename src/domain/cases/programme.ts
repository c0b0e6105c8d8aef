import { isoDate, monthOf } from '../shared/iso-date.ts';

/** The law of the developed programme (م/32 of 4/4/1442H): nothing was refused or paid under it before. */
export const PROGRAMME_BEGINS = isoDate('2020-11-19');
export const FIRST_PROGRAMME_MONTH = monthOf(PROGRAMME_BEGINS);
