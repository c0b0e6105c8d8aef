import { approveRecovery, sendRecoveryBack } from '../../../domain/recoveries/work-recovery.ts';
import { ok } from '../../../domain/shared/result.ts';
import { nothingToTell } from '../cases/nothing-to-tell.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { actingOn } from './acting.ts';
import { changeRecovery } from './change-recovery.ts';
import { oneRecovery, toRecoveryRow } from './recovery-views.ts';
import {
  actOnRecovery,
  deductFromPension,
  notifyPerson,
  proposeRecovery,
} from './work-recoveries.ts';

export function createRecoveryHandlers(office: LetterOffice): AreaHandlers<'recoveries'> {
  return {
    'recoveries.counts': async ({ repos, today }) => ok(await repos.recoveries.counts(today)),
    'recoveries.list': async ({ repos, today }, input) => {
      const { rows, total } = await repos.recoveries.list({ ...input, today });
      return ok({ rows: rows.map((row) => toRecoveryRow(row, today)), total });
    },
    'recoveries.one': (context, { id }) => oneRecovery(context, id),
    'recoveries.propose': proposeRecovery,
    'recoveries.act': actOnRecovery,
    'recoveries.notify': (context, input) => notifyPerson(context, input, office),
    'recoveries.deduct': deductFromPension,
    'recoveries.approve': async (context, input) =>
      nothingToTell(
        await changeRecovery(context, input, ({ state }) =>
          approveRecovery(state, actingOn(context)),
        ),
      ),
    'recoveries.sendBack': async (context, input) =>
      nothingToTell(
        await changeRecovery(context, input, ({ state }) =>
          sendRecoveryBack(state, input.note, actingOn(context)),
        ),
      ),
  };
}
