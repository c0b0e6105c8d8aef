import { ok } from '../../../domain/shared/result.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import { officerNames } from '../cases/case-officers.ts';
import type { AreaHandlers } from '../handlers.ts';
import { checkSettlements } from './check-settlements.ts';
import { approveProposed, sendProposedBack, withdrawProposed } from './decide-settlement.ts';
import { proposeSettlement } from './propose-settlement.ts';
import { oneSettlement, personMonths, toSettlementRow } from './settlement-dto.ts';

export function createSettlementHandlers(): AreaHandlers<'settlements'> {
  return {
    'settlements.counts': async ({ repos }) => ok(await repos.settlements.counts()),
    'settlements.candidates': async ({ repos }, input) => {
      const { rows, total } = await repos.settlements.candidates(input);
      return ok({
        rows: rows.map(({ nationalId, ...row }) => ({
          ...row,
          ...toPersonRef({ ...row, nationalId }),
        })),
        total,
      });
    },
    'settlements.check': (context) => checkSettlements(context),
    'settlements.list': async ({ repos }, input) => {
      const { rows, total } = await repos.settlements.list(input);
      const names = await officerNames(repos.staff);
      return ok({ rows: rows.map((row) => toSettlementRow(row, names)), total });
    },
    'settlements.person': (context, { beneficiaryId }) => personMonths(context, beneficiaryId),
    'settlements.one': (context, { id }) => oneSettlement(context, id),
    'settlements.propose': proposeSettlement,
    'settlements.withdraw': withdrawProposed,
    'settlements.sendBack': sendProposedBack,
    'settlements.approve': approveProposed,
  };
}
