import { readFileSync, writeFileSync } from 'node:fs';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { WAGES_LINE_FIELDS } from '../../src/backend/bank-files/wages/wages-layout.ts';
import { writeWages } from '../../src/backend/bank-files/writers/write-wages.ts';
import {
  writeCamt054,
  type NotifiedDetail,
} from '../../src/backend/bank-files/writers/write-camt-054.ts';
import {
  writePain002,
  type BatchAnswer,
  type PaymentAnswer,
} from '../../src/backend/bank-files/writers/write-pain-002.ts';
import { iban, nationalId, rowsOf } from './payment-lists.ts';

/** The end-to-end id of a place in the list of `rowsOf`. */
export const reference = (index: number): string => rowsOf(1, index)[0]?.reference ?? '';

export const answer = (
  index: number,
  status: string,
  more: Partial<PaymentAnswer> = {},
): PaymentAnswer => ({ endToEndId: reference(index), status, amount: halalas(132_000), ...more });

export const rejected = (index: number, code: string): PaymentAnswer =>
  answer(index, 'RJCT', { reasons: [{ code }] });

let messages = 0;

export interface Report {
  readonly messageId?: string;
  readonly originalMessageId?: string;
  readonly groupStatus?: string;
  readonly batch?: Partial<BatchAnswer>;
  /** BIC of the bank that sends it. */
  readonly bank?: string;
}

/** A status report of one batch, in its own message unless said otherwise. */
export async function statusReport(
  path: string,
  transactions: readonly PaymentAnswer[],
  { messageId, originalMessageId = 'SSB202611-R', groupStatus, batch, bank }: Report = {},
): Promise<string> {
  messages += 1;
  await writePain002(path, {
    messageId: messageId ?? `STATUS-${messages}`,
    createdAt: '2026-11-02T06:00:00.000Z',
    originalMessageId,
    originalCount: 5,
    originalTotal: halalas(660_000),
    groupStatus: groupStatus ?? null,
    bank: bank ?? null,
    batches: [
      {
        paymentInformationId: 'SSB202611-R',
        originalCount: 5,
        originalTotal: halalas(660_000),
        ...batch,
        transactions,
      },
    ],
  });
  return path;
}

export const returned = (
  index: number,
  code: string | null = 'AC04',
  more: Partial<NotifiedDetail> = {},
): NotifiedDetail => ({
  endToEndId: reference(index),
  amount: halalas(132_000),
  direction: 'credit',
  returned: code === null ? null : { code },
  ...more,
});

/** A notification with an entry for each detail. */
export async function notification(
  path: string,
  details: readonly NotifiedDetail[],
  messageId?: string,
): Promise<string> {
  messages += 1;
  const id = messageId ?? `NOTICE-${messages}`;
  await writeCamt054(path, {
    messageId: id,
    id,
    createdAt: '2026-11-05T06:00:00.000Z',
    account: 'SA0380000000608010167519',
    entries: details.map((detail) => ({
      amount: detail.amount,
      direction: detail.direction,
      bookingDate: '2026-11-05',
      details: [detail],
    })),
  });
  return path;
}

export const debited = (index: number, more: Partial<NotifiedDetail> = {}): NotifiedDetail => ({
  endToEndId: reference(index),
  amount: halalas(132_000),
  direction: 'debit',
  ...more,
});

export interface WageAnswer {
  readonly index: number;
  readonly returnCode?: string;
  readonly status?: string;
}

/** The first batch in the wage-file layout, given back with RET-CODE and TRN-STATUS filled in. */
export async function wageAnswers(path: string, answers: readonly WageAnswer[]): Promise<string> {
  await writeWages(path, {
    destination: 'RJHI',
    establishmentId: '1234567890',
    debtorIban: 'SA0380000000608010167519',
    valueDate: isoDate('2026-11-01'),
    fileReference: 'SSB202611-R',
    ministryEstablishmentId: '77001',
    count: answers.length,
    total: halalas(132_000 * answers.length),
    payments: answers.map(({ index }) => ({
      endToEndId: reference(index),
      amount: halalas(132_000),
      iban: iban(index),
      name: 'هدى بنت محمد الشمري',
      nationalId: nationalId(index),
      bank: 'RJHI',
    })),
  });
  const lines = readFileSync(path, 'utf8').split('\r\n');
  for (const [place, { returnCode = '', status = '' }] of answers.entries()) {
    const cells = lines[place + 1]?.split('\t') ?? [];
    cells[WAGES_LINE_FIELDS.indexOf('RET-CODE')] = returnCode;
    cells[WAGES_LINE_FIELDS.indexOf('TRN-STATUS')] = status;
    lines[place + 1] = cells.join('\t');
  }
  writeFileSync(path, lines.join('\r\n'));
  return path;
}
