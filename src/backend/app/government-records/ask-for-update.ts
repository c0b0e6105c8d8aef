import { updateDates } from '../../../domain/government-records/update-request.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { ok, type Refusal, type Result } from '../../../domain/shared/result.ts';
import { caseNumber, caseYear } from '../../../domain/cases/case-numbers.ts';
import { issueRequest } from '../case-letters/issue-request.ts';
import type { CommandContext } from '../context.ts';
import type { LetterOffice } from '../letters/letter-office.ts';

export interface AskedUpdate {
  readonly beneficiaryId: string;
  readonly items: readonly string[];
  /** Null for the last day that the period gives. */
  readonly dueOn: IsoDate | null;
}

export interface Asked {
  readonly requestId: string;
  readonly number: string;
  readonly letterNumber: string;
}

/**
 * Asks a beneficiary to bring or update something: a letter with the list, and a day until when. The period runs from today.
 * Errors: UPDATE_DUE_PAST, UPDATE_DUE_TOO_LATE and those of the letter.
 */
export async function askForUpdate(
  context: CommandContext,
  { beneficiaryId, items, dueOn: wanted }: AskedUpdate,
  office: LetterOffice,
): Promise<Result<Asked, Refusal>> {
  const { repos, today, now, officer, settings, audit } = context;
  const dates = updateDates(today, settings.updatePeriod, workCalendar(settings), wanted);
  if (!dates.ok) return dates;
  const { dueOn, stopFrom } = dates.value;
  const documents = items.map((text) => ({ text, received: false }));
  const request = { documents, deliverBy: dueOn, note: null };
  const letter = await issueRequest(context, beneficiaryId, null, request, office);
  if (!letter.ok) return letter;
  const serial = await repos.settings.nextSerial('update', caseYear(today));
  const number = caseNumber(today, serial);
  const requestId = context.newId();
  await repos.governmentRecords.addRequest(
    {
      id: requestId,
      number,
      beneficiaryId,
      asked: items,
      letterId: letter.value.letterId,
      notifiedOn: today,
      dueOn,
      stopFrom,
    },
    { at: now, by: officer.id },
  );
  await audit('governmentRecords.updateAsked', { type: 'updateRequest', id: requestId });
  return ok({ requestId, number, letterNumber: letter.value.number });
}
