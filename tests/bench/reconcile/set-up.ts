/** A branch with payments of one month, and the bank's answer to them. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { writePain002 } from '../../../src/backend/bank-files/writers/write-pain-002.ts';
import { halalas } from '../../../src/domain/shared/halalas.ts';
import { HEADER, nationalId } from '../../repos/payment-lists.ts';
import { openBranch, valueOf } from './branch-folder.ts';
import { amountOf, ibanOf, MONTH, nameOf, referenceOf, SHUFFLE } from './payments.ts';

const [folder = '', count = '0', order = 'sent'] = process.argv.slice(2);
const size = Number(count);

async function writeList(list: string): Promise<void> {
  const file = await open(list, 'w');
  await file.write(`${HEADER}\r\n`);
  for (let from = 0; from < size; from += 5000) {
    let text = '';
    for (let index = from; index < Math.min(size, from + 5000); index += 1) {
      const amount = (amountOf(index) / 100).toFixed(2);
      text += `${nationalId(index)},${nameOf(index)},${ibanOf(index)},${amount},${MONTH},${referenceOf(index)},عادي\r\n`;
    }
    await file.write(text);
  }
  await file.close();
}

/** One in a hundred rejected, one in a hundred with another amount, one in ten thousand not ours. */
function* transactions() {
  for (let place = 0; place < size; place += 1) {
    const index = order === 'shuffled' ? (place * SHUFFLE) % size : place;
    const rejected = index % 100 === 0;
    yield {
      instructionId: `I${String(index).padStart(9, '0')}`,
      endToEndId: index % 10_000 === 5 ? `OTHER${index}` : referenceOf(index),
      status: rejected ? 'RJCT' : 'ACSC',
      reasons: rejected ? [{ code: 'AC04' }] : [],
      amount: halalas(amountOf(index) + (index % 100 === 1 ? 1 : 0)),
      iban: ibanOf(index),
    };
  }
}

const list = path.join(folder, 'list.csv');
await writeList(list);
const branch = await openBranch(folder, { isNew: true });
const { sha256, encoding, mapping } = valueOf(
  await branch.api.payments.previewList({ path: list }),
);
valueOf(await branch.api.payments.importList({ path: list, sha256, encoding, mapping }));
await branch.close();
const original = { originalCount: size, originalTotal: halalas(0) };
await writePain002(path.join(folder, 'answer.xml'), {
  messageId: `STATUS-${MONTH}`,
  createdAt: '2026-11-02T06:00:00.000Z',
  originalMessageId: 'SSB202611-R',
  ...original,
  groupStatus: 'PART',
  batches: [{ paymentInformationId: 'SSB202611-R', ...original, transactions: transactions() }],
});
console.log('{}');
