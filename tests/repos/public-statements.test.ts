import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainOfStored } from '../../src/backend/app/statements/as-chain-statement.ts';
import { BankFileError } from '../../src/backend/bank-files/bank-file-error.ts';
import { readBankFile } from '../../src/backend/bank-files/read-bank-file.ts';
import { StatementCollector } from '../../src/domain/reconciliation/collect-statements.ts';

const folder = path.resolve('../shared/bank-files');
const present = existsSync(folder);
const filesOf = (kind: string): string[] =>
  present ? readdirSync(path.join(folder, kind)).map((name) => path.join(kind, name)) : [];

/** Each statement of a file as the reader proves it by itself and as its series does; null for a file that is refused. */
async function provenTwice(name: string) {
  const collector = new StatementCollector();
  const byReader: (boolean | null)[] = [];
  try {
    for await (const records of readBankFile(path.join(folder, name))) {
      for (const record of records) {
        collector.add(record);
        if (record.type === 'statement-end') byReader.push(record.balances);
      }
    }
  } catch (error) {
    if (error instanceof BankFileError) return null;
    throw error;
  }
  const bySeries = collector.statements.map((statement) => {
    const stored = { ...statement, id: name, fileId: name, fileName: name };
    const [link] = chainOfStored([stored]);
    const codes = link?.problems.map(({ code }) => code) ?? [];
    // A later page alone waits for the first one, and proves nothing before.
    const isLaterPage = statement.kind === 'camt.053' && statement.opensWithin;
    if (isLaterPage) expect(codes).toEqual(['gap']);
    if (isLaterPage || codes.includes('unproven')) return null;
    return !codes.includes('unbalanced');
  });
  return { byReader, bySeries, kinds: collector.statements.map(({ kind }) => kind) };
}

describe.skipIf(!present)(
  'statements of public files (skipped where the folder is missing)',
  () => {
    it.each([...filesOf('camt053'), ...filesOf('mt940')])(
      'balance in their series as they do by themselves: %s',
      async (name) => {
        const proven = await provenTwice(name);
        if (proven === null) return;
        const { byReader, bySeries, kinds } = proven;
        const isStatement = kinds.map((kind) => kind === 'camt.053' || kind === 'mt940');
        expect(bySeries.length).toBe(byReader.length);
        expect(bySeries.filter((_, place) => isStatement[place])).toEqual(
          byReader.filter((_, place) => isStatement[place]),
        );
      },
    );

    it.each(filesOf('camt052'))('a report within the day is none: %s', async (name) => {
      const proven = await provenTwice(name);
      expect(new Set(proven?.kinds ?? [])).toEqual(new Set(proven ? ['camt.052'] : []));
    });
  },
);
