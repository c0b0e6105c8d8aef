import { sendProposalBack } from '../../../domain/complaints/approve-complaint.ts';
import { windowState } from '../../../domain/complaints/filing-window.ts';
import { proposeOutcome } from '../../../domain/complaints/propose-complaint.ts';
import { receiveDocuments, takeComplaint } from '../../../domain/complaints/study-complaint.ts';
import { workCalendar } from '../../../domain/settings/settings.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { PasswordHasher } from '../staff/ports.ts';
import { approveComplaint } from './approve-complaint.ts';
import { askForComplaintDocuments } from './ask-for-documents.ts';
import { assignComplaints } from './assign-complaints.ts';
import { changeComplaint } from './change-complaint.ts';
import { complaintCase } from './complaint-case.ts';
import { toComplaintRow } from './complaint-dto.ts';
import { fileComplaint } from './file-complaint.ts';
import { filingWindows } from './filing-windows.ts';
import { gatherClaim } from './gather-claim.ts';

export interface ComplaintServices {
  readonly hasher: PasswordHasher;
  readonly office: LetterOffice;
}

export function createComplaintHandlers({
  hasher,
  office,
}: ComplaintServices): AreaHandlers<'complaints'> {
  return {
    'complaints.counts': async ({ repos, officer, today }) =>
      ok(await repos.complaints.counts(officer.id, today)),
    'complaints.list': async ({ repos, officer, today }, input) => {
      const query = { ...input, officerId: officer.id, today };
      const { rows, total } = await repos.complaints.queue(query);
      return ok({ rows: rows.map((row) => toComplaintRow(row, today)), total });
    },
    'complaints.case': (context, { id }) => complaintCase(context, id),
    'complaints.window': async ({ repos, today }, { month }) => {
      const [window] = await filingWindows(repos, [month]);
      if (!window) return refuse('NOT_FOUND');
      const { opensOn, closesOn } = window;
      return ok({ opensOn, closesOn, state: windowState(window, today) });
    },
    'complaints.file': (context, input) => fileComplaint(context, input, hasher, office),
    'complaints.assign': (context, input) => assignComplaints(context, input),
    'complaints.take': async (context, input) =>
      nothingToTell(
        await changeComplaint(context, input, ({ state }) =>
          takeComplaint(state, context.officer.id),
        ),
      ),
    'complaints.askForDocuments': (context, input) =>
      askForComplaintDocuments(context, input, office),
    'complaints.documentsReceived': async (context, input) => {
      const { settings, officer, today } = context;
      const deadline = { ...settings.complaintDeadline, calendar: workCalendar(settings) };
      return nothingToTell(
        await changeComplaint(context, input, ({ state }) =>
          receiveDocuments(state, officer.id, today, deadline),
        ),
      );
    },
    'complaints.propose': async (context, input) =>
      nothingToTell(
        await changeComplaint(context, input, async (file) => {
          const claim = await gatherClaim(context.repos, file);
          return proposeOutcome(file.state, claim, input, context.officer.id, context.today);
        }),
      ),
    'complaints.approve': (context, input) => approveComplaint(context, input, office),
    'complaints.sendBack': async (context, input) =>
      nothingToTell(
        await changeComplaint(context, input, ({ state }) =>
          sendProposalBack(state, input.note, context.officer.id),
        ),
      ),
  };
}
