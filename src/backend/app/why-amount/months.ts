import type { OutputOf } from '../../../contract/api.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import { recompute } from '../entitlement/recompute.ts';

/** Three years: what anybody asks about at the desk. */
const SHOWN_MONTHS = 36;

/** Months in which somebody was paid or studied, each with what is due by today's knowledge and what arrived. */
export async function explainableMonths(context: QueryContext, beneficiaryId: string) {
  const { repos, settings } = context;
  const payments = await repos.registry.payments(beneficiaryId);
  const studied = await repos.entitlement.months(beneficiaryId);
  const months = [...new Set([...payments, ...studied].map(({ month }) => month))]
    .sort()
    .reverse()
    .slice(0, SHOWN_MONTHS);
  const rows: OutputOf<'whyAmount.months'> = [];
  for (const month of months) {
    const due = await recompute(context, beneficiaryId, month, null);
    const ofMonth = payments.filter((payment) => payment.month === month);
    const arrived = ofMonth
      .filter(({ status }) => settings.paidStatuses.includes(status))
      .reduce((sum, { kind, amount }) => sum + (kind === 'recovery' ? 0 - amount : amount), 0);
    rows.push({ month, due: due?.calculation.pension ?? null, arrived: halalas(arrived) });
  }
  return ok(rows);
}
