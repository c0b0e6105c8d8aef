import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly raw: Buffer;
  readonly mail: ParsedMail;
}

/** An answer of the server: the digits, or what happens to the connection instead. */
type Answer = number | 'drop' | 'silence';

export interface MailBehaviour {
  /** Answers in turn to RCPT TO; then 250. */
  readonly toAddress?: Answer[];
  /** Answers in turn after the whole text; then 250. */
  readonly toText?: Answer[];
  readonly password?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly secure?: boolean;
  /** Milliseconds from the text to the answer. */
  readonly slowMs?: number;
}

/** A real SMTP server on this machine, at a port that it keeps while it is down. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** How many texts it was given, answered or not. */
  given = 0;
  readonly port: number;
  readonly #behaviour: MailBehaviour;
  #server: SMTPServer | undefined;

  private constructor(port: number, behaviour: MailBehaviour) {
    this.port = port;
    this.#behaviour = behaviour;
  }

  static async start(behaviour: MailBehaviour = {}, port?: number): Promise<MailServer> {
    const server = new MailServer(port ?? (await freePort()), behaviour);
    await server.up();
    return server;
  }

  async up(): Promise<void> {
    const server = new SMTPServer(this.#options());
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.#server = server;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    for (const connection of server.connections) socketOf(connection).destroy();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  }

  #options(): SMTPServerOptions {
    const {
      password,
      tls,
      secure = false,
      toAddress = [],
      toText = [],
      slowMs = 0,
    } = this.#behaviour;
    const cut = (id: string): void => {
      for (const connection of this.#server?.connections ?? []) {
        if (connection.id === id) socketOf(connection).destroy();
      }
    };
    const answer = (said: Answer | undefined, id: string, done: (error?: Error) => void): void => {
      if (said === 'drop') cut(id);
      else if (said === 'silence') return;
      else if (said === undefined || said < 400) done();
      else done(Object.assign(new Error('not now'), { responseCode: said }));
    };
    return {
      secure,
      ...tls,
      disabledCommands: [
        ...(password === undefined ? ['AUTH'] : []),
        ...(tls === undefined ? ['STARTTLS'] : []),
      ],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      logger: false,
      onAuth: (auth, _session, done) => {
        if (auth.password === password) done(null, { user: auth.username });
        else done(Object.assign(new Error('wrong password'), { responseCode: 535 }));
      },
      onRcptTo: (_address, session, done) => {
        answer(toAddress.shift(), session.id, done);
      },
      onData: (stream, session, done) => {
        this.given += 1;
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const to = session.envelope.rcptTo[0]?.address ?? '';
          const said = toText.shift();
          const finish = async (): Promise<void> => {
            // Taken in before it is answered, as a server does that breaks down in between.
            if (typeof said !== 'number' || said < 400) {
              this.received.push({ to, raw, mail: await simpleParser(raw) });
            }
            answer(said, session.id, done);
          };
          setTimeout(() => void finish(), slowMs);
        });
      },
    };
  }
}

function socketOf(connection: object): net.Socket {
  const socket: unknown = Reflect.get(connection, '_socket');
  if (socket instanceof net.Socket) return socket;
  throw new Error('No socket');
}

export interface ReceivedSms {
  readonly headers: http.IncomingHttpHeaders;
  readonly body: unknown;
}

/** A real HTTP gateway on this machine. */
export class SmsGateway {
  readonly received: ReceivedSms[] = [];
  readonly url: string;
  readonly #server: http.Server;

  private constructor(server: http.Server, port: number) {
    this.#server = server;
    this.url = `http://127.0.0.1:${String(port)}/v1/messages?region=sa`;
  }

  /** @param answers In turn; then 200. */
  static async start(answers: Answer[] = []): Promise<SmsGateway> {
    const server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        gateway.received.push({
          headers: request.headers,
          body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
        });
        const said = answers.shift() ?? 200;
        if (said === 'drop') request.socket.destroy();
        else if (said !== 'silence') response.writeHead(said).end('{}');
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const gateway = new SmsGateway(server, (server.address() as AddressInfo).port);
    return gateway;
  }

  async down(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }
}

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  return port;
}

/** A certificate that nobody has signed, for `localhost`; null where openssl is missing. */
export function selfSigned(): { readonly key: string; readonly cert: string } | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'insaf-certificate-'));
  const key = path.join(folder, 'key.pem');
  const cert = path.join(folder, 'cert.pem');
  try {
    execFileSync(
      'openssl',
      'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost'
        .split(' ')
        .concat('-keyout', key, '-out', cert),
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
