/** A number of the register as it is stored. */
export interface NumberedLetter {
  readonly id: string;
  readonly number: string;
  readonly serial: number;
}

export interface SerialFault {
  /** The letter's own, or blank for a number that no letter has. */
  readonly id: string;
  readonly number: string;
  readonly code: 'SERIAL_GAP' | 'SERIAL_TWICE' | 'SERIAL_COUNTER' | 'NUMBER_OF_OTHER_SERIAL';
}

/**
 * What is wrong with the numbers of one year: a serial that no letter has, one that two have, a number that says
 * another serial than its row, a counter that does not stand at the last.
 *
 * @param letters All of the year, by serial.
 * @param last Where the year's counter stands; 0 where there is none.
 */
export function serialFaults(
  letters: readonly NumberedLetter[],
  last: number,
  numberOf: (serial: number) => string,
): readonly SerialFault[] {
  const faults: SerialFault[] = [];
  let expected = 1;
  for (const { id, number, serial } of letters) {
    if (serial < expected) faults.push({ id, number, code: 'SERIAL_TWICE' });
    for (; expected < serial; expected += 1) {
      faults.push({ id: '', number: numberOf(expected), code: 'SERIAL_GAP' });
    }
    if (serial === expected) expected += 1;
    if (number !== numberOf(serial)) faults.push({ id, number, code: 'NUMBER_OF_OTHER_SERIAL' });
  }
  if (last !== expected - 1) {
    faults.push({ id: '', number: numberOf(last), code: 'SERIAL_COUNTER' });
  }
  return faults;
}
