import { sql } from 'kysely';
import type { InputOf } from '../../src/contract/api.ts';
import type { DeliveryRow } from '../../src/contract/deliveries.ts';
import {
  DEFAULT_EMAIL_SUBJECT,
  DEFAULT_EMAIL_TEXT,
  DEFAULT_SMS_TEXT,
} from '../../src/domain/deliveries/message-texts.ts';
import { DEFAULT_GATEWAY_BODY } from '../../src/domain/deliveries/gateway-body.ts';
import { isoMonth } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value } from './branch.ts';

const NOVEMBER = isoMonth('2026-11');

export const NAME = 'بدرية بنت عايض السبيعي';

/** A branch with an issued letter whose file is made, to somebody with a mobile number. */
export async function branchWithLetter(): Promise<{ branch: TestBranch; letterId: string }> {
  const branch = await TestBranch.start('2026-11-12');
  const person = await branch.person(NAME);
  await branch.backend.database.transact(async (tx) => {
    await sql`update beneficiary set phone = '0551234567' where id = ${person.id}`.execute(tx.db);
    return ok(null);
  });
  const sara = await branch.as('sara');
  const { id } = value(
    await sara.complaints.file({
      beneficiaryId: person.id,
      category: 'zero',
      channel: 'branch',
      claim: 'لم تصلني دفعة نوفمبر',
      months: [{ month: NOVEMBER, expected: 132_000, received: 0 }],
    }),
  );
  value(await sara.complaints.take({ id, expectedVersion: 1 }));
  value(
    await sara.complaints.propose({
      id,
      expectedVersion: 2,
      outcome: 'accepted',
      reasoning: 'لم تُصرف الدفعة',
      months: [{ month: NOVEMBER, finding: 'shortfallProven', due: 132_000 }],
    }),
  );
  const mona = await branch.as('mona');
  const { letterId } = value(await mona.complaints.approve({ id, expectedVersion: 3 }));
  return { branch, letterId };
}

type EmailInput = InputOf<'deliveries.saveEmailAccount'>;
type SmsInput = InputOf<'deliveries.saveSmsAccount'>;

export const emailAccount = (port: number, more: Partial<EmailInput> = {}): EmailInput => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  trustedCertificate: null,
  user: '',
  fromName: 'فرع شمال الرياض',
  fromAddress: 'branch@insaf.example',
  subject: DEFAULT_EMAIL_SUBJECT,
  text: DEFAULT_EMAIL_TEXT,
  pauseSeconds: 0,
  timeoutSeconds: 2,
  password: null,
  expectedVersion: null,
  ...more,
});

export const smsAccount = (url: string, more: Partial<SmsInput> = {}): SmsInput => ({
  url,
  method: 'POST',
  trustedCertificate: null,
  headerName: 'X-Api-Key',
  body: DEFAULT_GATEWAY_BODY,
  sender: 'Insaf',
  text: DEFAULT_SMS_TEXT,
  pauseSeconds: 0,
  timeoutSeconds: 2,
  key: 'gateway key 77',
  expectedVersion: null,
  ...more,
});

/** What an officer does with the outbox, each call one that must succeed. */
export class Outbox {
  readonly #branch: TestBranch;
  readonly #letterId: string;

  constructor(branch: TestBranch, letterId: string) {
    this.#branch = branch;
    this.#letterId = letterId;
  }

  /** Sends with the text that is proposed. */
  async send(channel: 'email' | 'sms', to: string | null): Promise<string> {
    const api = await this.#branch.as('sara');
    const prepared = value(await api.deliveries.prepare({ letterId: this.#letterId }));
    const sent = await api.deliveries.send({
      letterId: this.#letterId,
      expectedVersion: prepared.letter.version,
      channel,
      to,
      text: prepared[channel].text,
    });
    return value(sent).id;
  }

  async row(id: string): Promise<DeliveryRow> {
    const api = await this.#branch.as('sara');
    return value(await api.deliveries.delivery({ id })).delivery;
  }

  /** The row once it is no longer one of `states`. */
  async settled(id: string, ...states: DeliveryRow['state'][]): Promise<DeliveryRow> {
    const passing = states.length === 0 ? ['waiting', 'sending'] : states;
    const until = Date.now() + 15_000;
    for (;;) {
      const row = await this.row(id);
      if (!passing.includes(row.state)) return row;
      if (Date.now() > until) throw new Error(`Still ${row.state}: ${JSON.stringify(row)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The row once it has been tried so often. */
  async tried(id: string, attempts: number): Promise<DeliveryRow> {
    const until = Date.now() + 15_000;
    for (;;) {
      const row = await this.row(id);
      if (row.attempts >= attempts && row.state !== 'sending') return row;
      if (Date.now() > until) throw new Error(`Not tried: ${JSON.stringify(row)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async trail(id: string): Promise<string[]> {
    const api = await this.#branch.as('sara');
    return value(await api.deliveries.delivery({ id })).trail.map(({ type }) => type);
  }
}
