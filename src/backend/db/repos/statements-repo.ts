import { sql, type Selectable } from 'kysely';
import type { BankFileKind } from '../../../domain/reconciliation/bank-message.ts';
import type {
  StatementFault,
  StatementReader,
  StatementWriter,
  StoredStatement,
} from '../../app/statements/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { jsonRows, jsonValues } from '../dialect/json-rows.ts';
import { awaitingCycle } from './awaiting-cycle.ts';
import type { BankStatementTable } from '../schema/statements.ts';

export class StatementReadRepo implements StatementReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  series: StatementReader['series'] = () =>
    this.#stored()
      .where('f.status', '=', 'committed')
      .where('s.kind', 'in', ['camt.053', 'mt940'])
      .clearSelect()
      .select(['s.account', 's.currency'])
      .distinct()
      .orderBy('s.account', (order) => order.asc().nullsLast())
      .orderBy('s.currency', (order) => order.asc().nullsLast())
      .execute();

  ofSeries: StatementReader['ofSeries'] = async ({ account, currency }) => {
    const rows = await this.#stored()
      .where('f.status', '=', 'committed')
      .where(sql<boolean>`s.account is ${account} and s.currency is ${currency}`)
      .orderBy('f.commit_no')
      .orderBy('s.place')
      .execute();
    return rows.map(toStored);
  };

  ofFile: StatementReader['ofFile'] = async (fileId) => {
    const rows = await this.#stored().where('s.file_id', '=', fileId).orderBy('s.place').execute();
    return rows.map(toStored);
  };

  ofException: StatementReader['ofException'] = async (exceptionId) => {
    const row = await this.#stored()
      .innerJoin('statement_exception as x', 'x.statement_id', 's.id')
      .where('x.exception_id', '=', exceptionId)
      .select(['x.problem', 'x.expected', 'x.found', 'x.other'])
      .executeTakeFirst();
    if (!row) return undefined;
    const { problem, expected, found, other } = row;
    return { statement: toStored(row), fault: problem as StatementFault, expected, found, other };
  };

  #stored() {
    return this.#db
      .selectFrom('bank_statement as s')
      .innerJoin('bank_file as f', 'f.id', 's.file_id')
      .selectAll('s')
      .select('f.file_name');
  }
}

export class StatementWriteRepo extends StatementReadRepo implements StatementWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  keep: StatementWriter['keep'] = async (fileId, statements, differences) => {
    for (const statement of statements) {
      await this.#db
        .insertInto('bank_statement')
        .values({
          id: statement.id,
          file_id: fileId,
          place: statement.place,
          kind: statement.kind,
          statement_id: statement.statementId,
          account: statement.account,
          currency: statement.currency,
          sequence: statement.sequence,
          created_at: statement.createdAt,
          opened_on: statement.openedOn,
          closed_on: statement.closedOn,
          opening: statement.opening,
          closing: statement.closing,
          booked: statement.booked,
          entries: statement.entries,
          opens_within: statement.opensWithin ? 1 : 0,
          closes_within: statement.closesWithin ? 1 : 0,
        })
        .execute();
    }
    const rows = differences.map(({ place, entry, start, end, currency, amount, details }) => [
      place,
      entry,
      start,
      end,
      currency,
      amount,
      details,
    ]);
    await sql`
      insert into entry_difference (file_id, place, entry_no, raw_start, raw_end, currency, amount, details)
      select ${fileId}, given.* from ${jsonRows(
        rows,
        ['place', 'entry_no', 'raw_start', 'raw_end', 'currency', 'amount', 'details'],
        'given',
      )}`.execute(this.#db);
  };

  forget: StatementWriter['forget'] = async (fileId) => {
    await this.#db.deleteFrom('bank_statement').where('file_id', '=', fileId).execute();
    await this.#db.deleteFrom('entry_difference').where('file_id', '=', fileId).execute();
  };

