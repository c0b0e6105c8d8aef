import { setImmediate as giveWay } from 'node:timers/promises';
import type { ParsedInputOf } from '../../../contract/api.ts';
import type { PicturesDto, Standing } from '../../../contract/pictures.ts';
import { PAYMENT_STATUSES, type PaymentStatus } from '../../../domain/payments/payment-status.ts';
import { standingOf } from '../../../domain/payments/standing.ts';
import { requiredActionOf } from '../../../domain/reconciliation/required-action.ts';
import { halalas, type Halalas } from '../../../domain/shared/halalas.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import type { KnownReasons } from './known-reasons.ts';
import type { PictureReader, Sum } from './picture-ports.ts';

/** Figures for the charts of a cycle. Gives way to other requests between its portions. */
export async function pictures(
  { repos }: QueryContext,
  { cycleId, cycles }: ParsedInputOf<'reconciliation.pictures'>,
  reasons: KnownReasons,
) {
  const known = await repos.pictures.cyclesUpTo(cycleId, cycles);
  const [current] = known;
  if (!current) return refuse('NOT_FOUND');
  const trend: PicturesDto['trend'] = [];
  let banks: PicturesDto['banks'] = [];
  for (const { number, month } of known) {
    const byBank = await banksStanding(repos.pictures, number);
    if (number === current.number) {
      banks = [...byBank].map(([bankCode, standing]) => ({ bankCode, ...standing }));
    }
    const whole = emptyStanding();
    for (const [bankCode, standing] of byBank) {
      addStanding(whole, standing);
      trend.push({ cycleNumber: number, month, bankCode, ...standing });
    }
    trend.push({ cycleNumber: number, month, bankCode: null, ...whole });
  }
  return ok({
    banks: banks.sort((a, b) => b.sent.count - a.sent.count),
    reasons: await reasonsOf(repos.pictures, current.number, reasons),
    trend: trend.reverse(),
  });
}

async function banksStanding(
  reader: PictureReader,
  cycleNumber: number,
): Promise<ReadonlyMap<string, Standing>> {
  const byBank = new Map<string, Standing>();
  for (const status of PAYMENT_STATUSES) {
    const group = standingOf(status);
    if (group === null) continue;
    for (const bankCode of await reader.banksOf(cycleNumber, status)) {
      const sum = await reader.sumOf(cycleNumber, status, bankCode);
      const standing = byBank.get(bankCode) ?? emptyStanding();
      add(standing.sent, sum);
      add(standing[group], sum);
      byBank.set(bankCode, standing);
      await giveWay();
    }
  }
  return byBank;
}

async function reasonsOf(
  reader: PictureReader,
  cycleNumber: number,
  reasons: KnownReasons,
): Promise<PicturesDto['reasons']> {
  const found = new Map<string, PicturesDto['reasons'][number]>();
  for (const status of ['rejected', 'returned'] as const satisfies readonly PaymentStatus[]) {
    for (const { list, code, ...sum } of await reader.reasonsOf(cycleNumber, status)) {
      const reason = reasons.find(list, code) ?? null;
      const row = found.get(`${list} ${code}`) ?? {
        list,
        code,
        title: reason?.title ?? null,
        action: requiredActionOf(status, reason),
        rejected: { count: 0, amount: halalas(0) },
        returned: { count: 0, amount: halalas(0) },
      };
      add(row[status], sum);
      found.set(`${list} ${code}`, row);
    }
    await giveWay();
  }
  const countOf = (row: PicturesDto['reasons'][number]): number =>
    row.rejected.count + row.returned.count;
  return [...found.values()].sort((a, b) => countOf(b) - countOf(a));
}

const GROUPS = ['sent', 'paid', 'rejected', 'returned', 'open'] as const;

function emptyStanding(): Standing {
  const zero = (): { count: number; amount: Halalas } => ({ count: 0, amount: halalas(0) });
  return { sent: zero(), paid: zero(), rejected: zero(), returned: zero(), open: zero() };
}

function addStanding(to: Standing, standing: Standing): void {
  for (const group of GROUPS) add(to[group], standing[group]);
}

function add(to: { count: number; amount: Halalas }, { count, amount }: Sum): void {
  to.count += count;
  to.amount = halalas(to.amount + amount);
}
