import { workingDayAgo } from '../../domain/sample/complaint-days.ts';
import {
  childNameIn,
  HIDDEN_WAGE,
  wageOf,
  type Correction,
} from '../../domain/sample/sample-corrections.ts';
import type { SamplePerson } from '../../domain/sample/sample-person.ts';
import { syntheticNationalId } from '../../domain/sample/synthetic-numbers.ts';
import {
  addMonths,
  dayOfMonth,
  type IsoDate,
  type IsoMonth,
} from '../../domain/shared/iso-date.ts';
import type { WantedStep } from '../../contract/households.ts';
import { attachDocument } from '../app/documents/attach-document.ts';
import { lastChangeOf } from '../app/registry/households/last-change.ts';
import type { CaseServices } from './complaint-steps.ts';
import type { EvidenceFile } from './evidence-files.ts';
import { computesRuns, type SampleRun } from './sample-run.ts';
import { succeeded, type StepMoment } from './stage.ts';
import type { StepContexts, TimelineStep } from './timeline.ts';

/** What an officer records of a household, and the paper that he records it from. */
interface Recorded {
  readonly paper: EvidenceFile;
  readonly reason: string;
  readonly steps: readonly WantedStep[];
}

/** Some days ago the branch learned of changes that past payments did not know, and this morning looked at what is owed, and at duplicates. */
export function correctionSteps(
  run: SampleRun,
  corrected: ReadonlyMap<Correction, SamplePerson>,
  services: CaseServices,
): TimelineStep[] {
  const steps: TimelineStep[] = [];
  let ago = 12;
  for (const [kind, person] of corrected) {
    if (kind === 'repaidWage') continue;
    const date = workingDayAgo(ago, run.today, services.calendar);
    ago -= 2;
    steps.push(
      recordStep({ date, time: '13:10', by: 'sara' }, person, services, () =>
        recordedOf(run, kind, person, services),
      ),
    );
  }
  steps.push({
    date: run.today,
    time: '07:10',
    by: 'sara',
    kind: 'long',
    phase: 'cases',
    weight: 0,
    run: async (context) => {
      succeeded(await services.handlers['settlements.check'](context, {}), 'settlements.check');
      if (!computesRuns(run)) return;
      succeeded(await services.handlers['duplicates.search'](context, {}), 'duplicates.search');
    },
  });
  return steps;
}

/** Attaches the paper to the person's file and records what it proves. */
export function recordStep(
  moment: StepMoment,
  person: SamplePerson,
  { handlers, inspect, personId }: CaseServices,
  recorded: () => Recorded,
): TimelineStep {
  return {
    ...moment,
    kind: 'short',
    run: async ({ job, command }: StepContexts) => {
      const beneficiaryId = personId(person.index);
      const { paper, reason, steps } = recorded();
      const attached = { ownerType: 'beneficiary', ownerId: beneficiaryId, ...paper } as const;
      succeeded(await attachDocument(job, attached, inspect), 'documents.attach');
      const facts = await command.repos.households.facts(beneficiaryId);
      const expectedChange = lastChangeOf(facts);
      const input = { beneficiaryId, expectedChange, reason, steps: [...steps] };
      succeeded(await handlers['households.change'](command, input), 'households.change');
    },
  };
}

function recordedOf(
  { months, seed }: SampleRun,
  kind: Exclude<Correction, 'repaidWage'>,
  person: SamplePerson,
  { evidence }: CaseServices,
): Recorded {
  const [familyRecord] = evidence.familyRecord;
  const [incomeStatement] = evidence.incomeStatement;
  if (!familyRecord || !incomeStatement) throw new Error('Sample: no papers');
  switch (kind) {
    case 'childOfThreeMonths':
    case 'childOfTwoMonths': {
      const first = kind === 'childOfThreeMonths' ? months.beforeLast : months.last;
      return {
        paper: familyRecord,
        reason: 'مولودة أُضيفت إلى سجل الأسرة ولم تصل إلى الفرع في وقتها',
        steps: [childBorn(person, dayOfMonth(addMonths(first, -1), 12), seed)],
      };
    }
    case 'endedWage':
      return {
        paper: incomeStatement,
        reason: 'مشهد بانتهاء العلاقة العمالية قبل صرف الدفعة',
        steps: [
          { action: 'end', record: wageOf(person)?.record ?? 0, on: dayOfMonth(months.last, 1) },
        ],
      };
    case 'hiddenWage':
      return {
        paper: incomeStatement,
        reason: 'أجر شهري ظهر في سجل التأمينات ولم يُبلّغ عنه المستفيد',
        steps: [wage(months.beforeLast, null)],
      };
  }
}

function childBorn(person: SamplePerson, birthDate: IsoDate, seed: number): WantedStep {
  const { index, members } = person;
  return {
    action: 'begin',
    subject: { newDependant: 'child' },
    from: birthDate,
    to: null,
    fact: {
      kind: 'person',
      data: {
        name: childNameIn(person) ?? '',
        nationalId: syntheticNationalId(index, seed, false, members.length + 1),
        sex: 'female',
        birthDate,
        birthTyped: null,
        nationality: 'saudi',
        relation: 'child',
        dependantKind: 'ward',
        student: false,
        disabled: false,
        deceasedOn: null,
      },
    },
  };
}

/** A wage of the head from the first of a month until the first of another; null: still. */
export function wage(from: IsoMonth, until: IsoMonth | null): WantedStep {
  return {
    action: 'begin',
    subject: 0,
    from: dayOfMonth(from, 1),
    to: until === null ? null : dayOfMonth(until, 1),
    fact: {
      kind: 'income',
      data: { type: 'wage', amount: HIDDEN_WAGE, per: 'month', from: 'مؤسسة مقاولات' },
    },
  };
}
