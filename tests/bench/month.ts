/**
 * A region's month: imports a list of payments and reconciles the bank's status report, each timed, with the longest time for
 * which the process answered nobody. `npm run bench -- month [payments] [earlier cycles]`
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBackend } from '../../src/backend/create-backend.ts';
import { writePain002 } from '../../src/backend/bank-files/writers/write-pain-002.ts';
import { createClient, type Client } from '../../src/contract/client.ts';
import type { ApiResult } from '../../src/contract/errors.ts';
import { halalas } from '../../src/domain/shared/halalas.ts';
import { HEADER, iban, nationalId } from '../repos/payment-lists.ts';
import { valueOf } from './reconcile/branch-folder.ts';
import { amountOf, nameOf } from './reconcile/payments.ts';

const payments = Number(process.argv[2] ?? 300_000);
const earlier = Number(process.argv[3] ?? 0);
const folder = mkdtempSync(path.join(tmpdir(), 'insaf-bench-'));
const referenceOf = (month: string, index: number): string =>
  `SSB${month.replace('-', '')}R${String(index + 1).padStart(7, '0')}`;

async function inChunks(file: FileHandle, count: number, line: (index: number) => string) {
  for (let from = 0; from < count; from += 5000) {
    let text = '';
    for (let index = from; index < Math.min(count, from + 5000); index += 1) text += line(index);
    await file.write(text);
  }
}

async function writeList(month: string): Promise<string> {
  const list = path.join(folder, `list-${month}.csv`);
  const file = await open(list, 'w');
  await file.write(`${HEADER}\r\n`);
  await inChunks(file, payments, (index) => {
    const amount = (amountOf(index) / 100).toFixed(2);
    const bank = ['80', '10', '05', '20'][index % 4] ?? '80';
    return `${nationalId(index)},${nameOf(index)},${iban(index, bank)},${amount},${month},${referenceOf(month, index)},عادي\r\n`;
  });
  await file.close();
  return list;
}

/** In another order than the list; one in a hundred rejected, one in a thousand with a wrong amount. */
async function writeAnswer(month: string): Promise<string> {
  const answer = path.join(folder, `answer-${month}.xml`);
  const step = 7919;
  await writePain002(answer, {
    messageId: `STATUS-${month}`,
    createdAt: '2026-11-02T06:00:00.000Z',
    originalMessageId: `SSB${month.replace('-', '')}-R`,
    originalCount: payments,
    originalTotal: halalas(0),
    groupStatus: 'PART',
    batches: [
      {
        paymentInformationId: `SSB${month.replace('-', '')}-R`,
        originalCount: payments,
        originalTotal: halalas(0),
        transactions: (function* transactions() {
          for (let count = 0; count < payments; count += 1) {
            const index = (count * step) % payments;
            const rejected = index % 100 === 0;
            yield {
              instructionId: `I${String(index).padStart(9, '0')}`,
              endToEndId: referenceOf(month, index),
              status: rejected ? 'RJCT' : 'ACSC',
              reasons: rejected ? [{ code: 'AC04' }] : [],
              amount: halalas(amountOf(index) + (index % 1000 === 1 ? 1 : 0)),
              name: nameOf(index),
              iban: iban(index),
            };
          }
        })(),
      },
    ],
  });
  return answer;
}

const delay = monitorEventLoopDelay({ resolution: 5 });
/** Memory of its own in bytes, without what is mapped from files; all of it where the system does not tell them apart. */
function ownMemory(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) * 1024;
  } catch {
    return process.memoryUsage.rss();
  }
}

let peak = 0;
let peakOwn = 0;
let turn = 0;
/** CPU between two turns of the event loop: what silence costs on a machine that has nothing else to do. */
let longestWork = 0;
let lastCpu = process.threadCpuUsage();
const watch = setInterval(() => {
  turn += 1;
  if (turn % 20 === 0) {
    peak = Math.max(peak, process.memoryUsage.rss());
    peakOwn = Math.max(peakOwn, ownMemory());
  }
  const { user, system } = process.threadCpuUsage(lastCpu);
  longestWork = Math.max(longestWork, user + system);
  lastCpu = process.threadCpuUsage();
}, 1);

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  delay.reset();
  delay.enable();
  peak = process.memoryUsage.rss();
  peakOwn = ownMemory();
  longestWork = 0;
  const before = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(0);
  console.log(
    `${name.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(2)} s, ` +
      `CPU ${((user + system) / 1e6).toFixed(2)} s (system ${(system / 1e6).toFixed(2)}), ` +
      `peak ${(peak / 1e6).toFixed(0)} MB (own ${(peakOwn / 1e6).toFixed(0)}), ` +
      `silence at most ${ms(delay.max)} ms, 99% ${ms(delay.percentile(99))} ms; ` +
      `work at a stretch at most ${(longestWork / 1000).toFixed(0)} ms`,
  );
  return value;
}

