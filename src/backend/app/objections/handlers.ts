import {
  proposeObjection,
  sendObjectionBack,
} from '../../../domain/objections/decide-objection.ts';
import { takeObjection } from '../../../domain/objections/review-objection.ts';
import { ok } from '../../../domain/shared/result.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import type { PasswordHasher } from '../staff/ports.ts';
import { approveObjectionAs } from './approve-objection.ts';
import { askForObjectionDocuments } from './ask-for-documents.ts';
import { assignObjections } from './assign-objections.ts';
import { changeObjection } from './change-objection.ts';
import { fileObjection } from './file-objection.ts';
import { toObjectionRow } from './objection-dto.ts';
import { objectionReview } from './objection-review.ts';
import { recordFindingOf } from './record-finding.ts';

export interface ObjectionServices {
  readonly hasher: PasswordHasher;
  readonly office: LetterOffice;
}

export function createObjectionHandlers({
  hasher,
  office,
}: ObjectionServices): AreaHandlers<'objections'> {
  return {
    'objections.counts': async ({ repos, officer, today }) =>
      ok(await repos.objections.counts(officer.id, today)),
    'objections.list': async ({ repos, officer, today }, input) => {
      const query = { ...input, officerId: officer.id, today };
      const { rows, total } = await repos.objections.queue(query);
      return ok({ rows: rows.map((row) => toObjectionRow(row, today)), total });
    },
    'objections.review': (context, { id }) => objectionReview(context, id),
    'objections.file': (context, input) => fileObjection(context, input, hasher, office),
    'objections.refusalReasons': async ({ repos }) =>
      ok([...(await repos.objections.refusalReasons())]),
    'objections.assign': (context, input) => assignObjections(context, input),
    'objections.take': async (context, input) =>
      nothingToTell(
        await changeObjection(context, input, ({ state }) =>
          takeObjection(state, context.officer.id),
        ),
      ),
    'objections.askForDocuments': (context, input) =>
      askForObjectionDocuments(context, input, office),
    'objections.recordFinding': (context, input) => recordFindingOf(context, input),
    'objections.propose': async (context, input) =>
      nothingToTell(
        await changeObjection(context, input, ({ state }) => {
          const { outcome, reasoning } = input;
          return proposeObjection(state, { outcome, reasoning }, context.officer.id, context.today);
        }),
      ),
    'objections.approve': (context, input) => approveObjectionAs(context, input, office),
    'objections.sendBack': async (context, input) =>
      nothingToTell(
        await changeObjection(context, input, ({ state }) =>
          sendObjectionBack(state, input.note, context.officer.id),
        ),
      ),
  };
}
