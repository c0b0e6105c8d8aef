import { X509Certificate } from 'node:crypto';
import type { ParsedInputOf } from '../../../contract/api.ts';
import { checkGatewayBody } from '../../../domain/deliveries/gateway-body.ts';
import { checkFields, EMAIL_FIELDS, SMS_FIELDS } from '../../../domain/deliveries/message-texts.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { DeliveryOffice } from './delivery-office.ts';
import type { DeliveryAccount, StoredAccount } from './ports.ts';

/** Errors: those of `saveAccount`, `checkFields` and `checkCertificate`. */
export async function saveEmailAccount(
  context: CommandContext,
  { password, expectedVersion, ...settings }: ParsedInputOf<'deliveries.saveEmailAccount'>,
  office: DeliveryOffice,
) {
  const checks = [
    checkFields(settings.subject, EMAIL_FIELDS),
    checkFields(settings.text, EMAIL_FIELDS),
    checkCertificate(settings.trustedCertificate),
  ];
  const account: DeliveryAccount = { channel: 'email', settings };
  return saveAccount(context, account, checks, { secret: password, expectedVersion }, office);
}

/** Errors: as for e-mail, and DELIVERY_GATEWAY_URL, DELIVERY_GATEWAY_BODY. */
export async function saveSmsAccount(
  context: CommandContext,
  { key, expectedVersion, ...settings }: ParsedInputOf<'deliveries.saveSmsAccount'>,
  office: DeliveryOffice,
) {
  const checks = [
    checkGatewayUrl(settings.url),
    checkGatewayBody(settings.body),
    checkFields(settings.text, SMS_FIELDS),
    checkCertificate(settings.trustedCertificate),
  ];
  const account: DeliveryAccount = { channel: 'sms', settings };
  return saveAccount(context, account, checks, { secret: key, expectedVersion }, office);
}

/** Errors: the first of `checks`, CONFLICT, DELIVERY_SECRET_AGAIN. */
async function saveAccount(
  { repos, officer, now, onCommit, audit }: CommandContext,
  account: DeliveryAccount,
  checks: readonly Result<null, Refusal>[],
  { secret, expectedVersion }: { secret: string | null; expectedVersion: number | null },
  office: DeliveryOffice,
) {
  const refused = checks.find((check) => !check.ok);
  if (refused?.ok === false) return refused;
  const { channel } = account;
  const before = await repos.deliveries.account(channel);
  if ((before?.version ?? null) !== expectedVersion) return refuse('CONFLICT');
  if (before?.hasSecret === true && secret === null && receiver(before) !== receiver(account)) {
    return refuse('DELIVERY_SECRET_AGAIN');
  }
  const version = await repos.deliveries.saveAccount(
    account,
    secret === null ? undefined : secret || null,
    expectedVersion,
    { at: now, by: officer.id },
  );
  if (version === undefined) return refuse('CONFLICT');
  // Neither the password nor where it goes: what changed is seen in the account itself.
  await audit(
    'delivery.accountSaved',
    { type: 'deliveryAccount', id: channel },
    { channel, newSecret: secret !== null },
  );
  onCommit(() => office.wakeAnew());
  return ok({ version });
}

/** To whom the kept password is shown: it must not be sent to somebody else than it was entered for. */
function receiver(account: DeliveryAccount | StoredAccount): string {
  return account.channel === 'email'
    ? [
        account.settings.host.toLowerCase(),
        account.settings.port,
        account.settings.security,
        account.settings.user,
        account.settings.trustedCertificate,
      ].join(' ')
    : [
        account.settings.url,
        account.settings.headerName.toLowerCase(),
        account.settings.trustedCertificate,
      ].join(' ');
}

function checkCertificate(pem: string | null): Result<null, Refusal> {
  if (pem === null) return ok(null);
  try {
    // Read for its own sake: what is no certificate throws.
    return new X509Certificate(pem).fingerprint256 === ''
      ? refuse('DELIVERY_CERTIFICATE')
      : ok(null);
  } catch {
    return refuse('DELIVERY_CERTIFICATE');
  }
}

/** In the clear only to this very machine: the key and people's numbers go with every message. */
function checkGatewayUrl(url: string): Result<null, Refusal> {
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '')
    return refuse('DELIVERY_GATEWAY_URL', { what: 'password' });
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || isHere
    ? ok(null)
    : refuse('DELIVERY_GATEWAY_URL', { what: 'http' });
}
