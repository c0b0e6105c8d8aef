import type { ApplicationRow, PaperDto } from '../../../contract/applications.ts';
import type { OutputOf } from '../../../contract/api.ts';
import type {
  ApplicationEvent,
  ApplicationProposal,
  ApplicationState,
} from '../../../domain/applications/application.ts';
import type { Intake } from '../../../domain/applications/intake.ts';
import type { RefusalReason } from '../../../domain/objections/objection-letter.ts';
import type { RequiredDocument } from '../../../domain/programmes/required-documents.ts';
import { maskIban, maskNationalId, maskPhone } from '../../../domain/registry/mask.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { toDeadline, toDocumentRef } from '../cases/case-dto.ts';
import type { StoredDocument } from '../documents/ports.ts';
import type { ApplicationQueueRow } from './ports.ts';

type File = OutputOf<'applications.file'>;

export function toApplicationRow(row: ApplicationQueueRow, today: IsoDate): ApplicationRow {
  const { deadlineOn, pausedOn, nationalId, endedOn, ...shown } = row;
  const decidedOn = row.decidedOn ?? endedOn;
  return {
    ...shown,
    decidedOn,
    maskedNationalId: nationalId === '' ? '' : maskNationalId(nationalId),
    deadline: toDeadline({ deadlineOn, pausedOn, decidedOn }, today),
  };
}

/** The check list with what became of each paper. */
export function toPapers(
  listed: readonly RequiredDocument[],
  { papers }: ApplicationState,
  documents: readonly StoredDocument[],
): PaperDto[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return listed.map(({ code, title, because, mandatory }) => {
    const check = papers[code];
    const document = byId.get(check?.documentId ?? '');
    return {
      code,
      title,
      because,
      mandatory,
      state: check?.state ?? 'missing',
      reason: check?.reason ? check.reason : null,
      document: document === undefined ? null : toDocumentRef(document),
    };
  });
}

export function toProposal(
  proposal: ApplicationProposal,
  texts: ReadonlyMap<string, RefusalReason>,
): Pick<NonNullable<File['proposal']>, 'outcome' | 'reasoning' | 'reasons' | 'assessment'> {
  const reasons = proposal.outcome === 'refuse' ? proposal.reasons : [];
  return {
    outcome: proposal.outcome,
    reasoning: proposal.reasoning,
    assessment: proposal.assessment,
    reasons: reasons.map(({ code, note }) => {
      const text = texts.get(code);
      return {
        code,
        note,
        textAr: text?.textAr ?? code,
        textEn: text?.textEn ?? code,
        article: text?.article ?? '',
      };
    }),
  };
}

/** Numbers and accounts as lists show them. */
export function maskedIntake(intake: Intake): Intake {
  const { applicant, dependants, contact, bank } = intake;
  const hidden = <Person extends { readonly nationalId: string }>(person: Person): Person => ({
    ...person,
    nationalId: person.nationalId === '' ? '' : maskNationalId(person.nationalId),
  });
  return {
    ...intake,
    applicant: hidden(applicant),
    dependants: dependants.map(hidden),
    contact: { ...contact, phone: contact.phone === '' ? '' : maskPhone(contact.phone) },
    bank: { iban: bank.iban === '' ? '' : maskIban(bank.iban.replace(/\s+/g, '')) },
  };
}

/** What an event says beside its type. */
export function applicationNote(
  event: ApplicationEvent,
  names: ReadonlyMap<string, string>,
): string | null {
  switch (event.type) {
    case 'assigned':
      return names.get(event.to) ?? null;
    case 'documentAttached':
      return event.title;
    case 'paperChecked':
      return [event.paper, event.state, event.reason].filter((part) => part !== '').join(' · ');
    case 'amended':
    case 'withdrawn':
    case 'reviewAsked':
      return event.reason;
    case 'completionAsked':
      return [...event.papers, ...event.data, event.note].filter((part) => part !== '').join('، ');
    case 'completed':
    case 'sentBack':
      return event.note === '' ? null : event.note;
    case 'visited':
      return event.findings;
    case 'initiallyApproved':
    case 'refusalProposed':
      return event.reasoning;
    case 'started':
    case 'submitted':
    case 'taken':
    case 'finallyApproved':
    case 'refused':
    case 'cancelled':
    case 'eligibilityChanged':
      return null;
  }
}
