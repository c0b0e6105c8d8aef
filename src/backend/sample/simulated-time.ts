import { isoInstant, type IsoDate, type IsoInstant } from '../../domain/shared/iso-date.ts';
import { createRandom, mix } from '../../domain/sample/random.ts';

/** The branch's time while its past is being made: it stands until it is set. */
export interface SimulatedTime {
  now(): Date;
  /** The same as a number, UTC. */
  milliseconds(): number;
  /** A time of day in Riyadh, `HH:MM`. */
  set(date: IsoDate, time: string): IsoInstant;
}

export function createSimulatedTime(): SimulatedTime {
  let moment = 0;
  return {
    now: () => new Date(moment),
    milliseconds: () => moment,
    set(date, time) {
      moment = Date.parse(`${date}T${time}:00.000+03:00`);
      return isoInstant(new Date(moment));
    },
  };
}

/**
 * UUIDv7 of the simulated time, the same for the same seed: 48 bits of milliseconds, a running number over the next bits, the
 * rest drawn (RFC 9562, section 5.7 and method 1 of 6.2).
 */
export function createSeededIds(seed: number, time: SimulatedTime): () => string {
  const random = createRandom(mix(seed ^ 0x1d5));
  let milliseconds = -1;
  let prefix = '';
  let count = 0;
  return () => {
    const now = time.milliseconds();
    if (now !== milliseconds) {
      milliseconds = now;
      const digits = now.toString(16).padStart(12, '0');
      prefix = `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
    }
    count += 1;
    // NOTE: 12 bits before the variant and 20 after it hold the running number, so that ids of one moment keep its order.
    const high = 0x1000 + ((count >>> 20) & 0xfff);
    const low = 0x100000 + (count & 0xfffff);
    const drawn = Math.floor(random.next() * 0x1_0000_0000);
    const number = low.toString(16).slice(1);
    const tail = (0x1_0000_0000 + drawn).toString(16).slice(1);
    return `${prefix}${high.toString(16).slice(1)}-8${number.slice(0, 3)}-${number.slice(3)}00${tail}`;
  };
}
