import { describe, expect, it } from 'vitest';
import { lastLines, networkFailure, runCommand } from './run-command.mjs';

describe('a command of the set-up', () => {
  it('answers with its exit status and what it printed', async () => {
    const words = ['-e', 'console.log("out"); console.error("err"); process.exit(3)'];
    const { status, output } = await runCommand(process.execPath, words);
    expect(status).toBe(3);
    expect(output).toContain('out\n');
    expect(output).toContain('err\n');
  });

  it('answers 127 when the program is not there', async () => {
    expect((await runCommand('no-such-program-of-insaf', [])).status).toBe(127);
  });

  it('is ended when its time is up', async () => {
    const words = ['-e', 'setTimeout(() => {}, 60_000)'];
    const { status } = await runCommand(process.execPath, words, {
      signal: AbortSignal.timeout(200),
    });
    expect(status).not.toBe(0);
  });
});

describe('what a failed program printed', () => {
  it('is cut to its last lines', () => {
    expect(lastLines('1\n2\n3\n4\n', 2)).toBe('3\n4');
  });

  it('is told from a network that cannot be reached', () => {
    const npm = `npm error code ECONNREFUSED
npm error FetchError: request to http://registry.example/zod failed, reason: connect ECONNREFUSED 127.0.0.1:9`;
    expect(networkFailure(npm)).toBe('connect ECONNREFUSED 127.0.0.1:9');
    expect(networkFailure('npm error code EUSAGE\nnpm error not in sync')).toBeUndefined();
  });
});
