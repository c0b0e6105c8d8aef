import { existsSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { userInfo } from 'node:os';
import type {
  Printer,
  PrinterTrouble,
  PrintOrder,
  PrintOutcome,
  SpoolState,
} from '../contract/printing.ts';
import {
  firstNumber,
  firstText,
  IPP_OPERATIONS,
  ippRequest,
  readIppAnswer,
  texts,
  type IppAnswer,
  type IppAttribute,
  type IppGroup,
} from './print-ipp.ts';

const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];
const ANSWER_MS = 20_000;
const PRINTER_GROUP = 0x04;
const JOB_GROUP = 0x02;

/** Where this workstation's print system listens. */
export type CupsServer =
  { readonly socketPath: string } | { readonly host: string; readonly port: number };

/** As `cups(1)`: CUPS_SERVER first, then the system's own socket. Undefined where there is none. */
export function findCups(environment: NodeJS.ProcessEnv = process.env): CupsServer | undefined {
  const named = environment['CUPS_SERVER'];
  if (named !== undefined && named !== '') {
    if (named.startsWith('/')) return { socketPath: named };
    const [, host = named, port = '631'] = /^(.*?)(?::(\d+))?$/.exec(named) ?? [];
    return { host, port: Number(port) };
  }
  const socketPath = SOCKETS.find((path) => existsSync(path));
  return socketPath === undefined ? undefined : { socketPath };
}

/**
 * The print system of Linux and macOS. It is handed the bytes themselves over its own protocol: nothing is drawn again,
 * no file is left, and it says afterwards what became of them.
 */
export class Cups {
  readonly #server: CupsServer;
  constructor(server: CupsServer) {
    this.#server = server;
  }

  /** @throws when the print system does not answer */
  async printers(): Promise<Printer[]> {
    const [all, preferred] = await Promise.all([
      this.#ask('/', IPP_OPERATIONS.getPrinters, [
        { tag: 'keyword', name: 'requested-attributes', value: PRINTER_ATTRIBUTES },
      ]),
      this.#ask('/', IPP_OPERATIONS.getDefaultPrinter, [
        { tag: 'keyword', name: 'requested-attributes', value: ['printer-name'] },
      ]),
    ]);
    const defaultName = groupsOf(preferred, PRINTER_GROUP)
      .map((group) => firstText(group, 'printer-name'))
      .at(0);
    return groupsOf(all, PRINTER_GROUP).flatMap((group) => printerOf(group, defaultName));
  }

  async print(bytes: Uint8Array, order: PrintOrder): Promise<PrintOutcome> {
    let answer: IppAnswer;
    try {
      answer = await this.#ask(
        pathOf(order.printer),
        IPP_OPERATIONS.printJob,
        [
          printerUri(order.printer),
          { tag: 'name', name: 'requesting-user-name', value: userInfo().username },
          { tag: 'name', name: 'job-name', value: order.title },
          { tag: 'mimeMediaType', name: 'document-format', value: 'application/pdf' },
        ],
        [
          // The queue's own default may be Letter, and fitting to it would shrink the page.
          { tag: 'keyword', name: 'media', value: 'iso_a4_210x297mm' },
          { tag: 'keyword', name: 'print-scaling', value: 'none' },
          ...(order.twoSided ? [TWO_SIDED] : []),
        ],
        bytes,
      );
    } catch (error) {
      return { state: 'failed', reason: isNeverSent(error) ? 'SPOOLER_AWAY' : 'NO_ANSWER' };
    }
    const failure = failureOf(answer.status);
    if (failure !== undefined) return failure;
    const job = groupsOf(answer, JOB_GROUP).map((group) => firstNumber(group, 'job-id'))[0];
    return { state: 'spooled', job: job ?? null };
  }

  /** What the print system says of a job, with what keeps its printer. */
  async stateOf(printer: string, job: number): Promise<SpoolState> {
    const asked = await this.#ask(pathOf(printer), IPP_OPERATIONS.getJobAttributes, [
      printerUri(printer),
      { tag: 'integer', name: 'job-id', value: job },
      { tag: 'keyword', name: 'requested-attributes', value: ['job-state', 'job-state-reasons'] },
    ]).catch(() => undefined);
    const [group] = asked === undefined ? [] : groupsOf(asked, JOB_GROUP);
    if (!group) return { state: 'unknown', troubles: [] };
    const state = JOB_STATES.get(firstNumber(group, 'job-state') ?? 0) ?? 'unknown';
    if (state !== 'waiting' && state !== 'printing' && state !== 'stopped') {
      return { state, troubles: [] };
    }
    const known = (await this.printers().catch(() => [])).find(({ name }) => name === printer);
    const troubles = known?.troubles ?? [];
    return { state: known?.status === 'stopped' ? 'stopped' : state, troubles };
  }

  /** Takes a job out of the queue, so that it is not printed when the printer runs again. */
  async cancel(printer: string, job: number): Promise<boolean> {
    const answer = await this.#ask('/jobs', IPP_OPERATIONS.cancelJob, [
      printerUri(printer),
      { tag: 'integer', name: 'job-id', value: job },
      { tag: 'name', name: 'requesting-user-name', value: userInfo().username },
    ]).catch(() => undefined);
    if (answer !== undefined && answer.status < 0x0100) return true;
    const { state } = await this.stateOf(printer, job);
    return state === 'cancelled' || state === 'aborted';
  }

  #ask(
    path: string,
    operation: number,
    operationAttributes: readonly IppAttribute[],
    jobAttributes: readonly IppAttribute[] = [],
    document: Uint8Array = new Uint8Array(),
  ): Promise<IppAnswer> {
    const head = ippRequest(operation, operationAttributes, jobAttributes);
    return post(this.#server, path, Buffer.concat([head, document]));
  }
}

