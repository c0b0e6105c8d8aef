import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** Files by their place in a project, with what they contain. */
export type PlantedFiles = Readonly<Record<string, string>>;

export interface Finding {
  readonly rule: string;
  readonly file: string;
}

/**
 * Gives `work` a throw-away project with the configuration of this one and nothing but the planted files,
 * so that what a tool finds there is what was planted.
 */
export function inPlantedProject<T>(files: PlantedFiles, work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'insaf-planted-'));
  try {
    for (const shared of [
      'package.json',
      'tsconfig.json',
      '.dependency-cruiser.mjs',
      '.oxlintrc.json',
    ]) {
      cpSync(path.join(root, shared), path.join(folder, shared));
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What dependency-cruiser reports in a planted project. */
export function importFindings(files: PlantedFiles): Finding[] {
  return inPlantedProject(files, (folder) => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        '--output-type',
        'json',
        'src',
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const report = JSON.parse(stdout) as {
      summary: { violations: { from: string; rule: { name: string } }[] };
    };
    return report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, file: from }));
  });
}

/** What the linter reports in a planted project, its type-aware rules included. */
export function lintFindings(files: PlantedFiles): Finding[] {
  return inPlantedProject(files, (folder) => {
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    return report.diagnostics.map(({ code, filename }) => ({ rule: code, file: filename }));
  });
}
