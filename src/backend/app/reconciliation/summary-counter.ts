import type { ExceptionKind, MatchRule } from '../../../domain/reconciliation/exception-kind.ts';
import { MATCH_RULES } from '../../../domain/reconciliation/exception-kind.ts';
import type { FileWarning } from '../../../domain/reconciliation/stage-records.ts';
import { halalas, type Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Judgement } from '../../../domain/reconciliation/judge-line.ts';
import type { CountedCycle, EffectCount } from './matching-ports.ts';
import type { FileSummary, LedgerPayment } from './ports.ts';

export interface CountedFile {
  readonly summary: FileSummary;
  /** The cycle that most of the lines belong to. */
  readonly cycleId: string | null;
  /** `NOTHING_MATCHES` and `OTHER_MONTH`, where they hold. */
  readonly warnings: readonly FileWarning[];
}

interface Total {
  count: number;
  amount: number;
}

type AdvancedStatus = FileSummary['advances'][number]['status'];
const ADVANCED = ['bankAccepted', 'settled', 'credited', 'rejected', 'returned'] as const;

/** Counts lines by what they do, as they are judged. */
export class EffectCounts {
  /** A handful, so that looking through them costs less than making a key. */
  readonly #counts: { -readonly [Key in keyof EffectCount]: EffectCount[Key] }[] = [];

  /** A line that a key led to its payment. */
  add(
    { effect, after, exception }: Judgement,
    { cycleNumber, amount }: LedgerPayment,
    rule: MatchRule,
  ): void {
    this.#count({ rule, effect, after, exception, cycleNumber, count: 1, amount });
  }

  /** A line that belongs to no payment, with its own halalas. */
  addUnknown(isNews: boolean, amount: number): void {
    const none = { rule: null, after: null, cycleNumber: null, count: 1, amount } as const;
    this.#count(
      isNews
        ? { ...none, effect: 'exception', exception: 'unknownId' }
        : { ...none, effect: 'unchanged', exception: null },
    );
  }

  #count(line: EffectCount): void {
    const known = this.#counts.find(
      (count) =>
        count.effect === line.effect &&
        count.after === line.after &&
        count.exception === line.exception &&
        count.cycleNumber === line.cycleNumber &&
        count.rule === line.rule,
    );
    if (known) {
      known.count += 1;
      known.amount += line.amount;
    } else this.#counts.push({ ...line });
  }

  get rows(): readonly EffectCount[] {
    return this.#counts;
  }
}

/** Adds up what the lines of a file do. */
export class FileSummaryCounter {
  readonly #rules = new Map<MatchRule, number>();
  readonly #advances = new Map<string, Total>();
  readonly #exceptions = new Map<ExceptionKind, Total>();
  readonly #months = new Map<IsoMonth, { lines: number; cycleId: string | null; open: boolean }>();
  readonly #cycles: ReadonlyMap<number, CountedCycle>;
  #unchanged = 0;
  #advancing = 0;

  constructor(cycles: ReadonlyMap<number, CountedCycle>) {
    this.#cycles = cycles;
  }

  add(rows: readonly EffectCount[]): void {
    for (const row of rows) this.#add(row);
  }

  #add({ rule, effect, after, exception, cycleNumber, count, amount }: EffectCount): void {
    if (rule !== null) this.#rules.set(rule, (this.#rules.get(rule) ?? 0) + count);
    if (effect === 'unchanged') this.#unchanged += count;
    if (effect === 'advances' && after !== null) {
      raise(this.#advances, after, count, amount);
      this.#advancing += amount;
    }
    if (exception !== null) raise(this.#exceptions, exception, count, amount);
    const cycle = cycleNumber === null ? undefined : this.#cycles.get(cycleNumber);
    if (!cycle) return;
    const lines = (this.#months.get(cycle.month)?.lines ?? 0) + count;
    this.#months.set(cycle.month, { lines, cycleId: cycle.id, open: cycle.isOpen });
  }

  counted(): CountedFile {
    const months = [...this.#months].sort(([, left], [, right]) => right.lines - left.lines);
    return {
      cycleId: months[0]?.[1].cycleId ?? null,
      warnings: this.#warnings(),
      summary: {
        matched: MATCH_RULES.flatMap((rule) => {
          const count = this.#rules.get(rule);
          return count === undefined ? [] : [{ rule, count }];
        }),
        advances: ADVANCED.flatMap((status) => total(status, this.#advances)),
        unchanged: this.#unchanged,
        exceptions: [...this.#exceptions].map(([kind, { count, amount }]) => ({
          kind,
          count,
          amount: halalas(amount),
        })),
        amount: halalas(this.#advancing),
        months: months.map(([month, { lines }]) => ({ month, lines })),
      },
    };
  }

  #warnings(): FileWarning[] {
    const months = [...this.#months];
    if (months.length === 0) return [{ code: 'NOTHING_MATCHES', details: {} }];
    if (months.some(([, { open }]) => open)) return [];
    return [{ code: 'OTHER_MONTH', details: { months: months.map(([month]) => month).join(' ') } }];
  }
}

function raise<Key>(totals: Map<Key, Total>, key: Key, count: number, amount: number): void {
  const known = totals.get(key) ?? { count: 0, amount: 0 };
  totals.set(key, { count: known.count + count, amount: known.amount + amount });
}

function total(
  status: AdvancedStatus,
  totals: ReadonlyMap<string, Total>,
): { status: AdvancedStatus; count: number; amount: Halalas }[] {
  const found = totals.get(status);
  return found ? [{ status, count: found.count, amount: halalas(found.amount) }] : [];
}
