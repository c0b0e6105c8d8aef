import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ACTION_ACTORS,
  findReasonCode,
  REASON_CODE_LISTS,
  REQUIRED_ACTIONS,
  RESUME_RULES,
} from '../../domain/reconciliation/reason-code.ts';

const arabic = z.string().regex(/^[\u0600-\u06FF]/);
const text = z.strictObject({ ar: arabic, en: z.string().regex(/^[A-Z]/) });
const table = z
  .object({
    actions: z.record(
      z.enum(REQUIRED_ACTIONS),
      z.strictObject({
        actor: z.enum(ACTION_ACTORS),
        title: text,
        officer: text,
        beneficiary: text.nullable(),
      }),
    ),
    codes: z.array(
      z.strictObject({
        list: z.enum(REASON_CODE_LISTS),
        code: z.string().regex(/^[A-Z0-9]{4}$/),
        title: text,
        meaning: text,
        action: z.enum(REQUIRED_ACTIONS),
        resume: z.enum(RESUME_RULES),
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('../../../resources/reason-codes.json', import.meta.url), 'utf8'),
    ),
  );

describe('the reason codes a branch starts with', () => {
  it('explain each code once per list, in Arabic and English, with one action', () => {
    const keys = table.codes.map(({ list, code }) => `${list}/${code}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(table.codes.map(({ code }) => code)).size).toBe(89);
  });

  it.each(['AC14', 'AC16', 'BE08'])('tell %s of a status report from %s of a return', (code) => {
    const status = findReasonCode(table, 'status', code);
    const returned = findReasonCode(table, 'return', code);
    expect(status?.meaning.ar).not.toBe(returned?.meaning.ar);
  });

  it('never let a payment to a deceased or suspected person be resumed', () => {
    for (const { action, resume } of table.codes) {
      if (action === 'CHECK_ALIVE' || action === 'INVESTIGATE_STOP') expect(resume).toBe('never');
    }
    expect(findReasonCode(table, 'return', 'MD07')?.action).toBe('CHECK_ALIVE');
  });

  it('BE05 is not about the beneficiary’s name, BE01 is', () => {
    expect(findReasonCode(table, 'status', 'BE05')?.action).toBe('ASK_BANK');
    expect(findReasonCode(table, 'status', 'BE01')?.action).toBe('CONFIRM_IDENTITY');
  });

  it('say nothing about a code that no list holds', () => {
    expect(findReasonCode(table, 'status', 'ZZ99')).toBeNull();
    expect(findReasonCode(table, 'wages', 'AC04')).toBeNull();
  });
});
