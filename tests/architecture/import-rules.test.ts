import { beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';
import { importFindings, type Finding, type PlantedFiles } from './planted-project.ts';

interface Violation {
  readonly wrong: string;
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const violations: readonly Violation[] = [
  {
    wrong: 'a screen that takes a part of another area',
    rule: 'features-apart',
    file: 'src/renderer/features/complaints/Queue.tsx',
    imports: '../objections/Review.tsx',
  },
  {
    wrong: 'a screen that calls the backend itself',
    rule: 'renderer-without-backend',
    file: 'src/renderer/features/payments/Import.tsx',
    imports: '../../../backend/app/payments/import-payments.ts',
  },
  {
    wrong: 'a screen that takes a type of the backend',
    rule: 'renderer-without-backend',
    file: 'src/renderer/lib/row-type.ts',
    imports: 'type ../../backend/app/payments/import-payments.ts',
  },
  {
    wrong: 'a screen that reads files',
    rule: 'renderer-without-node',
    file: 'src/renderer/ui/Upload.tsx',
    imports: 'node:fs',
  },
  {
    wrong: 'a screen that knows the shell of the renderer',
    rule: 'features-below-app',
    file: 'src/renderer/features/objections/Review.tsx',
    imports: '../../app/Shell.tsx',
  },
  {
    wrong: 'a part of the design system that knows the contract',
    rule: 'ui-knows-lib-only',
    file: 'src/renderer/ui/Row.tsx',
    imports: '../../contract/payments.ts',
  },
  {
    wrong: 'a helper of the renderer that shows something',
    rule: 'lib-below-ui',
    file: 'src/renderer/lib/words.ts',
    imports: '../ui/Row.tsx',
  },
  {
    wrong: 'a rule that reads the disk',
    rule: 'domain-is-pure',
    file: 'src/domain/payments/read-list.ts',
    imports: 'node:fs',
  },
  {
    wrong: 'a rule that knows a schema library',
    rule: 'domain-is-pure',
    file: 'src/domain/payments/shape.ts',
    imports: 'zod',
  },
  {
    wrong: 'a contract that knows a use-case',
    rule: 'contract-knows-domain-and-zod',
    file: 'src/contract/payments.ts',
    imports: '../backend/app/payments/import-payments.ts',
  },
  {
    wrong: 'a backend that opens windows',
    rule: 'electron-in-shell-only',
    file: 'src/backend/app/letters/print-letter.ts',
    imports: 'electron',
  },
  {
    wrong: 'a backend that knows the shell',
    rule: 'backend-inside-its-layers',
    file: 'src/backend/app/letters/show-letter.ts',
    imports: '../../../main/window.ts',
  },
  {
    wrong: 'a use-case that writes SQL',
    rule: 'use-cases-know-no-technology',
    file: 'src/backend/app/payments/import-payments.ts',
    imports: 'kysely',
  },
  {
    wrong: 'SQL outside the database layer',
    rule: 'kysely-in-db-only',
    file: 'src/backend/letters/query.ts',
    imports: 'kysely',
  },
  {
    wrong: 'a repository that knows the driver',
    rule: 'drivers-in-dialect-only',
    file: 'src/backend/db/repos/payments-repo.ts',
    imports: 'better-sqlite3',
  },
  {
    wrong: 'a shell that opens the database',
    rule: 'main-is-a-shell',
    file: 'src/main/window.ts',
    imports: '../backend/db/repos/payments-repo.ts',
  },
  {
    wrong: 'a preload that carries a library',
    rule: 'preload-passes-names',
    file: 'src/preload/index.ts',
    imports: 'zod',
  },
  {
    wrong: 'a command that opens a window',
    rule: 'cli-is-headless',
    file: 'src/cli/insaf.ts',
    imports: '../main/window.ts',
  },
  {
    wrong: 'a set-up that needs the application',
    rule: 'setup-stands-alone',
    file: 'src/setup/probe.mjs',
    imports: '../domain/payments/read-list.ts',
  },
  {
    wrong: 'two files that need each other',
    rule: 'no-cycles',
    file: 'src/domain/letters/egg.ts',
    imports: './hen.ts',
  },
  {
    wrong: 'shipped code on a package that does not ship',
    rule: 'shipped-code-needs-shipped-packages',
    file: 'src/backend/documents/guess.ts',
    imports: 'fast-check',
  },
  {
    wrong: 'an import that leads nowhere',
    rule: 'resolvable',
    file: 'src/backend/documents/lost.ts',
    imports: './nowhere.ts',
  },
  {
    wrong: 'shipped code on a test',
    rule: 'src-without-tests',
    file: 'src/backend/documents/sample.ts',
    imports: '../../../tests/fixtures.ts',
  },
  {
    wrong: 'shipped code on the files that tests are made of',
    rule: 'src-without-tests',
    file: 'src/backend/bank-files/made-up.ts',
    imports: './testing/sample-files.ts',
  },
];

const permitted: PlantedFiles = {
  'src/domain/shared/result.ts': 'export const ok = true;\n',
  'src/domain/objections/finding.ts':
    "import type { Objection } from './objection.ts';\nexport type Finding = Objection;\n",
  'src/domain/objections/objection.ts':
    "import './finding.ts';\nexport interface Objection {\n  readonly id: string;\n}\n",
  'src/domain/letters/hen.ts': "import './egg.ts';\n",
  'src/renderer/app/Shell.tsx': 'export const Shell = 1;\n',
  'src/renderer/app/routes.ts': "import '../features/complaints/Queue.tsx';\n",
  'src/renderer/lib/client.ts': "import '../../domain/shared/result.ts';\nimport 'zustand';\n",
  'src/backend/db/dialect/sqlite.ts': "import 'kysely';\nimport 'better-sqlite3';\n",
  'src/backend/app/registry/list.ts': "import '../../../domain/shared/result.ts';\n",
  'src/backend/app/registry/list.test.ts': "import 'fast-check';\nimport './list.ts';\n",
  'src/main/index.ts': "import 'electron';\nimport './window.ts';\n",
  'src/backend/bank-files/testing/sample-files.ts': "import 'fast-check';\n",
  'tests/fixtures.ts': 'export const sample = 1;\n',
};

let findings: readonly Finding[];

beforeAll(() => {
  const planted = violations.map(({ file, imports }) => [file, statement(imports)] as const);
  findings = importFindings({ ...Object.fromEntries(planted), ...permitted });
}, 60_000);

function statement(imports: string): string {
  const [target, type] = imports.split(' ').toReversed();
  return type
    ? `import type { Row } from '${target}';\nexport type Own = Row;\n`
    : `import '${target}';\n`;
}

describe('the import rules', () => {
  it.each(violations)('refuse $wrong', ({ rule, file }) => {
    expect(findings).toContainEqual({ rule, file });
  });

  it('let through what the layers allow', () => {
    const files = new Set(Object.keys(permitted));
    expect(findings.filter(({ file }) => files.has(file))).toEqual([]);
  });

  it('are each proved by a violation', () => {
    const proved = new Set(violations.map(({ rule }) => rule));
    expect(configuration.forbidden?.filter(({ name = '' }) => !proved.has(name))).toEqual([]);
  });
});
