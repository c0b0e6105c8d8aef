import { Readable } from 'node:stream';
import tls from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { EmailAccountSettings } from '../../contract/deliveries.ts';
import {
  classifySmtp,
  type AttemptOutcome,
  type SmtpStep,
} from '../../domain/deliveries/classify-answer.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { OutgoingMessage, ReadyLine } from '../app/deliveries/ports.ts';
import { composeEmail } from './compose-email.ts';
import { isTlsFault } from './tls-fault.ts';

/**
 * Reaches the mail server, secures the connection as the account says and signs in; the envelope and the text go with
 * `handOver`. Throws the signal's reason when it is given up.
 */
export async function openSmtpLine(
  settings: EmailAccountSettings,
  password: string | null,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<Result<ReadyLine, AttemptOutcome>> {
  signal.throwIfAborted();
  const mime = await composeEmail(settings, message);
  const connection = new SMTPConnection(optionsOf(settings));
  const { user } = settings;
  try {
    await step(connection, signal, (done) => connection.connect(done));
    if (user !== '') {
      await step(connection, signal, (done) =>
        connection.login({ user, pass: password ?? '' }, done),
      );
    }
  } catch (error) {
    connection.close();
    signal.throwIfAborted();
    return { ok: false, error: classifySmtp(setupStep(error), answerOf(error)) };
  }
  return ok({
    handOver: (breakOff) => handOver(connection, settings, message, mime, breakOff),
    close: () => {
      connection.quit();
    },
  });
}

function optionsOf({
  host,
  port,
  security,
  trustedCertificate,
  timeoutSeconds,
}: EmailAccountSettings) {
  const timeout = timeoutSeconds * 1000;
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: {
      minVersion: 'TLSv1.2' as const,
      ...(trustedCertificate === null ? {} : { ca: [...tls.rootCertificates, trustedCertificate] }),
    },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    dnsTimeout: timeout,
    socketTimeout: timeout,
    socketCloseTimeout: 1000,
    logger: false,
  };
}

async function handOver(
  connection: SMTPConnection,
  { fromAddress }: EmailAccountSettings,
  { to }: OutgoingMessage,
  mime: Buffer,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  let isTextRead = false;
  // NOTE: the text is asked for once the server has accepted DATA, and not before.
  const text = new Readable({
    read() {
      isTextRead = true;
      this.push(mime);
      this.push(null);
    },
  });
  try {
    await step(connection, signal, (done) => {
      connection.send({ from: fromAddress, to, size: mime.byteLength }, text, done);
    });
    return classifySmtp('body', 250);
  } catch (error) {
    return classifySmtp(...sendStep(error, isTextRead));
  }
}

/** One step of the dialogue; breaking it off destroys the connection. */
function step(
  connection: SMTPConnection,
  signal: AbortSignal,
  run: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      signal.removeEventListener('abort', breakOff);
      connection.removeListener('error', settle);
      // Whatever the connection says after its last step is of no use to anybody.
      connection.on('error', () => undefined);
      if (error) reject(error);
      else resolve();
    };
    const breakOff = (): void => {
      settle(new Error('broken off'));
      connection.close();
    };
    signal.addEventListener('abort', breakOff);
    connection.once('error', settle);
    run(settle);
  });
}

interface SmtpError {
  readonly code: string;
  readonly command: string;
  readonly responseCode: number | null;
}

/** NOTE: of an error only these are ever looked at: its words may quote addresses and user names. */
function smtpError(error: unknown): SmtpError {
  const text = (key: string): string =>
    error instanceof Error && key in error ? String(Reflect.get(error, key)) : '';
  const responseCode = Number(text('responseCode'));
  return {
    code: text('code'),
    command: text('command'),
    responseCode: responseCode >= 200 && responseCode < 600 ? responseCode : null,
  };
}

const answerOf = (error: unknown): number | null => smtpError(error).responseCode;

function setupStep(error: unknown): SmtpStep {
  const { code, command } = smtpError(error);
  if (command === 'STARTTLS' && answerOf(error) !== null) return 'starttls';
  if (code === 'ETLS' || isTlsFault(error)) return 'tls';
  return code === 'EAUTH' ? 'signIn' : 'connect';
}

function sendStep(error: unknown, isTextRead: boolean): [SmtpStep, number | null] {
  const { code, command, responseCode } = smtpError(error);
  if (isTextRead) return ['body', code === 'EMESSAGE' ? responseCode : null];
  if (command === 'MAIL FROM') return ['from', responseCode];
  if (command === 'RCPT TO') return ['to', responseCode];
  if (command === 'DATA') return ['data', responseCode];
  return ['connect', responseCode];
}