  differencesOfOurs: StatementWriter['differencesOfOurs'] = async (fileId) => {
    const rows = await this.#db
      .selectFrom('entry_difference')
      .selectAll()
      .where('file_id', '=', fileId)
      .orderBy('entry_no')
      .execute();
    const ours = [];
    for (const row of rows) {
      const line = await this.#db
        .selectFrom('bank_line as l')
        .innerJoin('bank_file as f', 'f.no', 'l.file_no')
        .where('f.id', '=', fileId)
        .where('l.payment_no', 'is not', null)
        .where('l.raw_start', '>=', row.raw_start)
        .where('l.raw_end', '<=', row.raw_end)
        .select('l.id')
        .orderBy('l.id')
        .executeTakeFirst();
      if (!line) continue;
      ours.push({
        place: row.place,
        entry: row.entry_no,
        start: row.raw_start,
        end: row.raw_end,
        currency: row.currency,
        amount: row.amount,
        details: row.details,
        lineId: line.id,
      });
    }
    return ours;
  };

  faultsOf: StatementWriter['faultsOf'] = async (statementIds) => {
    const { rows } = await sql<Awaited<ReturnType<StatementWriter['faultsOf']>>[number]>`
      select l.exception_id as "exceptionId", l.statement_id as "statementId", l.problem as fault, l.subject, x.status
      from ${jsonValues(statementIds, 'given')}
      cross join statement_exception l on l.statement_id = given.value
      cross join reconciliation_exception x on x.id = l.exception_id`.execute(this.#db);
    return rows;
  };

  open: StatementWriter['open'] = async (faults, at) => {
    const columns = ['id', 'statement', 'kind', 'amount', 'line', 'fault', 'subject'];
    const rows = faults.map((fault) => [
      fault.id,
      fault.statementId,
      fault.kind,
      fault.amount,
      fault.bankLineId,
      fault.fault,
      fault.subject,
      fault.expected,
      fault.found,
      fault.other,
    ]);
    const given = jsonRows(rows, [...columns, 'expected', 'found', 'other'], 'given');
    await sql`
      insert into reconciliation_exception (id, file_id, bank_line_id, cycle_id, kind, amount_halalas, opened_at)
      select given.id, f.id, given.line, coalesce(
          (select c.id from cycle c where c.id = f.cycle_id and c.status <> 'closed'),
          ${awaitingCycle(sql`coalesce(s.closed_on, s.opened_on, f.staged_at)`)},
          f.cycle_id), given.kind, given.amount, ${at}
      from ${given}
      cross join bank_statement s on s.id = given.statement
      cross join bank_file f on f.id = s.file_id`.execute(this.#db);
    await sql`
      insert into statement_exception (exception_id, statement_id, problem, subject, expected, found, other)
      select given.id, given.statement, given.fault, given.subject, given.expected, given.found, given.other
      from ${given}`.execute(this.#db);
  };

  reopen: StatementWriter['reopen'] = (ids) => this.#setStatus(ids, 'open');
  withdraw: StatementWriter['withdraw'] = (ids) => this.#setStatus(ids, 'withdrawn');

  async #setStatus(ids: readonly string[], status: 'open' | 'withdrawn'): Promise<void> {
    await this.#db
      .updateTable('reconciliation_exception')
      .set({ status, version: sql<number>`version + 1` })
      .where('id', 'in', ids)
      .execute();
  }
}

type StatementRow = Selectable<BankStatementTable> & { readonly file_name: string };

function toStored(row: StatementRow): StoredStatement {
  return {
    id: row.id,
    fileId: row.file_id,
    fileName: row.file_name,
    place: row.place,
    kind: row.kind as BankFileKind,
    statementId: row.statement_id,
    account: row.account,
    currency: row.currency,
    sequence: row.sequence,
    createdAt: row.created_at,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    opening: row.opening,
    closing: row.closing,
    booked: row.booked,
    entries: row.entries,
    opensWithin: row.opens_within === 1,
    closesWithin: row.closes_within === 1,
  };
}
