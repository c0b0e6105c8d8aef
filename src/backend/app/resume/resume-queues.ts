import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ResumeRow } from '../../../contract/resume.ts';
import { resumeRuleOf } from '../../../domain/resume/resume-rules.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import { toPaymentRow } from '../payments/payment-dto.ts';
import type { KnownReasons } from '../reconciliation/known-reasons.ts';
import type { ResumeQueueRow } from './ports.ts';
import { reasonRules } from './resume-facts.ts';

/** How many payments and life-status cases stand in each queue. */
export async function resumeCounts({ repos }: QueryContext, reasons: KnownReasons) {
  const rules = reasonRules(await repos.resume.failedReasons(), reasons);
  const counts: OutputOf<'resume.counts'> = {
    resume: await repos.resume.counts(rules),
    life: await repos.life.counts(),
  };
  return ok(counts);
}

export async function resumeQueue(
  { repos, officer }: QueryContext,
  { view, reasonCode, offset, limit }: ParsedInputOf<'resume.queue'>,
  reasons: KnownReasons,
) {
  const rules = reasonRules(await repos.resume.failedReasons(), reasons);
  const page = await repos.resume.queue({ view, reasonCode, rules, offset, limit });
  const queue: OutputOf<'resume.queue'> = {
    rows: page.rows.map((row) => toResumeRow(row, officer.id, reasons)),
    total: page.total,
    amount: page.amount,
    reasons: page.reasons.map(({ list, code, count }) => ({
      code,
      title: reasons.find(list, code)?.title ?? null,
      count,
    })),
  };
  return ok(queue);
}

function toResumeRow(row: ResumeQueueRow, officerId: string, reasons: KnownReasons): ResumeRow {
  const reason = reasons.find(row.reasonList, row.reasonCode);
  return {
    ...toPaymentRow(row),
    reasonList: row.reasonList,
    rule: resumeRuleOf(reason, false),
    reason: reason?.title ?? null,
    caseStatus: row.caseStatus,
    caseVersion: row.caseVersion,
    proposedBy: row.proposedBy?.name ?? null,
    proposedByYou: row.proposedBy?.id === officerId,
    attempt: row.attempt,
  };
}
