import {
  APPLICATION_SUBJECTS,
  acceptanceLetter,
  applicationReceipt,
  cancellationLetter,
  completionRequest,
  refusalLetter,
  withdrawalLetter,
  type ListedPaper,
} from '../../../domain/applications/application-letters.ts';
import type {
  Acceptance,
  Completion,
  RefusalGround,
} from '../../../domain/applications/application.ts';
import type { LetterApplication } from '../../../domain/letters/kinds/application-kinds.ts';
import type { IsoDate, IsoMonth } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { issueNow, type Issued } from '../case-letters/issue-now.ts';
import { issueRequest } from '../case-letters/issue-request.ts';
import { mayBeWrittenTo } from '../case-letters/may-be-written-to.ts';
import type { WriteLetter } from '../case-letters/offer.ts';
import type { CasePerson } from '../cases/ports.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { ReadRepos } from '../ports.ts';
import { papersOf, termsOfApplication } from './gather-application.ts';
import type { ApplicationFile } from './ports.ts';

interface Written {
  readonly file: ApplicationFile;
  readonly person: CasePerson;
  readonly application: LetterApplication;
  readonly papers: readonly (ListedPaper & { readonly code: string })[];
}

interface Gathering {
  readonly repos: Pick<ReadRepos, 'applications' | 'casePeople' | 'programmes'>;
  readonly today: IsoDate;
}

/** What letters of a submitted application are made of; undefined of a draft. */
export async function gatherLetter(context: Gathering, id: string): Promise<Written | undefined> {
  const { repos } = context;
  const file = await repos.applications.byId(id);
  if (!file?.beneficiaryId || file.state.submittedOn === null) return undefined;
  const person = await repos.casePeople.byId(file.beneficiaryId);
  if (!person) return undefined;
  const { programme, submittedOn, revision } = file.state;
  const intake = await repos.applications.intake(id, revision);
  const listed = papersOf(await termsOfApplication(context, file), intake);
  return {
    file,
    person,
    application: {
      number: file.number,
      filedOn: submittedOn,
      programme: (await repos.programmes.byCode(programme))?.nameAr ?? programme,
    },
    papers: listed.map(({ code, title }) => {
      const state = file.state.papers[code]?.state ?? 'missing';
      return { code, title: title.ar, come: state === 'received' || state === 'accepted' };
    }),
  };
}

async function gathered(context: Gathering, id: string): Promise<Written> {
  const written = await gatherLetter(context, id);
  if (!written) throw new Error('A submitted application has somebody to write to');
  return written;
}

function issueAs(
  context: CommandContext,
  { file, person }: Written,
  subject: string,
  write: WriteLetter,
  office: LetterOffice,
): Promise<Result<Issued, never>> {
  const letter = {
    caseType: 'application',
    caseId: file.id,
    caseNumber: file.number,
    subject,
  } as const;
  return issueNow(context, letter, person, write, office);
}

/** Errors: DEADLINE_UNKNOWN. */
export async function issueReceipt(
  context: CommandContext,
  id: string,
  office: LetterOffice,
): Promise<Result<Issued, Refusal>> {
  const of = await gathered(context, id);
  const receipt = applicationReceipt(of.application, of.papers, of.file.state.deadlineOn);
  if (!receipt.ok) return receipt;
  const subject = APPLICATION_SUBJECTS.receipt(of.application.number);
  return issueAs(context, of, subject, receipt.value, office);
}

/** Errors: PAPER_NOT_ASKED (paper), those of `issueRequest`. */
export async function issueCompletionRequest(
  context: CommandContext,
  id: string,
  completion: Completion,
  office: LetterOffice,
): Promise<Result<Issued, Refusal>> {
  const { file, person, application, papers } = await gathered(context, id);
  const unknown = completion.papers.find((code) => !papers.some((paper) => paper.code === code));
  if (unknown !== undefined) return refuse('PAPER_NOT_ASKED', { paper: unknown });
  const asked = (code: string) => completion.papers.includes(code);
  const titles = (list: typeof papers) => list.map(({ title }) => title);
  const request = completionRequest(
    titles(papers.filter(({ code }) => asked(code))),
    titles(papers.filter(({ code, come }) => come && !asked(code))),
    completion.data,
    completion.note,
    completion.dueOn,
  );
  const { number, filedOn } = application;
  const asking = { type: 'application', id: file.id, number, filedOn } as const;
  return issueRequest(context, person.id, asking, request, office);
}

export async function issueAcceptance(
  context: CommandContext,
  id: string,
  acceptance: Acceptance,
  iban: string | null,
  office: LetterOffice,
): Promise<Result<Issued, never>> {
  const of = await gathered(context, id);
  const subject = APPLICATION_SUBJECTS.acceptance(of.application.number);
  const letter = acceptanceLetter(of.application, acceptance, iban);
  return issueAs(context, of, subject, letter, office);
}

export async function issueRefusal(
  context: CommandContext,
  id: string,
  refusal: { readonly reasons: readonly RefusalGround[]; readonly reasoning: string },
  mayAskReview: boolean,
  office: LetterOffice,
): Promise<Result<Issued, never>> {
  const of = await gathered(context, id);
  const reasons = await context.repos.objections.refusalReasons();
  const texts = new Map(reasons.map((reason) => [reason.code, reason]));
  const subject = APPLICATION_SUBJECTS.refusal(of.application.number);
  const letter = refusalLetter(of.application, refusal, texts, mayAskReview);
  return issueAs(context, of, subject, letter, office);
}

/** Null where nobody can be written to: the cancellation stands all the same. */
export async function issueCancellation(
  context: CommandContext,
  id: string,
  completion: Completion,
  office: LetterOffice,
): Promise<Result<Issued | null, never>> {
  const of = await gathered(context, id);
  if (!(await mayBeWrittenTo(context, of.person.id)).ok) return ok(null);
  const missing = [
    ...of.papers
      .filter(({ code, come }) => !come && completion.papers.includes(code))
      .map(({ title }) => title),
    ...completion.data,
  ];
  const subject = APPLICATION_SUBJECTS.cancellation(of.application.number);
  const letter = cancellationLetter(of.application, completion, missing);
  return issueAs(context, of, subject, letter, office);
}

/** Null where nobody can be written to. */
export async function issueWithdrawal(
  context: CommandContext,
  id: string,
  notPaidFrom: IsoMonth | null,
  office: LetterOffice,
): Promise<Result<Issued | null, never>> {
  const of = await gathered(context, id);
  if (!(await mayBeWrittenTo(context, of.person.id)).ok) return ok(null);
  const subject = APPLICATION_SUBJECTS.withdrawal(of.application.number);
  const letter = withdrawalLetter(of.application, context.today, notPaidFrom);
  return issueAs(context, of, subject, letter, office);
}
