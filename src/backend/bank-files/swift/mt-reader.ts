import type {
  BankRecord,
  BankFileKind,
  EntryRecord,
  StatementRecord,
} from '../../../domain/reconciliation/bank-message.ts';
import { newLine, newMessage, type Draft, type LineDraft } from '../line-draft.ts';
import type { TextLine } from '../source/text-lines.ts';
import { StatementTally } from '../statement-tally.ts';
import { parseNarrative } from './narrative.ts';
import {
  parseStatementLine,
  parseSwiftBalance,
  swiftDate,
  swiftEntryDate,
} from './statement-line.ts';

export type MtKind = Extract<BankFileKind, 'mt940' | 'mt942'>;

type EntryDraft = LineDraft & Omit<Draft<EntryRecord>, keyof LineDraft>;

/** Anything else that looks like a tag (`:12:11` in a narrative) is text. */
const TAG = /^:(20|21|25P?|28C?|60[FM]|61|86|62[FM]|64|65|34F|13[CD]?|90[CD]|NS|NR|94[02]):(.*)$/s;

/** Reads the lines of MT940 and MT942, whatever envelope a bank puts around the messages. */
export class MtReader {
  readonly #kind: MtKind;
  readonly #emit: (record: BankRecord) => void;
  #messageSent = false;
  #statement: Draft<StatementRecord> | null = null;
  #statementSent = false;
  #statements = 0;
  #entries = 0;
  #entry: EntryDraft | null = null;
  #narrative: string[] = [];
  #supplement: string[] = [];
  #field: string | null = null;
  #tally = new StatementTally();
  #closed = false;

  constructor(kind: MtKind, emit: (record: BankRecord) => void) {
    this.#kind = kind;
    this.#emit = emit;
  }

