import path from 'node:path';
import { batchReference } from '../../domain/payments/bank-references.ts';
import { addHalalas, halalas, type Halalas } from '../../domain/shared/halalas.ts';
import type { IsoDate } from '../../domain/shared/iso-date.ts';
import { makeIban } from '../../domain/registry/iban.ts';
import { isRejection, type Outcome } from '../../domain/sample/payment-plan.ts';
import {
  paymentReference,
  SAMPLE_BATCHES,
  type SampleBatch,
} from '../../domain/sample/references.ts';
import { datesOf, type CycleDates, type SampleCycle } from '../../domain/sample/sample-months.ts';
import type { RunningOperation } from '../app/operation.ts';
import {
  writeCamt054,
  type NotifiedDetail,
  type NotifiedEntry,
} from '../bank-files/writers/write-camt-054.ts';
import {
  writePain002,
  type BatchAnswer,
  type PaymentAnswer,
} from '../bank-files/writers/write-pain-002.ts';
import { monthFolder } from './add-people.ts';
import type { CycleLedger } from './ledger.ts';
import { WEIGHTS, type SampleRun } from './sample-run.ts';

/** An invented bank, and the account from which it pays. */
const BANK = 'TAJRSARI';
const PAYING_ACCOUNT = makeIban('10', '000099000000000001');

export interface AnswerFiles {
  readonly statusReport: string;
  /** The report that rejects the arrears as one; null where they were accepted. */
  readonly batchRejection: string | null;
  readonly notification: string;
}

/** Reference that nobody instructed, as a bank's slip brings one. */
export function unknownReference(run: SampleRun, cycle: SampleCycle): string {
  return paymentReference(run.months[cycle], 'regular', 9_999_998);
}

/** What a wrong amount lacks. */
export const WRONG_BY = halalas(10_000);

/** Writes what the bank says about a cycle: its status reports and its notification of what was booked. */
export async function writeAnswers(
  run: SampleRun,
  ledger: CycleLedger,
  rejectArrears: boolean,
): Promise<AnswerFiles> {
  const folder = monthFolder(run, ledger.cycle);
  const files = {
    statusReport: path.join(folder, 'pain.002.xml'),
    batchRejection: rejectArrears ? path.join(folder, 'pain.002-batch-rejected.xml') : null,
    notification: path.join(folder, 'camt.054.xml'),
  };
  const operation = run.progress.part('bankFiles', WEIGHTS.bankFiles(run.size));
  const answer = new CycleAnswer(run, ledger, rejectArrears, operation);
  await writePain002(files.statusReport, answer.statusReport());
  if (files.batchRejection !== null) await writePain002(files.batchRejection, answer.rejection());
  await writeCamt054(files.notification, answer.notification());
  return files;
}

const REASON_TEXTS = {
  AC01: 'Account number format incorrect',
  AC04: 'Account closed',
  AC06: 'Account blocked',
  BE01: 'Holder is not consistent with the account',
  MD07: 'End customer deceased',
} as const;

/** Details that share one entry, as banks book a batch in parts. */
const DETAILS_AN_ENTRY = 100;

class CycleAnswer {
  readonly #run: SampleRun;
  readonly #ledger: CycleLedger;
  readonly #rejectArrears: boolean;
  readonly #dates: CycleDates;
  readonly #compact: string;
  readonly #operation: RunningOperation;

  constructor(
    run: SampleRun,
    ledger: CycleLedger,
    rejectArrears: boolean,
    operation: RunningOperation,
  ) {
    this.#run = run;
    this.#operation = operation;
    this.#ledger = ledger;
    this.#rejectArrears = rejectArrears;
    const month = run.months[ledger.cycle];
    this.#dates = datesOf(month);
    this.#compact = month.replace('-', '');
  }

