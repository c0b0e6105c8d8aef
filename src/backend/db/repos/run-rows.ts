import { sql } from 'kysely';
import type { OrderedPayment, Run, RunRange } from '../../app/payments/run-ports.ts';
import type { ExportFormat, RunOrigin, RunStatus } from '../../../domain/payments/run.ts';
import type { PaymentKind } from '../../../domain/payments/payment-status.ts';
import type { Halalas } from '../../../domain/shared/halalas.ts';
import type { IsoDate, IsoInstant, IsoMonth } from '../../../domain/shared/iso-date.ts';
import type { Reader } from '../database.ts';
import { inRun } from './run-events.ts';

type Db = Reader['db'];

interface RunRow {
  no: number;
  id: string;
  cycle_id: string;
  cycle_number: number;
  month: string;
  pay_date: string;
  cycle_status: 'open' | 'closed';
  list_no: number;
  origin: RunOrigin;
  status: RunStatus;
  code: string;
  file_name: string | null;
  rows: number;
  total_halalas: number;
  imported_at: string;
  made_by: string;
  sent_at: string | null;
  sent_by_name: string | null;
  export_format: ExportFormat | null;
  export_sha256: string | null;
  export_bytes: number | null;
  version: number;
}

export async function runRows(
  db: Db,
  by: { readonly cycleId: string } | { readonly id: string },
): Promise<Run[]> {
  const where = 'id' in by ? sql`i.id = ${by.id}` : sql`i.cycle_id = ${by.cycleId}`;
  const { rows } = await sql<RunRow>`
    select i.no, i.id, i.cycle_id, c.number as cycle_number, c.month, c.pay_date, c.status as cycle_status, i.list_no,
      i.origin, i.status, p.code, i.file_name, i.rows, i.total_halalas, i.imported_at, m.full_name as made_by,
      i.sent_at, s.full_name as sent_by_name, i.export_format, i.export_sha256, i.export_bytes, i.version
    from payment_import i
    join cycle c on c.id = i.cycle_id
    join programme p on p.no = i.programme_no
    join officer m on m.id = i.imported_by
    left join officer s on s.id = i.sent_by
    where ${where} order by i.list_no`.execute(db);
  return rows.map((row) => ({
    no: row.no,
    id: row.id,
    cycle: {
      id: row.cycle_id,
      number: row.cycle_number,
      month: row.month as IsoMonth,
      payDate: row.pay_date as IsoDate,
      status: row.cycle_status,
    },
    number: row.list_no,
    origin: row.origin,
    status: row.status,
    programme: row.code,
    fileName: row.file_name,
    payments: row.rows,
    amount: row.total_halalas as Halalas,
    madeAt: row.imported_at as IsoInstant,
    madeBy: row.made_by,
    sentAt: row.sent_at as IsoInstant | null,
    sentBy: row.sent_by_name,
    exportFormat: row.export_format,
    exportSha256: row.export_sha256,
    exportBytes: row.export_bytes,
    version: row.version,
  }));
}

export async function orderedPayments(
  db: Db,
  runNo: number,
  range: RunRange,
): Promise<OrderedPayment[]> {
  const { rows } = await sql<{
    no: number;
    kind: PaymentKind;
    end_to_end_id: string;
    instruction_id: string | null;
    amount_halalas: number;
    iban: string;
    bank_code: string;
    full_name: string;
    national_id: string;
  }>`
    select payment.no, payment.kind, end_to_end_id, instruction_id, amount_halalas, iban, bank_code, b.full_name,
      b.national_id
    from payment cross join beneficiary b on b.id = payment.beneficiary_id
    where ${inRun(runNo, range)} order by payment.no`.execute(db);
  return rows.map((row) => ({
    no: row.no,
    kind: row.kind,
    endToEndId: row.end_to_end_id,
    instructionId: row.instruction_id ?? row.end_to_end_id,
    amount: row.amount_halalas as Halalas,
    iban: row.iban,
    bankCode: row.bank_code,
    name: row.full_name,
    nationalId: row.national_id,
  }));
}
