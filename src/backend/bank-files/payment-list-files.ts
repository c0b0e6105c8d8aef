import { createHash } from 'node:crypto';
import { isoMonth } from '../../domain/shared/iso-date.ts';
import { parseIban } from '../../domain/registry/iban.ts';
import { Cancelled } from '../app/operation.ts';
import type { ListReadOptions, OpenList, PaymentListFiles } from '../app/payments/ports.ts';
import { RefusedFile } from '../app/refused-file.ts';
import { BankFileError } from './bank-file-error.ts';
import { inspectPaymentList, readPaymentList } from './payment-list/read-payment-list.ts';
import { readByteChunks } from './source/byte-chunks.ts';

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
        layout: { ...list.layout, mapping: { ...list.layout.mapping } },
        get rowCount() {
          return list.rowCount;
        },
        get problemCount() {
          return list.problemCount;
        },
        get problems() {
          return list.problems.map(({ line, column, code, value, reason }) => ({
            line,
            field: column,
            code,
            value,
            reason,
          }));
        },
        rows: () => goodRows(list, options.signal),
      };
    }),
};

const readOptions = ({ encoding, mapping, signal, onProgress }: ListReadOptions) => ({
  encoding,
  mapping,
  signal,
  onProgress,
  batchSize: BATCH_ROWS,
});
