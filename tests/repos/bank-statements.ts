import { halalas, halalasToDecimal } from '../../src/domain/shared/halalas.ts';

export const OUR_ACCOUNT = 'SA0380000000608010167519';

export interface StatedEntry {
  /** Halalas; below zero for money out. */
  readonly amount: number;
  readonly endToEndId?: string;
  readonly narrative?: string;
  /** Where they are given, the entry has details: halalas and end-to-end ids. */
  readonly details?: readonly { readonly amount: number; readonly endToEndId: string }[];
  readonly paymentInformationId?: string;
  readonly subFamily?: string;
}

export interface Stated {
  readonly sequence?: string | null;
  readonly date: string;
  /** Halalas. */
  readonly opening: number;
  readonly closing?: number;
  readonly entries?: readonly StatedEntry[];
  readonly account?: string;
  /** camt only: a page of a statement. Balances stand where the statement begins and ends. */
  readonly page?: { readonly number: number; readonly isLast: boolean };
}

const decimal = (amount: number): string => halalasToDecimal(halalas(Math.abs(amount)));
const mark = (amount: number): string => (amount < 0 ? 'DBIT' : 'CRDT');
const booked = ({ entries = [] }: Stated): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0);

let messages = 0;

/** Statements of a bank as one camt.053.001.08 message. */
export function camt053(...statements: readonly Stated[]): string {
  messages += 1;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>STATEMENT-${messages}</MsgId><CreDtTm>2026-11-05T06:00:00</CreDtTm></GrpHdr>
${statements.map((stated, index) => statementXml(stated, index + 1)).join('\n')}
</BkToCstmrStmt></Document>`;
}

function statementXml(stated: Stated, place: number): string {
  const { sequence = null, date, opening, entries = [], account = OUR_ACCOUNT } = stated;
  const closing = stated.closing ?? opening + booked(stated);
  const isFirst = (stated.page?.number ?? 1) === 1;
  const isLast = stated.page?.isLast ?? true;
  return `<Stmt><Id>S-${messages}-${place}</Id>${pageXml(stated)}${sequence === null ? '' : `<ElctrncSeqNb>${sequence}</ElctrncSeqNb>`}
<CreDtTm>${date}T20:00:00</CreDtTm><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>SAR</Ccy></Acct>
${isFirst ? balanceXml('OPBD', opening, date) : ''}${isLast ? balanceXml('CLBD', closing, date) : ''}
${entries.map((entry) => entryXml(entry, date)).join('\n')}</Stmt>`;
}

function pageXml({ page }: Stated): string {
  if (page === undefined) return '';
  return `<StmtPgntn><PgNb>${page.number}</PgNb><LastPgInd>${page.isLast}</LastPgInd></StmtPgntn>`;
}

const balanceXml = (code: string, amount: number, date: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="SAR">${decimal(amount)}</Amt>` +
  `<CdtDbtInd>${mark(amount)}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;

function entryXml(entry: StatedEntry, date: string): string {
  const { amount, endToEndId, details, paymentInformationId, subFamily = 'DMCT' } = entry;
  const listed = details ?? (endToEndId === undefined ? [] : [{ amount, endToEndId }]);
  const batch =
    paymentInformationId === undefined
      ? ''
      : `<Btch><PmtInfId>${paymentInformationId}</PmtInfId></Btch>`;
  const inside = batch + listed.map(detailXml).join('');
  return `<Ntry><Amt Ccy="SAR">${decimal(amount)}</Amt><CdtDbtInd>${mark(amount)}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${date}</Dt></BookgDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>
${inside === '' ? '' : `<NtryDtls>${inside}</NtryDtls>`}${entry.narrative === undefined ? '' : `<AddtlNtryInf>${entry.narrative}</AddtlNtryInf>`}</Ntry>`;
}

const detailXml = ({ amount, endToEndId }: { amount: number; endToEndId: string }): string =>
  `<TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs><Amt Ccy="SAR">${decimal(amount)}</Amt>` +
  `<CdtDbtInd>${mark(amount)}</CdtDbtInd></TxDtls>`;

/** Statements of a bank as MT940, one message for each; balances between pages as `60M` and `62M`. */
export function mt940(
  ...statements: readonly (Stated & { opensWithin?: boolean; closesWithin?: boolean })[]
): string {
  const messages940 = statements.map((stated, index) => {
    const { sequence = null, date, opening, entries = [], account = OUR_ACCOUNT } = stated;
    const closing = stated.closing ?? opening + booked(stated);
    const day = date.slice(2).replaceAll('-', '');
    const balance = (amount: number): string =>
      `${amount < 0 ? 'D' : 'C'}${day}SAR${decimal(amount).replace('.', ',')}`;
    return [
      `:20:M940-${index}`,
      `:25:${account}`,
      ...(sequence === null ? [] : [`:28C:${sequence}`]),
      `:60${stated.opensWithin ? 'M' : 'F'}:${balance(opening)}`,
      ...entries.flatMap(({ amount, endToEndId = 'NONREF', narrative }) => [
        `:61:${day}${day.slice(2)}${amount < 0 ? 'D' : 'C'}${decimal(amount).replace('.', ',')}NTRF${endToEndId.slice(0, 16)}`,
        ...(narrative === undefined ? [] : [`:86:${narrative}`]),
      ]),
      `:62${stated.closesWithin ? 'M' : 'F'}:${balance(closing)}`,
      '-',
    ];
  });
  return `${messages940.flat().join('\r\n')}\r\n`;
}
