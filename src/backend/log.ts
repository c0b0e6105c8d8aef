import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}

const PERSONAL = [
  /SA\d{22}/giu,
  /[\d\u0660-\u0669]{8,}/gu,
  /[\u0600-\u06FF][\u0600-\u06FF\s]{3,}/gu,
];

/** Numbers of people, accounts and phones, and Arabic text (names, claims), never reach a log. */
export function withoutPersonalData(text: string): string {
  return PERSONAL.reduce((clean, pattern) => clean.replace(pattern, '[…]'), text);
}

/** One JSON line an event, in `logs/` of the data folder. Only codes, ids and counts; stacks are cleaned. */
export function createLog(folder: string, now: () => Date): Log {
  const write = (level: string, event: string, fields: LogFields): void => {
    const at = now().toISOString();
    const clean = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'string' && key !== 'reference' ? withoutPersonalData(value) : value,
      ]),
    );
    try {
      mkdirSync(folder, { recursive: true });
      appendFileSync(
        path.join(folder, `${at.slice(0, 10)}.log`),
        `${JSON.stringify({ at, level, event, ...clean })}\n`,
      );
    } catch {
      // A full disk must not turn a failed log line into a failed decision.
    }
  };
  return {
    info: (event, fields = {}) => {
      write('info', event, fields);
    },
    error: (event, error, fields = {}) => {
      const { message, stack } =
        error instanceof Error ? error : { message: String(error), stack: undefined };
      write('error', event, { ...fields, message, stack: stack ?? null });
    },
  };
}