  statusReport() {
    return {
      messageId: `TAJR${this.#compact}ST1`,
      createdAt: instant(this.#dates.answeredOn, '09:12'),
      ...this.#original(),
      groupStatus: 'PART',
      batches: SAMPLE_BATCHES.filter((batch) => this.#isPaid(batch)).map((batch) => ({
        ...this.#batch(batch),
        status: batch === 'regular' ? 'PART' : 'ACSC',
        transactions: this.#answers(batch),
      })),
    };
  }

  /** One batch rejected as a whole: no transaction is listed, all of them are meant. */
  rejection() {
    return {
      messageId: `TAJR${this.#compact}ST2`,
      createdAt: instant(this.#dates.answeredOn, '11:40'),
      ...this.#original(),
      batches: [
        {
          ...this.#batch('retroactive'),
          status: 'RJCT',
          reasons: [{ code: 'AM10', info: ['Control sum of the batch is invalid'] }],
          transactions: [],
        },
      ],
    };
  }

  notification() {
    return {
      messageId: `TAJR${this.#compact}NT1`,
      id: `TAJR${this.#compact}NT1-1`,
      createdAt: instant(this.#dates.notifiedOn, '09:05'),
      account: PAYING_ACCOUNT,
      entries: this.#entries(),
    };
  }

  /** Of a region's settled months the bank repeats no amount that it accepts, as many banks do: a third less to read. */
  get #isTerse(): boolean {
    return this.#ledger.size > 100_000 && !this.#rejectArrears;
  }

  /** Some payments go to banks that do not say when the money is in the account: one in four, in a region one in 25. */
  #status(outcome: Outcome, place: number): 'ACSP' | 'ACSC' | 'ACCC' {
    // NOTE: what the bank still has in hand is booked some days later.
    if (outcome === 'late') return 'ACSP';
    const every = this.#ledger.size > 100_000 ? 25 : 4;
    return place % every === 1 ? 'ACSC' : 'ACCC';
  }

  /** What the notification lists: payments that are not known to be in the account, and what went wrong. */
  #isBooked(outcome: Outcome, place: number): boolean {
    if (isRejection(outcome)) return false;
    const told = ['returned', 'notifiedTwice', 'wrongAmount'].some((one) => one === outcome);
    return told || this.#status(outcome, place) !== 'ACCC';
  }

  #isPaid(batch: SampleBatch): boolean {
    return batch !== 'retroactive' || !this.#rejectArrears;
  }

  #original() {
    const month = this.#run.months[this.#ledger.cycle];
    const totals = SAMPLE_BATCHES.map((batch) => this.#ledger.totalOf(batch));
    return {
      bank: BANK,
      originalMessageId: batchReference({ month, list: 1, kind: null }),
      originalCount: totals.reduce((sum, { count }) => sum + count, 0),
      originalTotal: addHalalas(...totals.map(({ amount }) => amount)),
    };
  }

  #batch(batch: SampleBatch): Omit<BatchAnswer, 'transactions'> {
    const month = this.#run.months[this.#ledger.cycle];
    const { count, amount } = this.#ledger.totalOf(batch);
    return {
      paymentInformationId: batchReference({ month, list: 1, kind: batch }),
      originalCount: count,
      originalTotal: amount,
    };
  }

  *#payments(batch: SampleBatch): Generator<{
    readonly endToEndId: string;
    readonly amount: Halalas;
    readonly outcome: Outcome;
    readonly place: number;
  }> {
    const month = this.#run.months[this.#ledger.cycle];
    if (batch === 'regular') {
      for (let index = 0; index < this.#ledger.size; index += 1) {
        const amount = this.#ledger.amount(index);
        if (amount === 0) continue;
        const endToEndId = paymentReference(month, batch, index);
        yield { endToEndId, amount, outcome: this.#ledger.outcome(index), place: index };
      }
      return;
    }
    for (const extra of this.#ledger.extras) {
      if (extra.batch !== batch) continue;
      const endToEndId = paymentReference(month, batch, extra.index);
      yield { endToEndId, amount: extra.amount, outcome: 'paid', place: extra.index };
    }
  }

  async *#answers(batch: SampleBatch): AsyncGenerator<PaymentAnswer> {
    let written = 0;
    for (const { endToEndId, amount, outcome, place } of this.#payments(batch)) {
      if (isRejection(outcome)) {
        const reasons = [{ code: outcome, info: [REASON_TEXTS[outcome]] }];
        yield { endToEndId, status: 'RJCT', reasons, amount };
      } else {
        const status = this.#status(outcome, place);
        yield this.#isTerse ? { endToEndId, status } : { endToEndId, status, amount };
      }
      written += 1;
      if (written % 500 === 0) await this.#turn('answers', written);
    }
  }

  async *#entries(): AsyncGenerator<NotifiedEntry> {
    const { bookedOn, returnedOn, notifiedOn } = this.#dates;
    const late: NotifiedDetail[] = [];
    const returned: NotifiedDetail[] = [];
    const twice: NotifiedDetail[] = [];
    let details: NotifiedDetail[] = [];
    let written = 0;
    for (const batch of SAMPLE_BATCHES) {
      if (!this.#isPaid(batch)) continue;
      for (const { endToEndId, amount: instructed, outcome, place } of this.#payments(batch)) {
        if (!this.#isBooked(outcome, place)) continue;
        const amount =
          outcome === 'wrongAmount' ? halalas(Math.abs(instructed - WRONG_BY)) : instructed;
        const detail: NotifiedDetail = { endToEndId, amount, direction: 'debit' };
        if (outcome === 'late') late.push(detail);
        else details.push(detail);
        if (outcome === 'notifiedTwice') twice.push(detail);
        if (outcome === 'returned') {
          const reason = { code: 'AC04', info: [REASON_TEXTS.AC04] };
          returned.push({ endToEndId, amount, direction: 'credit', returned: reason });
        }
        if (details.length < DETAILS_AN_ENTRY) continue;
        yield entry('debit', details, bookedOn);
        written += details.length;
        details = [];
        await this.#turn('notification', written);
      }
    }
    if (details.length > 0) yield entry('debit', details, bookedOn);
    for (const detail of twice) yield entry('debit', [detail], bookedOn);
    for (const detail of late) yield entry('debit', [detail], notifiedOn);
    for (const detail of returned) yield entry('credit', [detail], returnedOn);
    const unknown = unknownReference(this.#run, this.#ledger.cycle);
    const stray: NotifiedDetail = {
      endToEndId: unknown,
      amount: halalas(132_000),
      direction: 'debit',
    };
    yield entry('debit', [stray], bookedOn);
  }

  async #turn(phase: string, written: number): Promise<void> {
    this.#operation.progress(phase, written, this.#ledger.size);
    await this.#operation.breathe();
  }
}

function entry(
  direction: 'credit' | 'debit',
  details: readonly NotifiedDetail[],
  bookingDate: IsoDate,
): NotifiedEntry {
  const amount = addHalalas(...details.map((detail) => detail.amount));
  return { amount, direction, bookingDate, valueDate: bookingDate, details };
}

/** A time of day in Riyadh as the files write it, UTC. */
function instant(date: IsoDate, time: string): string {
  return new Date(`${date}T${time}:00+03:00`).toISOString();
}
