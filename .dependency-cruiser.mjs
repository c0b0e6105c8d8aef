// Who may import whom: the table of the layers, one rule a line of it. A rule is proved by a planted
// violation in tests/architecture/import-rules.test.ts.

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Tests, and what only they and the benches need of the code beside it. */
const test = '(\\.test\\.tsx?$|/testing/)';

/** A package of npm by its folder. @param {...string} names */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const anyNpm = '(^|/)node_modules/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other when they run are one file; types are erased.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'resolvable',
      'An import leads to a file or to a declared dependency.',
      {},
      { couldNotResolve: true, pathNot: '^(bun|deno):' },
    ),
    forbid(
      'shipped-code-needs-shipped-packages',
      'What runs from node_modules at a branch is a dependency, not a devDependency.',
      { path: '^src/(domain|contract|backend|cli|main|preload)/', pathNot: test },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: npm('electron', '@types'),
      },
    ),

    forbid(
      'domain-is-pure',
      'The domain imports the domain and calendars, nothing else: no I/O, no clock, no schema library.',
      { path: '^src/domain/', pathNot: test },
      { pathNot: ['^src/domain/', npm('@internationalized/date')] },
    ),
    forbid(
      'contract-knows-domain-and-zod',
      'The contract is shared by every process.',
      { path: '^src/contract/', pathNot: test },
      { pathNot: ['^src/(domain|contract)/', npm('zod')] },
    ),
    forbid(
      'backend-inside-its-layers',
      'The backend knows the domain and the contract, and no process that shows it.',
      { path: '^src/backend/' },
      { path: '^src/(main|preload|renderer|cli)/' },
    ),
    forbid(
      'use-cases-know-no-technology',
      'A use-case speaks to ports: no SQL, no files, no PDF.',
      { path: '^src/backend/app/', pathNot: test },
      {
        path: [npm('kysely', 'better-sqlite3', 'pg', 'pdf-lib', 'saxes', 'yauzl', 'electron')],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'kysely-in-db-only',
      'SQL is written in backend/db.',
      { path: '^src/', pathNot: ['^src/backend/db/', test] },
      { path: npm('kysely') },
    ),
    forbid(
      'drivers-in-dialect-only',
      'What differs between the databases stands in backend/db/dialect.',
      { path: '^src/', pathNot: ['^src/backend/db/dialect/', '^src/setup/', test] },
      { path: npm('better-sqlite3', '@types/better-sqlite3', 'pg', '@types/pg') },
    ),
    forbid(
      'electron-in-shell-only',
      'Only main and preload import electron.',
      { path: '^src/', pathNot: ['^src/(main|preload)/', '^src/setup/default-app/'] },
      { path: npm('electron') },
    ),
    forbid(
      'main-is-a-shell',
      'main opens windows and relays; it holds no rule and opens no database.',
      { path: '^src/main/' },
      { path: '^src/(backend|renderer|preload|cli|domain/[^/]+/)', pathNot: '^src/domain/shared/' },
    ),
    forbid(
      'preload-passes-names',
      'preload exposes the bridge and nothing else.',
      { path: '^src/preload/' },
      { path: ['^src/', anyNpm], pathNot: ['^src/(contract|preload)/', npm('electron')] },
    ),
    forbid(
      'renderer-without-backend',
      'The renderer speaks to the backend through the client.',
      { path: '^src/renderer/' },
      { path: ['^src/(backend|main|preload|cli|setup)/', npm('electron', 'kysely', 'pdf-lib')] },
    ),
    forbid(
      'renderer-without-node',
      'The renderer is sandboxed.',
      { path: '^src/renderer/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'features-apart',
      'A feature never imports another feature; what two need goes to ui, lib or the contract.',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/features/([^/]+)/', pathNot: '^src/renderer/features/$1/' },
    ),
    forbid(
      'features-below-app',
      'The shell knows the features, never the other way.',
      { path: '^src/renderer/(features|ui|lib)/' },
      { path: '^src/renderer/app/' },
    ),
    forbid(
      'ui-knows-lib-only',
      'The design system knows no feature, no contract and no rule.',
      { path: '^src/renderer/ui/', pathNot: test },
      { path: '^src/', pathNot: ['^src/renderer/(ui|lib|styles)/', '^src/domain/'] },
    ),
    forbid(
      'lib-below-ui',
      'lib knows the contract and the domain.',
      { path: '^src/renderer/lib/', pathNot: test },
      { path: '^src/', pathNot: ['^src/renderer/lib/', '^src/(contract|domain)/'] },
    ),
    forbid(
      'cli-is-headless',
      'The command line starts the backend, never the window.',
      { path: '^src/cli/' },
      { path: '^src/(main|preload|renderer|setup)/' },
    ),
    forbid(
      'setup-stands-alone',
      'The set-up runs before anything is built.',
      { path: '^src/setup/' },
      { path: '^src/', pathNot: '^src/setup/' },
    ),
    forbid(
      'src-without-tests',
      'What ships never imports a test.',
      { path: '^src/', pathNot: test },
      { path: ['^tests/', test] },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
