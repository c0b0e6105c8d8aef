import type { Intake, IntakeProblem } from '../../../domain/applications/intake.ts';
import { checkIntake } from '../../../domain/applications/check-intake.ts';
import {
  assessPlan,
  planAcceptance,
  type KnownOfApplicant,
  type PlannedAcceptance,
} from '../../../domain/applications/assess-intake.ts';
import type { Assessment } from '../../../domain/applications/application.ts';
import { effectiveMonth } from '../../../domain/applications/decide-application.ts';
import { paysPension, programmeFactsOf } from '../../../domain/applications/programme-facts.ts';
import { entitlementRulesOn } from '../../../domain/entitlement/entitlement-rules.ts';
import { payDateOf } from '../../../domain/payments/pay-date.ts';
import {
  NO_TERMS,
  termsOn,
  type ProgrammeTerms,
} from '../../../domain/programmes/programme-terms.ts';
import {
  requiredDocuments,
  type RequiredDocument,
} from '../../../domain/programmes/required-documents.ts';
import { settingsOn, workCalendar } from '../../../domain/settings/settings.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';
import { latinDigits } from '../../../domain/shared/search-key.ts';
import type { ReadRepos } from '../ports.ts';
import type { ApplicationFile } from './ports.ts';

interface TermsContext {
  readonly repos: Pick<ReadRepos, 'programmes'>;
  readonly today: IsoDate;
}

interface GatherContext {
  readonly repos: Pick<ReadRepos, 'applications' | 'programmes' | 'households' | 'settings'>;
  readonly today: IsoDate;
  readonly now: IsoInstant;
}

/** What a programme asks and pays on a day; nothing where it is not known. */
export async function termsOfProgramme(
  { repos }: Pick<TermsContext, 'repos'>,
  code: string,
  day: IsoDate,
): Promise<ProgrammeTerms> {
  const programme = await repos.programmes.byCode(code);
  return programme ? termsOn(await repos.programmes.terms(programme.no), day) : NO_TERMS;
}

/** The terms of an application: those of the day on which it was submitted. */
export function termsOfApplication(
  context: TermsContext,
  { state }: Pick<ApplicationFile, 'state'>,
): Promise<ProgrammeTerms> {
  return termsOfProgramme(context, state.programme, state.submittedOn ?? context.today);
}

/** The check list of an application. */
export function papersOf(terms: ProgrammeTerms, intake: Intake): RequiredDocument[] {
  return requiredDocuments(terms, programmeFactsOf(intake));
}

export interface Study {
  readonly problems: readonly IntakeProblem[];
  readonly warnings: readonly IntakeProblem[];
  readonly paysPension: boolean;
  /** What an acceptance of today would record, and its sum; null where the intake does not suffice or nothing is computed. */
  readonly planned: PlannedAcceptance | null;
  readonly assessment: Assessment | null;
}

/** Checks an intake against itself and the registry, and computes what an acceptance of today would bring. */
export async function studyIntake(
  context: GatherContext,
  file: Pick<ApplicationFile, 'beneficiaryId' | 'state'>,
  intake: Intake,
): Promise<Study> {
  const { repos, today, now } = context;
  const pays = paysPension(await termsOfApplication(context, file));
  const { problems, warnings } = checkIntake(intake, pays, today);
  const nothing = { warnings, paysPension: pays, planned: null, assessment: null };
  if (problems.length > 0) return { ...nothing, problems };
  const known = await knownOf(context, file.beneficiaryId, intake);
  const month = effectiveMonth(today);
  const applicationDate = file.state.submittedOn ?? today;
  const planned = planAcceptance(intake, known, applicationDate, month, today);
  if (!planned.ok) return { ...nothing, problems: planned.error };
  if (!pays) return { ...nothing, problems };
  const rows = await repos.settings.all();
  const settings = settingsOn(`${month}-01` as IsoDate, rows);
  const payDate = payDateOf(month, settings.payDate, workCalendar(settings));
  const rules = entitlementRulesOn(month, rows);
  const assessment = assessPlan(planned.value, payDate, rules, now);
  return { problems, warnings, paysPension: pays, planned: planned.value, assessment };
}

async function knownOf(
  { repos }: GatherContext,
  beneficiaryId: string | null,
  { applicant, dependants }: Intake,
): Promise<KnownOfApplicant> {
  const ids = [applicant, ...dependants]
    .map(({ nationalId }) => latinDigits(nationalId.trim()))
    .filter((id) => id !== '');
  return {
    facts: beneficiaryId === null ? [] : await repos.households.facts(beneficiaryId),
    elsewhere: await repos.households.livingElsewhere(beneficiaryId, ids),
  };
}

/** A refusal that names every wrong field: `fields` holds their paths by blanks, and each path its code. */
export function wrongIntake(problems: readonly IntakeProblem[]): {
  readonly ok: false;
  readonly error: {
    readonly code: 'INTAKE_WRONG';
    readonly details: Readonly<Record<string, string | number>>;
  };
} {
  return {
    ok: false,
    error: {
      code: 'INTAKE_WRONG',
      details: {
        ...Object.fromEntries(problems.map(({ path, code }) => [path, code])),
        count: problems.length,
        fields: [...new Set(problems.map(({ path }) => path))].join(' '),
      },
    },
  };
}
