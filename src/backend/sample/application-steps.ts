import type { ParsedInputOf } from '../../contract/api.ts';
import { intakeDto } from '../../contract/applications.ts';
import type { SampleUsername } from '../../domain/sample/sample-accounts.ts';
import { workingDayAgo } from '../../domain/sample/complaint-days.ts';
import type {
  ApplicationDeed,
  PlannedApplication,
} from '../../domain/sample/sample-applications.ts';
import { attachDocument } from '../app/documents/attach-document.ts';
import type { CaseServices } from './complaint-steps.ts';
import type { EvidenceFile } from './evidence-files.ts';
import { succeeded } from './stage.ts';
import type { StepContexts, TimelineStep } from './timeline.ts';

type Expected = Pick<ParsedInputOf<'applications.take'>, 'id' | 'expectedVersion'>;

const REASONING = 'ثبت استحقاق الأسرة بالمستندات، والدخل أقل من الحد الأدنى.';
const REFUSAL = 'الدخل المثبت في السجلات أعلى من الحد الأدنى للأسرة.';
const MISSING_DATA = 'جهة عمل مقدم الطلب وتاريخ آخر راتب';
const WITHDRAWAL = 'التحق مقدم الطلب بعمل واكتفى به.';

/** An application's life: taken in and studied by one officer, decided by the supervisor. */
export function applicationSteps(
  { person, intake, startedAgo, deeds }: PlannedApplication,
  place: number,
  services: CaseServices,
): TimelineStep[] {
  const { handlers, today, calendar } = services;
  const officer: SampleUsername = place % 2 === 0 ? 'sara' : 'khalid';
  const steps: TimelineStep[] = [];
  let id = '';
  const on = (
    ago: number,
    by: SampleUsername,
    run: (contexts: StepContexts) => Promise<void>,
  ): void => {
    const date = workingDayAgo(ago, today, calendar);
    const minute = String(steps.length * 5 + place).padStart(2, '0');
    steps.push({ date, time: `13:${minute}`, by, kind: 'short', run });
  };

  on(startedAgo, officer, async ({ command }) => {
    const applicant = { kind: 'new', nationalId: person.nationalId } as const;
    const begun = { applicant, programme: 'PENSION', channel: 'branch' } as const;
    const started = succeeded(await handlers['applications.start'](command, begun), 'start');
    ({ id } = started);
    const filled = deeds.length > 0 ? intake : { ...intake, incomes: [], bank: { iban: '' } };
    const input = { id, expectedVersion: started.version, intake: intakeDto.parse(filled) };
    succeeded(await handlers['applications.save'](command, input), 'save');
  });
  for (const [deed, ago] of deeds) {
    on(ago, deed === 'decide' ? 'mona' : officer, async (contexts) => {
      const file = await contexts.command.repos.applications.byId(id);
      if (!file) throw new Error('Sample: no such application');
      await DEEDS[deed]({ id, expectedVersion: file.version }, contexts, services);
    });
  }
  return steps;
}

type Deed = (at: Expected, contexts: StepContexts, services: CaseServices) => Promise<void>;

const DEEDS: Readonly<Record<ApplicationDeed, Deed>> = {
  submit: async (at, { command }, { handlers }) => {
    const input = { ...at, receipt: true };
    succeeded(await handlers['applications.submit'](command, input), 'submit');
  },
  take: async (at, { command }, { handlers }) => {
    succeeded(await handlers['applications.take'](command, at), 'take');
  },
  papers: acceptPapers,
  ask: async (at, { command, job }, { handlers }) => {
    const file = succeeded(await handlers['applications.file'](job, { id: at.id }), 'file');
    const papers = file.papers.filter(({ mandatory }) => mandatory).map(({ code }) => code);
    const input = { ...at, papers: papers.slice(0, 2), data: [MISSING_DATA], note: '' };
    succeeded(await handlers['applications.askCompletion'](command, input), 'askCompletion');
  },
  cancel: async (at, { command }, { handlers }) => {
    succeeded(await handlers['applications.cancel'](command, at), 'cancel');
  },
  withdraw: async (at, { command }, { handlers }) => {
    const input = { ...at, reason: WITHDRAWAL, confirmed: true } as const;
    succeeded(await handlers['applications.withdraw'](command, input), 'withdraw');
  },
  approveInitially: async (at, { command }, { handlers }) => {
    const input = { ...at, reasoning: REASONING };
    succeeded(await handlers['applications.approveInitially'](command, input), 'approveInitially');
  },
  proposeRefusal: async (at, { command, job }, { handlers }) => {
    const assessed = await handlers['applications.assess'](job, { id: at.id });
    const { refusalReasons } = succeeded(assessed, 'assess');
    const reasons = refusalReasons.map(({ code }) => ({ code, note: '' }));
    const input = { ...at, reasons, reasoning: REFUSAL };
    succeeded(await handlers['applications.proposeRefusal'](command, input), 'proposeRefusal');
  },
  decide: async (at, { command }, { handlers }) => {
    succeeded(await handlers['applications.decide'](command, at), 'decide');
  },
};

/** Every paper that is asked for has come, and proves what it should. */
async function acceptPapers(
  { id, expectedVersion }: Expected,
  { command, job }: StepContexts,
  { handlers, evidence, inspect }: CaseServices,
): Promise<void> {
  const { papers } = succeeded(await handlers['applications.file'](job, { id }), 'file');
  const [lease] = evidence.lease;
  const [incomeStatement] = evidence.incomeStatement;
  const [familyRecord] = evidence.familyRecord;
  if (!lease || !incomeStatement || !familyRecord) throw new Error('Sample: no papers');
  const pageOf = (code: string): EvidenceFile =>
    code === 'lease' ? lease : code === 'wageSlip' ? incomeStatement : familyRecord;
  let version = expectedVersion;
  for (const { code, title } of papers) {
    const attached = { ownerType: 'application', ownerId: id, path: pageOf(code).path } as const;
    const { id: documentId } = succeeded(
      await attachDocument(job, { ...attached, title: title.ar }, inspect),
      'documents.attach',
    );
    const paper = { paper: code, state: 'accepted', documentId, reason: '' } as const;
    const expected = { id, expectedVersion: version };
    const checked = await handlers['applications.checkPaper'](command, { ...expected, ...paper });
    ({ version } = succeeded(checked, 'checkPaper'));
  }
}