  addLine(line: TextLine): void {
    const match = TAG.exec(line.text);
    if (match) this.#startField(match[1] ?? '', match[2] ?? '', line);
    else if (/^(?:-|\{|\u0001|\u0003)/.test(line.text)) this.#field = null;
    else this.#continueField(line);
  }

  /** After the last line. */
  end(): void {
    this.#endStatement();
    this.#sendMessage(null, { line: 1, offset: 0 });
    if (this.#kind === 'mt942') {
      this.#emit({ type: 'warning', code: 'NOT_A_STATEMENT', line: 1, value: this.#kind });
    }
  }

  #startField(tag: string, value: string, line: TextLine): void {
    this.#field = tag;
    if (tag === '20') {
      this.#endStatement();
      this.#startStatement(line, value.trim());
      return;
    }
    if (tag === '940' || tag === '942' || tag === '86' || tag === 'NS' || tag === 'NR') {
      if (tag === '86' && this.#entry) this.#extendEntry(line, value, this.#narrative);
      else if (tag === 'NS' && this.#entry) this.#extendEntry(line, value, this.#supplement);
      return;
    }
    this.#endEntry();
    const statement = this.#statement ?? this.#startStatement(line, null);
    if (tag === '25' || tag === '25P') statement.account ??= value.trim() || null;
    else if (tag === '28' || tag === '28C') statement.sequence ??= value.trim() || null;
    else if (tag === '61') this.#startEntry(line, value);
    else if (tag.startsWith('60') || tag.startsWith('62')) this.#balance(tag, value, line);
    else if (tag === '34F') statement.currency ??= /^[A-Z]{3}/.exec(value)?.[0] ?? null;
    else if (tag === '13' || tag === '13D') statement.createdAt ??= value.trim() || null;
  }

  #continueField(line: TextLine): void {
    if (!this.#entry) return;
    if (this.#field === '86') this.#extendEntry(line, line.text, this.#narrative);
    else if (this.#field === '61' || this.#field === 'NS') {
      this.#extendEntry(line, line.text, this.#supplement);
    }
  }

  #extendEntry(line: TextLine, text: string, into: string[]): void {
    into.push(text);
    if (this.#entry) this.#entry.length = line.offset + line.length - this.#entry.offset;
  }

  #startStatement(line: TextLine, reference: string | null): Draft<StatementRecord> {
    this.#sendMessage(reference, line);
    this.#statements += 1;
    this.#statementSent = false;
    this.#closed = false;
    this.#tally = new StatementTally();
    this.#statement = {
      type: 'statement',
      line: line.line,
      offset: line.offset,
      length: 0,
      statement: this.#statements,
      id: reference || null,
      account: null,
      currency: null,
      sequence: null,
      page: null,
      createdAt: null,
    };
    return this.#statement;
  }

  #sendMessage(messageId: string | null, at: { line: number; offset: number }): void {
    if (this.#messageSent) return;
    this.#messageSent = true;
    this.#emit({ ...newMessage(this.#kind, null, at), messageId });
  }

  #sendStatement(): void {
    if (this.#statement && !this.#statementSent) this.#emit(this.#statement);
    this.#statementSent = true;
  }

  #balance(tag: string, value: string, { line, offset, length }: TextLine): void {
    const balance = parseSwiftBalance(value.trim());
    if (this.#statement) this.#statement.currency ??= balance?.currency ?? null;
    this.#sendStatement();
    if (tag.startsWith('62')) this.#closed = true;
    if (!balance) {
      this.#emit({ type: 'warning', code: 'BALANCE_UNREADABLE', line, value: value.slice(0, 40) });
      return;
    }
    if (balance.date === null) {
      this.#emit({ type: 'warning', code: 'DATE_IMPOSSIBLE', line, value: value.slice(1, 7) });
    }
    const record = {
      type: 'balance',
      line,
      offset,
      length,
      statement: this.#statements,
      code: tag,
      ...balance,
    } as const;
    this.#tally.addBalance(record);
    this.#emit(record);
  }

  #startEntry(line: TextLine, value: string): void {
    this.#sendStatement();
    const parsed = parseStatementLine(value);
    this.#entries += 1;
    const entry: EntryDraft = {
      ...newLine(line, this.#entries),
      type: 'entry',
      length: line.length,
      statement: this.#statements,
      details: 0,
      reversal: false,
      bookingDate: null,
      valueDate: null,
      transactionCode: null,
      currency: this.#statement?.currency ?? null,
    };
    this.#entry = entry;
    if (!parsed) {
      entry.problem = 'AMOUNT_UNREADABLE';
      this.#emit({
        type: 'warning',
        code: 'LINE_UNREADABLE',
        line: line.line,
        value: value.slice(0, 40),
      });
      return;
    }
    entry.amount = parsed.amount;
    entry.direction = parsed.direction;
    entry.reversal = parsed.reversal;
    entry.transactionCode = parsed.transactionCode;
    // SWIFT transaction type RTI: returned item.
    entry.isReturn = parsed.transactionCode?.slice(1) === 'RTI';
    entry.instructionId = parsed.customerReference;
    entry.bankReference = parsed.bankReference;
    entry.valueDate = swiftDate(parsed.valueDate);
    entry.bookingDate =
      parsed.entryDate === null ? null : swiftEntryDate(parsed.valueDate, parsed.entryDate);
    if (entry.valueDate === null) {
      this.#emit({
        type: 'warning',
        code: 'DATE_IMPOSSIBLE',
        line: line.line,
        value: parsed.valueDate,
      });
    }
  }

  #endEntry(): void {
    const entry = this.#entry;
    if (!entry) return;
    const { text, endToEndId, account, name, bank } = parseNarrative(this.#narrative);
    const supplement = this.#supplement.join(' ').replace(/\s+/g, ' ').trim();
    entry.narrative = [supplement, text ?? ''].filter((part) => part !== '').join(' ') || null;
    entry.endToEndId = endToEndId;
    entry.account = account;
    entry.name = name;
    entry.bank = bank;
    this.#tally.addEntry(entry);
    this.#emit(entry);
    this.#entry = null;
    this.#narrative = [];
    this.#supplement = [];
  }

  #endStatement(): void {
    this.#endEntry();
    const statement = this.#statement;
    if (!statement) return;
    this.#sendStatement();
    const end = this.#tally.close(this.#statements);
    this.#emit(end);
    const { line, id } = statement;
    if (end.balances === false)
      this.#emit({ type: 'warning', code: 'BALANCES_DIFFER', line, value: id });
    if (this.#kind === 'mt940' && !this.#closed) {
      this.#emit({ type: 'warning', code: 'CLOSING_BALANCE_MISSING', line, value: id });
    }
    this.#statement = null;
  }
}
