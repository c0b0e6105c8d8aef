import type { OutputOf, ParsedInputOf } from '../../../contract/api.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import {
  applicationStateOf,
  isClosed,
  type ApplicationEvent,
} from '../../../domain/applications/application.ts';
import { intakeOfHousehold } from '../../../domain/applications/intake-of-household.ts';
import { EMPTY_INTAKE, type Intake } from '../../../domain/applications/intake.ts';
import { paysPension } from '../../../domain/applications/programme-facts.ts';
import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import { householdOn, knownAt } from '../../../domain/registry/household-at.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import type { CommandContext } from '../context.ts';
import type { PersonFile } from '../registry/ports.ts';
import { termsOfProgramme } from './gather-application.ts';
import { readNationalId } from './identify-applicant.ts';

type Input = ParsedInputOf<'applications.start'>;

interface Applicant {
  readonly nationalId: string;
  readonly person: PersonFile | null;
}

/**
 * Begins a draft with a number of its own. Errors: NOT_FOUND, NATIONAL_ID_FORMAT, NATIONAL_ID_TYPE, PERSON_EXISTS
 * (beneficiaryId), PERSON_DECEASED (on), PROGRAMME_UNKNOWN (code), APPLICATION_OPEN (number, applicationId),
 * ALREADY_ELIGIBLE (beneficiaryId): what changes for whoever draws a pension is corrected in his file.
 */
export async function startApplication(
  context: CommandContext,
  input: Input,
): Promise<ApiResult<OutputOf<'applications.start'>>> {
  const { repos, today, now, officer } = context;
  const found = await applicantOf(context, input.applicant);
  if (!found.ok) return found;
  const { nationalId, person } = found.value;
  if (person?.deceasedOn) return refuse('PERSON_DECEASED', { on: person.deceasedOn });
  const programme = await repos.programmes.byCode(input.programme);
  if (!programme?.active) return refuse('PROGRAMME_UNKNOWN', { code: input.programme });
  const open = await openApplication(context, nationalId, input.programme);
  if (open !== null) return { ok: false, error: open };
  const facts = person === null ? [] : await repos.households.facts(person.id);
  const pays = paysPension(await termsOfProgramme(context, input.programme, today));
  if (pays && person?.eligibility === 'eligible' && facts.length > 0) {
    return refuse('ALREADY_ELIGIBLE', { beneficiaryId: person.id });
  }
  const accounts = person === null ? [] : await repos.bankAccounts.of(person.id);
  const held = accounts.find(({ validTo }) => validTo === null)?.iban ?? null;
  const known = intakeOfHousehold(householdOn(knownAt(facts, null), today), held);
  const event: ApplicationEvent = { type: 'started', on: today, programme: input.programme };
  const state = applicationStateOf([{ by: officer.id, event }]);
  if (state === null) throw new Error('An application begins with its start');
  const serial = await repos.settings.nextSerial('application', caseYear(today));
  const number = caseNumber(today, serial);
  const id = context.newId();
  const intake = withIdentity(known, nationalId, person);
  await repos.applications.add(
    {
      id,
      number,
      beneficiaryId: person?.id ?? null,
      known: person !== null,
      eligibilityBefore: person?.eligibility ?? 'notStudied',
      nationalId,
      name: intake.applicant.name,
      channel: input.channel,
      startedBy: officer.id,
      createdAt: now,
      state,
    },
    intake,
  );
  await repos.applications.append(id, [event], { at: now, by: officer.id });
  await repos.searchIndex.put('application', id, searchKey(number));
  await context.audit('application.started', { type: 'application', id });
  return ok({ id, number, version: 1 });
}

async function applicantOf(
  { repos }: CommandContext,
  applicant: Input['applicant'],
): Promise<Result<Applicant, Refusal>> {
  if (applicant.kind === 'known') {
    const person = await repos.registry.person(applicant.beneficiaryId);
    return person ? ok({ nationalId: person.nationalId, person }) : refuse('NOT_FOUND');
  }
  const given = readNationalId(applicant.nationalId);
  if (!given.ok) return given;
  const { nationalId } = given.value;
  const existing = await repos.applications.personOf(nationalId);
  if (existing !== undefined) return refuse('PERSON_EXISTS', { beneficiaryId: existing });
  return ok({ nationalId, person: null });
}

/** An application of the same person and programme that is not closed; null where there is none. */
export async function openApplication(
  { repos }: CommandContext,
  nationalId: string,
  programme: string,
  butFor?: string,
): Promise<Refusal | null> {
  const filed = await repos.applications.ofPerson(nationalId);
  const open = filed.find(
    (one) => one.id !== butFor && one.programme === programme && !isClosed(one.status),
  );
  return open === undefined
    ? null
    : { code: 'APPLICATION_OPEN', details: { number: open.number, applicationId: open.id } };
}

/** Who is known from a payment list only has a name and an ID, and no facts. */
function withIdentity(intake: Intake, nationalId: string, person: PersonFile | null): Intake {
  const { applicant, contact } = intake;
  return {
    ...intake,
    applicant: {
      ...applicant,
      nationalId,
      name: applicant.name || (person?.name ?? ''),
      sex: applicant.sex ?? person?.sex ?? null,
      birthDate: applicant.birthDate || (person?.birthDate ?? ''),
    },
    contact: {
      ...contact,
      phone: contact.phone || (person?.phone ?? ''),
      addressLine:
        contact.address === null && contact.addressLine === EMPTY_INTAKE.contact.addressLine
          ? (person?.address ?? '')
          : contact.addressLine,
    },
  };
}
