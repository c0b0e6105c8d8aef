import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { OrderedPayment, RunFiles, RunOrder } from '../app/payments/run-ports.ts';
import { bicOfBank } from '../../domain/registry/saudi-banks.ts';
import { writePain001, type InstructedPayment } from './writers/write-pain-001.ts';
import { writeWages, type WagePayment } from './writers/write-wages.ts';

/** Writes the bank files of runs; drafts lie in a folder of the branch's own, beside its other data. */
export function createRunFiles(folder: string): RunFiles {
  return {
    async checkTarget(target) {
      const part = `${target}.part`;
      try {
        await (await open(part, 'w')).close();
        await rm(part, { force: true });
        return true;
      } catch {
        return false;
      }
    },
    async write(format, order) {
      await mkdir(folder, { recursive: true });
      const draft = path.join(folder, randomUUID());
      if (format === 'pain001') await writeAsPain001(draft, order);
      else await writeAsWages(draft, order);
      return draft;
    },
    async remove(draft) {
      await rm(draft, { force: true });
    },
    async copyTo(stored, target) {
      const part = `${target}.part`;
      try {
        await copyFile(stored, part);
        const file = await open(part, 'r+');
        await file.sync();
        await file.close();
        await rename(part, target);
        return true;
      } catch {
        await rm(part, { force: true }).catch(() => undefined);
        return false;
      }
    },
  };
}

async function writeAsPain001(target: string, order: RunOrder): Promise<void> {
  await writePain001(target, {
    messageId: order.reference,
    createdAt: order.createdAt,
    paymentInformationId: order.paymentInformation,
    executionDate: order.payOn,
    debtorName: order.payer.name,
    debtorIban: order.payer.iban,
    debtorBank: order.payer.bic,
    count: order.count,
    total: order.total,
    payments: mapped(order.payments, instructed),
  });
}

async function writeAsWages(target: string, order: RunOrder): Promise<void> {
  await writeWages(target, {
    destination: order.payer.bic.slice(0, 4),
    establishmentId: order.payer.establishmentId,
    debtorIban: order.payer.iban,
    valueDate: order.payOn,
    fileReference: order.reference,
    ministryEstablishmentId: order.payer.ministryId,
    count: order.count,
    total: order.total,
    payments: mapped(order.payments, wage),
  });
}

function instructed({
  kind: _kind,
  no: _no,
  bankCode,
  ...payment
}: OrderedPayment): InstructedPayment {
  return { ...payment, bank: bicOfBank(bankCode) };
}

function wage({
  endToEndId,
  amount,
  iban,
  name,
  nationalId,
  bankCode,
}: OrderedPayment): WagePayment {
  const bank = bicOfBank(bankCode)?.slice(0, 4) ?? '';
  return { endToEndId, amount, iban, name, nationalId, bank };
}

async function* mapped<From, To>(
  items: AsyncIterable<From>,
  map: (item: From) => To,
): AsyncGenerator<To> {
  for await (const item of items) yield map(item);
}
