import type { ExportedList, ExportTable } from '../../../contract/exports.ts';
import type { ApiResult } from '../../../contract/errors.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { Permission } from '../../../domain/staff/permissions.ts';
import type { JobContext } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import type { Columns, Words } from './cells.ts';
import {
  applicationColumns,
  bankColumns,
  bankFileColumns,
  candidateColumns,
  changeColumns,
  complaintColumns,
  exceptionColumns,
  followUpColumns,
  letterColumns,
  objectionColumns,
  obstacleColumns,
  paymentColumns,
  recoveryColumns,
  settlementColumns,
  totalColumns,
} from './columns.ts';
import type { Cell } from './ports.ts';
import { differenceColumns, duplicateColumns, updateRequestColumns } from './registry-columns.ts';

/** The lists of the window: what they answer is what is written, masked as on the screen. */
export type Lists = Pick<
  Handlers,
  | 'reconciliation.exceptions'
  | 'reconciliation.files'
  | 'reconciliation.totals'
  | 'reconciliation.pictures'
  | 'reconciliation.followUps'
  | 'payments.list'
  | 'settlements.candidates'
  | 'settlements.list'
  | 'recoveries.list'
  | 'complaints.list'
  | 'objections.list'
  | 'duplicates.pairs'
  | 'governmentRecords.differences'
  | 'governmentRecords.updates'
  | 'applications.list'
  | 'letters.list'
  | 'entitlement.changes'
  | 'entitlement.obstacles'
>;

interface Window {
  readonly offset: number;
  readonly limit: number;
}

type CellRow = (ids: readonly string[], words: Words) => readonly Cell[];

/** A portion of a list: each row knows how to draw the columns it is asked for. */
export interface Portion {
  readonly rows: readonly CellRow[];
  readonly total: number;
}

export interface OpenedList {
  readonly columns: readonly string[];
  page(window: Window): Promise<ApiResult<Portion>>;
}

export const PERMISSION_FOR = {
  exceptions: 'reconciliation.read',
  payments: 'payments.read',
  bankFiles: 'reconciliation.read',
  totals: 'reconciliation.read',
  pictures: 'reconciliation.read',
  followUps: 'reconciliation.read',
  candidates: 'payments.read',
  settlements: 'payments.read',
  recoveries: 'payments.read',
  complaints: 'cases.read',
  objections: 'cases.read',
  duplicates: 'registry.read',
  recordDifferences: 'registry.read',
  updateRequests: 'registry.read',
  applications: 'cases.read',
  letters: 'letters.read',
  eligibilityChanges: 'entitlement.read',
  eligibilityObstacles: 'entitlement.read',
} as const satisfies Record<ExportTable, Permission>;

/** The list behind an export, to be read in portions. */
export function openList(lists: Lists, context: JobContext, list: ExportedList): OpenedList {
  switch (list.table) {
    case 'exceptions':
      return paged(exceptionColumns, (window) =>
        lists['reconciliation.exceptions'](context, { ...list.query, ...window }),
      );
    case 'payments':
      return paged(paymentColumns, (window) =>
        lists['payments.list'](context, { ...list.query, ...window }),
      );
    case 'followUps':
      return paged(followUpColumns, (window) =>
        lists['reconciliation.followUps'](context, { ...list.query, ...window }),
      );
    case 'candidates':
      return paged(candidateColumns, (window) =>
        lists['settlements.candidates'](context, { ...list.query, ...window }),
      );
    case 'settlements':
      return paged(settlementColumns, (window) =>
        lists['settlements.list'](context, { ...list.query, ...window }),
      );
    case 'recoveries':
      return paged(recoveryColumns, (window) =>
        lists['recoveries.list'](context, { ...list.query, ...window }),
      );
    case 'complaints':
      return paged(complaintColumns, (window) =>
        lists['complaints.list'](context, { ...list.query, ...window }),
      );
    case 'objections':
      return paged(objectionColumns, (window) =>
        lists['objections.list'](context, { ...list.query, ...window }),
      );
    case 'applications':
      return paged(applicationColumns, (window) =>
        lists['applications.list'](context, { ...list.query, ...window }),
      );
    case 'duplicates':
      return paged(duplicateColumns, (window) =>
        lists['duplicates.pairs'](context, { ...list.query, ...window }),
      );
    case 'recordDifferences':
      return paged(differenceColumns, (window) =>
        lists['governmentRecords.differences'](context, { ...list.query, ...window }),
      );
    case 'updateRequests':
      return paged(updateRequestColumns, (window) =>
        lists['governmentRecords.updates'](context, { ...list.query, ...window }),
      );
    case 'letters':
      return paged(letterColumns, (window) =>
        lists['letters.list'](context, { ...list.query, ...window }),
      );
    case 'eligibilityChanges':
      return paged(changeColumns, (window) =>
        lists['entitlement.changes'](context, { ...list.query, ...window }),
      );
    case 'eligibilityObstacles':
      return paged(obstacleColumns, (window) =>
        lists['entitlement.obstacles'](context, { ...list.query, ...window }),
      );
    case 'bankFiles':
      return whole(bankFileColumns, () => lists['reconciliation.files'](context, {}));
    case 'pictures':
      return whole(bankColumns, async () => {
        const found = await lists['reconciliation.pictures'](context, list.query);
        return found.ok ? ok(found.value.banks) : found;
      });
    case 'totals':
      return whole(totalColumns, async () => {
        const found = await lists['reconciliation.totals'](context, list.query);
        if (!found.ok) return found;
        const { balances: _balances, ...parts } = found.value;
        return ok(Object.entries(parts).map(([part, sum]) => ({ part, ...sum })));
      });
  }
}

function paged<Row>(
  columns: Columns<Row>,
  ask: (
    window: Window,
  ) => Promise<ApiResult<{ readonly rows: readonly Row[]; readonly total: number }>>,
): OpenedList {
  return {
    columns: Object.keys(columns),
    page: async (window) => {
      const found = await ask(window);
      if (!found.ok) return found;
      return ok({ rows: found.value.rows.map(drawn(columns)), total: found.value.total });
    },
  };
}

/** A list that is answered in one piece. */
function whole<Row>(
  columns: Columns<Row>,
  ask: () => Promise<ApiResult<readonly Row[]>>,
): OpenedList {
  return {
    columns: Object.keys(columns),
    page: async ({ offset }) => {
      const found = await ask();
      if (!found.ok) return found;
      const rows = offset === 0 ? found.value.map(drawn(columns)) : [];
      return ok({ rows, total: found.value.length });
    },
  };
}

function drawn<Row>(columns: Columns<Row>): (row: Row) => CellRow {
  return (row) => (ids, words) => ids.map((id) => columns[id]?.(row, words) ?? null);
}
