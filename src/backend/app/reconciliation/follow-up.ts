import type { ParsedInputOf } from '../../../contract/api.ts';
import type { FollowUpDraft } from '../../../contract/follow-ups.ts';
import { maskPhone } from '../../../domain/registry/mask.ts';
import { bankNameOf } from '../../../domain/registry/bank-names.ts';
import { bankEnquiry, beneficiaryMessage } from '../../../domain/reconciliation/follow-up-draft.ts';
import { guideOf, type ReasonCode } from '../../../domain/reconciliation/reason-code.ts';
import { requiredActionOf } from '../../../domain/reconciliation/required-action.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { endOfPeriod } from '../../../domain/shared/working-days.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import type { CommandContext, QueryContext } from '../context.ts';
import type { FollowUpFacts } from './follow-up-ports.ts';
import type { KnownReasons } from './known-reasons.ts';
import { oneSort } from './settle-exceptions.ts';

/** Working days that a bank or a beneficiary is given to answer, unless the officer says otherwise. */
const DAYS_TO_ANSWER = 3;

/** Messages about exceptions of one kind and code: one to each bank, or one to each person. */
export async function draftFollowUp(
  { repos, today, settings }: QueryContext,
  { exceptions, to, dueOn }: ParsedInputOf<'reconciliation.draftFollowUp'>,
  reasons: KnownReasons,
) {
  const sort = oneSort(await repos.exceptions.byIds(exceptions), exceptions);
  if (!sort.ok) return sort;
  const { kind, reasonList, reasonCode } = sort.value;
  const answerBy = dueOn ?? endOfPeriod(today, DAYS_TO_ANSWER, 'working', workCalendar(settings));
  const reason = reasons.find(reasonList, reasonCode) ?? null;
  const facts = await repos.followUps.facts(exceptions);
  const branch = settings.branchName;
  const drafts =
    to === 'bank'
      ? [...groupBy(facts, ({ bankCode }) => bankCode ?? '')].map(([bankCode, group]) => ({
          ...draftOf(group),
          bankCode: bankCode === '' ? null : bankCode,
          text: bankEnquiry({
            branch,
            bank: bankCode === '' ? 'البنك' : bankNameOf(bankCode).ar,
            action: requiredActionOf(kind, reason),
            reasonCode,
            reason,
            payments: group.map(({ payment }) => payment),
            answerBy,
          }),
        }))
      : [...groupBy(facts, ({ person }) => person?.beneficiaryId ?? '')]
          .filter(([beneficiaryId]) => beneficiaryId !== '')
          .map(([, group]) => messageTo(group, { branch, answerBy, reason }, reasons));
  if (drafts.length === 0) return refuse('FOLLOW_UP_NOBODY');
  const asked = drafts.reduce((sum, draft) => sum + draft.exceptions.length, 0);
  return ok({ drafts, dueOn: answerBy, skipped: exceptions.length - asked });
}

/** Records what was asked; the exceptions stay open until somebody settles them. */
export async function recordFollowUp(
  { repos, now, today, officer, newId, audit }: CommandContext,
  { to, dueOn, messages }: ParsedInputOf<'reconciliation.recordFollowUp'>,
) {
  if (dueOn <= today) return refuse('FOLLOW_UP_PAST', { dueOn });
  const expected = messages.flatMap(({ exceptions }) => exceptions);
  const ids = expected.map(({ id }) => id);
  const found = await repos.exceptions.byIds(ids);
  const sort = oneSort(found, ids);
  if (!sort.ok) return sort;
  const versions = new Map(found.map(({ id, version }) => [id, version]));
  if (expected.some(({ id, expectedVersion }) => versions.get(id) !== expectedVersion)) {
    return refuse('CONFLICT');
  }
  const asked = to === 'bank' ? 'bankAsked' : 'beneficiaryAsked';
  for (const { exceptions, bankCode, text } of messages) {
    const id = newId();
    const about = exceptions.map((exception) => exception.id);
    await repos.followUps.add(
      { id, asked, bankCode, text, dueOn, exceptions: about },
      { at: now, officerId: officer.id },
    );
    await audit(
      'reconciliation.followedUp',
      { type: 'followUp', id },
      { asked, dueOn, exceptions: about.length },
    );
  }
  return ok({ recorded: ids.length });
}

function draftOf(group: readonly FollowUpFacts[]): Omit<FollowUpDraft, 'bankCode' | 'text'> {
  return {
    exceptions: group.map(({ exceptionId, version }) => ({
      id: exceptionId,
      expectedVersion: version,
    })),
    name: null,
    maskedPhone: null,
  };
}

function messageTo(
  group: readonly FollowUpFacts[],
  {
    reason,
    ...common
  }: { branch: string; answerBy: FollowUpFacts['payment']['date']; reason: ReasonCode | null },
  reasons: KnownReasons,
): FollowUpDraft {
  const [first] = group;
  const { name = '', phone = null } = first?.person ?? {};
  const asked = reason && guideOf(reasons.actions, reason).beneficiary;
  return {
    ...draftOf(group),
    bankCode: null,
    name,
    maskedPhone: phone === null ? null : maskPhone(phone),
    text: beneficiaryMessage({ ...common, name, month: first?.month ?? null, reason, asked }),
  };
}
