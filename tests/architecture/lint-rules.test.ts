import { beforeAll, describe, expect, it } from 'vitest';
import { lintFindings, type Finding } from './planted-project.ts';

const violations = [
  {
    wrong: 'a promise that nobody waits for',
    rule: 'typescript(no-floating-promises)',
    file: 'src/backend/floating.ts',
    content:
      'const save = async (): Promise<void> => {};\nexport function run(): void {\n  save();\n}\n',
  },
  {
    wrong: 'a value of any type',
    rule: 'typescript(no-explicit-any)',
    file: 'src/backend/any.ts',
    content: 'export const read = (value: any): unknown => value;\n',
  },
  {
    wrong: 'parsed JSON taken for what it should be',
    rule: 'typescript(no-unsafe-assignment)',
    file: 'src/backend/unsafe.ts',
    content: "export const settings: { rate: number } = JSON.parse('{}');\n",
  },
  {
    wrong: 'a switch that forgets a status',
    rule: 'typescript(switch-exhaustiveness-check)',
    file: 'src/domain/payments/status.ts',
    content: `type Status = 'paid' | 'returned';
export function word(status: Status): string {
  switch (status) {
    case 'paid':
      return 'paid';
  }
  return '';
}
`,
  },
  {
    wrong: 'the raw channel in a screen',
    rule: 'eslint(no-restricted-properties)',
    file: 'src/renderer/lib/raw.ts',
    content:
      'declare const bridge: { ipcRenderer: unknown };\nexport const raw = () => bridge.ipcRenderer;\n',
  },
  {
    wrong: 'the raw channel in the shell',
    rule: 'eslint(no-restricted-imports)',
    file: 'src/main/raw.ts',
    content: "import { ipcRenderer } from 'electron';\nexport const raw = () => ipcRenderer;\n",
  },
  {
    wrong: 'electron outside main and preload',
    rule: 'eslint(no-restricted-imports)',
    file: 'src/backend/app/letters/print.ts',
    content: "import { app } from 'electron';\nexport const name = app.getName();\n",
  },
  {
    wrong: 'a database driver outside the dialect',
    rule: 'eslint(no-restricted-imports)',
    file: 'src/backend/db/repos/raw-repo.ts',
    content:
      "import Database from 'better-sqlite3';\nexport const open = () => new Database('x');\n",
  },
  {
    wrong: 'a file that only passes on what others export',
    rule: 'oxc(no-barrel-file)',
    file: 'src/domain/barrel.ts',
    content: "export * from './payments/status.ts';\n",
  },
  {
    wrong: 'an export without a name',
    rule: 'import(no-default-export)',
    file: 'src/domain/nameless.ts',
    content: 'export default 1;\n',
  },
  {
    wrong: 'a print-out left behind',
    rule: 'eslint(no-console)',
    file: 'src/backend/noise.ts',
    content: "export const shout = () => console.log('here');\n",
  },
  {
    wrong: 'a comment that silences the compiler',
    rule: 'typescript(ban-ts-comment)',
    file: 'src/backend/silenced.ts',
    content: "// @ts-ignore\nexport const n: number = 'x';\n",
  },
  {
    wrong: 'a test that runs alone',
    rule: 'vitest(no-focused-tests)',
    file: 'src/backend/alone.test.ts',
    content:
      "import { expect, it } from 'vitest';\nit.only('runs', () => {\n  expect(1).toBe(1);\n});\n",
  },
] as const;

const permitted = {
  'src/main/window.ts':
    "import { app } from 'electron';\nexport const name = () => app.getName();\n",
  'src/backend/db/dialect/sqlite.ts':
    "import Database from 'better-sqlite3';\nexport const open = () => new Database(':memory:');\n",
};

let findings: readonly Finding[];

beforeAll(() => {
  const planted = violations.map(({ file, content }) => [file, content] as const);
  findings = lintFindings({ ...Object.fromEntries(planted), ...permitted });
}, 60_000);

describe('the lint rules', () => {
  it.each(violations)('refuse $wrong', ({ rule, file }) => {
    expect(findings).toContainEqual({ rule, file });
  });

  it('let through what the layers allow', () => {
    const files = new Set(Object.keys(permitted));
    expect(findings.filter(({ file }) => files.has(file))).toEqual([]);
  });
});
