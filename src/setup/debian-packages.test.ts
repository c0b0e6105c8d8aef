import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureDebianPackages } from './debian-packages.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'insaf-dpkg-'));
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A machine whose dpkg-query answers with these lines. */
function machineWith(lines: string): void {
  const program = path.join(folder, 'dpkg-query');
  writeFileSync(program, `#!/bin/sh\ncat <<'END'\n${lines}\nEND\n`);
  chmodSync(program, 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
}

describe.runIf(process.platform === 'linux')('the Debian packages', () => {
  it('are named in the exact command when an ordinary user lacks some', async () => {
    machineWith('ii  xvfb');
    await expect(ensureDebianPackages(['headless', 'tests'])).rejects.toMatchObject({
      name: 'SetupProblem',
      message: 'Debian packages are missing (libraries): xauth poppler-utils qpdf libxml2-utils',
      remedy:
        'sudo apt-get update && sudo apt-get install -y --no-install-recommends xauth poppler-utils qpdf libxml2-utils',
    });
  });

  it('that were removed but left their settings count as missing', async () => {
    machineWith('ii  xvfb\nrc  xauth');
    await expect(ensureDebianPackages(['headless'])).rejects.toThrow(/: xauth$/);
  });

  it('count as present under the name of a newer release', async () => {
    machineWith(
      'ii  libgtk-3-0t64\nii  libnss3\nii  libasound2t64\nii  libgbm1\nii  libxss1\nii  libatk-bridge2.0-0t64\nii  libdrm2',
    );
    await expect(ensureDebianPackages(['window'])).resolves.toBe('7 present');
  });

  it('are only named where the system has no dpkg', async () => {
    vi.stubEnv('PATH', folder);
    await expect(ensureDebianPackages(['headless'])).resolves.toBe(
      'not a Debian system; expected to be there: xvfb xauth',
    );
  });
});