async function workThrough(api: Client, name: string): Promise<void> {
  const list = await writeList(name);
  const preview = valueOf(
    await timed(`${name} preview list`, () => api.payments.previewList({ path: list })),
  );
  const { sha256, encoding, mapping } = preview;
  if (!preview.importable) throw new Error(JSON.stringify(preview.problems[0]));
  valueOf(
    await timed(`${name} import list`, () =>
      api.payments.importList({ path: list, sha256, encoding, mapping }),
    ),
  );
  const answer = await writeAnswer(name);
  const staged = valueOf(
    await timed(`${name} preview answer`, () => api.reconciliation.preview({ path: answer })),
  );
  const { id: fileId, version: expectedVersion } = staged.file;
  const done = valueOf(
    await timed(`${name} commit answer`, () =>
      api.reconciliation.commit({ fileId, expectedVersion }),
    ),
  );
  console.log(JSON.stringify({ ...staged, file: undefined }), JSON.stringify(done));
  rmSync(list);
  rmSync(answer);
}

async function queries(api: Client): Promise<void> {
  const [cycle] = valueOf(await api.payments.cycles({}));
  const cycleId = cycle?.id ?? '';
  const quick = async (name: string, work: () => Promise<ApiResult<unknown>>): Promise<void> => {
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now();
      valueOf(await work());
      times.push(performance.now() - start);
    }
    console.log(`${name.padEnd(34)} ${times.map((time) => time.toFixed(1)).join(', ')} ms`);
  };
  const { payments: paid, registry, reconciliation } = api;
  await quick('list by name', () => paid.list({ cycleId }));
  await quick('list by name, middle', () => paid.list({ cycleId, offset: payments / 2 - 50 }));
  await quick('list by amount, end', () =>
    paid.list({ cycleId, sort: 'amount', offset: payments - 100 }),
  );
  await quick('list by bank', () => paid.list({ cycleId, sort: 'bank' }));
  await quick('list by status', () => paid.list({ cycleId, sort: 'status' }));
  await quick('list rejected by name', () => paid.list({ cycleId, status: ['rejected'] }));
  await quick('list settled by name, middle', () =>
    paid.list({ cycleId, status: ['settled'], offset: payments / 2 - 5000 }),
  );
  await quick('list one bank by reference', () =>
    paid.list({ cycleId, bankCode: ['05'], sort: 'endToEndId', offset: 1000 }),
  );
  await quick('list name search', () => paid.list({ cycleId, search: 'فاطمه ال' }));
  await quick('list reference search', () => paid.list({ search: referenceOf('2026-11', 1234) }));
  await quick('totals', () => reconciliation.totals({ cycleId }));
  await quick('exception counts', () => reconciliation.exceptionCounts({ cycleId }));
  await quick('exceptions', () => reconciliation.exceptions({ cycleId, kind: 'rejected' }));
  await quick('search name', () => registry.search({ text: 'فاطمة خالد' }));
  await quick('search common name', () => registry.search({ text: 'محمد' }));
  await quick('search two letters', () => registry.search({ text: 'مح' }));
  await quick('search national id', () => registry.search({ text: nationalId(777).slice(0, 8) }));
  await quick('search end of IBAN', () => registry.search({ text: iban(4321).slice(-6) }));
  const { rows } = valueOf(await paid.list({ cycleId }));
  await quick('beneficiary page', () => registry.beneficiary({ id: rows[0]?.beneficiaryId ?? '' }));
}

try {
  const opened = await createBackend({
    dataFolder: path.join(folder, 'data'),
    resourcesFolder: path.resolve(import.meta.dirname, '../../resources'),
    passwordCost: 4,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const backend = opened.value;
  const api = createClient(backend);
  const password = 'Branch-2026-!';
  const admin = { username: 'admin', password };
  valueOf(await api.staff.createBranch({ ...admin, branch: 'فرع', fullName: 'مدير' }));
  api.session.set(valueOf(await api.staff.signIn(admin)).session);
  valueOf(
    await api.staff.add({ username: 'finance', password, fullName: 'مالية', role: 'finance' }),
  );
  api.session.set(valueOf(await api.staff.signIn({ username: 'finance', password })).session);
  for (let back = earlier; back >= 0; back -= 1) {
    await workThrough(api, `2026-${String(11 - back).padStart(2, '0')}`);
  }
  await queries(api);
  await backend.close();
} finally {
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
}
