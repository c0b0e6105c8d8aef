import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const backend = path.join(import.meta.dirname, '../../src/backend');
const home = `db${path.sep}dialect${path.sep}`;

/** A question which database this is, or a statement that only one of them understands. */
const branch =
  /\bdialect\s*[!=]==?|[!=]==?\s*['"](sqlite|postgres(ql)?)['"]|case ['"](sqlite|postgres(ql)?)['"]|\bpragma\b|\bpg_[a-z_]+\(/i;

describe('the database dialect', () => {
  it.each([
    "if (db.dialect === 'sqlite') return;",
    "const shared = kind !== 'postgres';",
    "case 'postgresql':",
    'sql`PRAGMA foreign_keys = on`',
    'select pg_advisory_lock(1)',
  ])('shows in: %s', (line) => {
    expect(branch.test(line)).toBe(true);
  });

  it('is asked for in backend/db/dialect and nowhere else', () => {
    const found = globSync('**/*.ts', { cwd: backend })
      .filter((file) => !file.startsWith(home) && !file.endsWith('.test.ts'))
      .flatMap((file) =>
        readFileSync(path.join(backend, file), 'utf8')
          .split('\n')
          .filter((line) => branch.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });
});
