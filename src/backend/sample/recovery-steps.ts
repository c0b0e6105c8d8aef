import type { SampleUsername } from '../../domain/sample/sample-accounts.ts';
import { workingDayAfter } from '../../domain/sample/complaint-days.ts';
import type { SamplePerson } from '../../domain/sample/sample-person.ts';
import { subtractHalalas } from '../../domain/shared/halalas.ts';
import { dayOfMonth, type IsoDate } from '../../domain/shared/iso-date.ts';
import type { RecoveryStep } from '../../contract/recoveries.ts';
import { attachDocument } from '../app/documents/attach-document.ts';
import type { CaseServices } from './complaint-steps.ts';
import { recordStep, wage } from './correction-steps.ts';
import type { SampleRun } from './sample-run.ts';
import { succeeded } from './stage.ts';
import type { StepContexts, TimelineStep } from './timeline.ts';

const BASIS = {
  ground: 'changeNotReported',
  cause: 'أجر شهري مدته شهران لم يُبلّغ عنه المستفيد في خمسة عشر يوماً.',
  visitOn: null,
} as const;
const INSTALMENTS = 6;

/** A wage of two months that came to light last month: demanded, agreed to and paid back in instalments from this month on. */
export function recoverySteps(
  { months, today }: SampleRun,
  person: SamplePerson,
  services: CaseServices,
): TimelineStep[] {
  const { handlers, calendar, evidence, inspect, personId } = services;
  const [incomeStatement] = evidence.incomeStatement;
  const [consent] = evidence.consent;
  if (!incomeStatement || !consent) throw new Error('Sample: no papers');
  const beneficiaryId = personId(person.index);
  const beginning = dayOfMonth(months.last, 11);
  let id = '';

  const steps: TimelineStep[] = [
    recordStep(
      { date: workingDayAfter(beginning, 1, today, calendar), time: '13:05', by: 'sara' },
      person,
      services,
      () => ({
        paper: incomeStatement,
        reason: 'أجر شهري ظهر في سجل التأمينات وانتهى بعد شهرين',
        steps: [wage(months.beforeLast, months.current)],
      }),
    ),
  ];
  const on = (
    date: IsoDate,
    time: string,
    by: SampleUsername,
    run: (contexts: StepContexts) => Promise<void>,
  ): void => {
    if (date < today) steps.push({ date, time, by, kind: 'short', run });
  };
  const day = (days: number): IsoDate => workingDayAfter(beginning, days, today, calendar);
  const expected = async ({ command }: StepContexts) => {
    const found = await command.repos.recoveries.byId(id);
    if (!found) throw new Error('Sample: no such recovery');
    return { id, expectedVersion: found.version };
  };
  const act = async (contexts: StepContexts, step: RecoveryStep): Promise<void> => {
    const input = { ...(await expected(contexts)), step };
    succeeded(await handlers['recoveries.act'](contexts.command, input), step.type);
  };

  on(day(2), '13:20', 'sara', async ({ job, command }) => {
    const found = await handlers['settlements.person'](job, { beneficiaryId });
    const overpaid = succeeded(found, 'settlements.person').months.flatMap(
      ({ month, due, paid, difference }) =>
        difference < 0 && due !== null
          ? [{ month, due, paid, amount: subtractHalalas(paid, due) }]
          : [],
    );
    const input = { beneficiaryId, basis: BASIS, months: overpaid };
    ({ id } = succeeded(await handlers['recoveries.propose'](command, input), 'propose'));
  });
  on(day(3), '13:40', 'fahad', async (contexts) => {
    const input = await expected(contexts);
    succeeded(await handlers['recoveries.approve'](contexts.command, input), 'approve');
  });
  on(day(4), '13:05', 'sara', async (contexts) => {
    const input = await expected(contexts);
    succeeded(await handlers['recoveries.notify'](contexts.command, input), 'notify');
  });
  on(day(8), '13:15', 'sara', async (contexts) => {
    const attached = { ownerType: 'beneficiary', ownerId: beneficiaryId, ...consent } as const;
    const { id: consentDocumentId } = succeeded(
      await attachDocument(contexts.job, attached, inspect),
      'documents.attach',
    );
    await act(contexts, {
      type: 'agree',
      consentDocumentId,
      fromPension: false,
      size: { by: 'count', count: INSTALMENTS },
      firstMonth: months.current,
    });
  });
  const paidOn = dayOfMonth(months.current, 5);
  on(paidOn, '13:30', 'khalid', async (contexts) => {
    const found = await contexts.command.repos.recoveries.byId(id);
    const first = found?.state.plan?.instalments[0];
    if (!first) throw new Error('Sample: no instalments');
    const reference = 'إيداع 0059-118';
    await act(contexts, { type: 'receive', amount: first.amount, on: paidOn, reference });
  });
  return steps;
}
