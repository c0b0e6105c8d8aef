import type { ListedPayment } from '../../domain/payments/check-list.ts';
import type { Iban } from '../../domain/registry/iban.ts';
import { isoMonth } from '../../domain/shared/iso-date.ts';
import type { ListReadOptions, OpenList, PaymentListFiles } from '../app/payments/ports.ts';
import { asRefusal, eachAsRefusal } from './as-refusal.ts';
import { hashFile } from './hash-file.ts';
import type { PaymentListRow, RowProblem } from './payment-list/payment-list-row.ts';
import {
  inspectPaymentList,
  readPaymentList,
  type PaymentList,
  type PaymentListOptions,
} from './payment-list/read-payment-list.ts';

/** Rows between two answers of the database while a list is checked or imported. */
const BATCH_ROWS = 1000;

/** Payment lists on the disk, as use-cases read them. */
export const paymentListFiles: PaymentListFiles = {
  hash: (path, signal) => asRefusal(signal, () => hashFile(path, signal)),
  inspect: (path, options) =>
    asRefusal(options.signal, async () => {
      const layout = await inspectPaymentList(path, readOptions(options));
      return { ...layout, mapping: { ...layout.mapping } };
    }),
  open: (path, options) =>
    asRefusal(options.signal, async (): Promise<OpenList> => {
      const list = await readPaymentList(path, readOptions(options));
      return {
        get rowCount() {
          return list.rowCount;
        },
        get problemCount() {
          return list.problemCount;
        },
        get problems() {
          return list.problems.map(asProblem);
        },
        get warningCount() {
          return list.warningCount;
        },
        get warnings() {
          return list.warnings.map(asProblem);
        },
        rows: () => eachAsRefusal(options.signal, goodRows(list)),
      };
    }),
};

function asProblem({ line, column, code, value, reason }: RowProblem) {
  return { line, field: column, code, value, reason };
}

function readOptions({
  encoding,
  mapping,
  signal,
  onProgress,
}: ListReadOptions): PaymentListOptions {
  return { encoding, mapping, signal, onProgress, batchSize: BATCH_ROWS };
}

async function* goodRows(list: PaymentList): AsyncGenerator<ListedPayment[]> {
  for await (const rows of list.rows()) yield rows.map(listedPayment);
}

/** The reader has proven the account and the month. */
function listedPayment(row: PaymentListRow): ListedPayment {
  return { ...row, iban: row.iban as Iban, month: isoMonth(row.month) };
}
