import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailure } from './command-failure.ts';

/** From `INSAF_PASSWORD`, else a line of standard input, asked for without echo at a terminal. Never an argument. */
export async function readPassword(username: string): Promise<string> {
  const given = process.env['INSAF_PASSWORD'];
  if (given !== undefined && given !== '') return given;
  const silent = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  if (process.stdin.isTTY) process.stderr.write(`Password of ${username}: `);
  const lines = createInterface({
    input: process.stdin,
    output: silent,
    terminal: process.stdin.isTTY,
  });
  try {
    for await (const line of lines) {
      if (line !== '') return line;
    }
  } finally {
    lines.close();
    if (process.stdin.isTTY) process.stderr.write('\n');
  }
  throw new CommandFailure('PASSWORD_NEEDED', { username });
}