const PRINTER_ATTRIBUTES = [
  'printer-name',
  'printer-info',
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
];

const TWO_SIDED: IppAttribute = { tag: 'keyword', name: 'sides', value: 'two-sided-long-edge' };

/** RFC 8011, 5.3.7. */
const JOB_STATES: ReadonlyMap<number, SpoolState['state']> = new Map([
  [3, 'waiting'],
  [4, 'waiting'],
  [5, 'printing'],
  [6, 'stopped'],
  [7, 'cancelled'],
  [8, 'aborted'],
  [9, 'printed'],
]);

const TROUBLES: readonly (readonly [RegExp, PrinterTrouble])[] = [
  [/^media-jam/, 'mediaJam'],
  [/^media-(empty|needed)/, 'mediaEmpty'],
  [/^(cover|door|interlock)-open/, 'coverOpen'],
  [/^(toner|marker-supply)-empty/, 'tonerEmpty'],
  [/^(offline|shutdown|timed-out|connecting-to-device)/, 'offline'],
  [/^paused/, 'paused'],
];

/** Reports are no trouble, and a warning does not keep the printer. */
export function troublesOf(reasons: readonly string[]): PrinterTrouble[] {
  const grave = reasons.filter((reason) => reason !== 'none' && !/-(report|warning)$/.test(reason));
  const known = grave.flatMap(
    (reason) => TROUBLES.find(([pattern]) => pattern.test(reason))?.[1] ?? [],
  );
  const isUnknown = grave.some((reason) => reason.endsWith('-error')) && known.length === 0;
  return [...new Set(isUnknown ? [...known, 'other' as const] : known)];
}

function printerOf(group: IppGroup, defaultName: string | undefined): Printer[] {
  const name = firstText(group, 'printer-name');
  if (name === undefined) return [];
  const state = firstNumber(group, 'printer-state');
  const accepts = group.get('printer-is-accepting-jobs')?.[0] !== false;
  const isStopped = state === 5 || !accepts;
  return [
    {
      name,
      label: firstText(group, 'printer-info') || name,
      isDefault: name === defaultName,
      status: isStopped ? 'stopped' : state === 4 ? 'busy' : state === 3 ? 'ready' : 'unknown',
      troubles: troublesOf(texts(group, 'printer-state-reasons')),
    },
  ];
}

/** RFC 8011, appendix B. */
function failureOf(status: number): PrintOutcome | undefined {
  if (status < 0x0100) return undefined;
  switch (status) {
    case 0x0406:
      return { state: 'failed', reason: 'PRINTER_GONE' };
    case 0x0408:
    case 0x040a:
      return { state: 'failed', reason: 'DOCUMENT_REFUSED' };
    default:
      return { state: 'failed', reason: 'PRINTER_REFUSED' };
  }
}

function groupsOf(answer: IppAnswer, tag: number): IppGroup[] {
  return answer.groups.filter((group) => group.tag === tag).map(({ attributes }) => attributes);
}

function pathOf(printer: string): string {
  return `/printers/${encodeURIComponent(printer)}`;
}

function printerUri(printer: string): IppAttribute {
  return { tag: 'uri', name: 'printer-uri', value: `ipp://localhost${pathOf(printer)}` };
}

/** A print system that never answered the call cannot have taken the document. */
function isNeverSent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'EACCES' || code === 'ENOTFOUND';
}

function post(server: CupsServer, path: string, body: Buffer): Promise<IppAnswer> {
  const options: RequestOptions = {
    ...server,
    path,
    method: 'POST',
    headers: {
      Host: 'localhost',
      'Content-Type': 'application/ipp',
      'Content-Length': body.length,
      // Over its own socket the print system proves who asks by the process itself.
      ...('socketPath' in server ? { Authorization: `PeerCred ${userInfo().username}` } : {}),
    },
  };
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        try {
          resolve(readIppAnswer(Buffer.concat(parts)));
        } catch (error) {
          reject(error instanceof Error ? error : new Error('No answer'));
        }
      });
    });
    asked.setTimeout(ANSWER_MS, () => asked.destroy(new Error('The print system is silent')));
    asked.on('error', reject);
    asked.end(body);
  });
}
