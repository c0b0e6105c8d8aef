import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import { DOCUMENT_CASES, termsOn } from '../../src/domain/programmes/programme-terms.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { openBranch, valueOf, type TestBranch } from './open-branch.ts';

let branch: TestBranch;
let admin: Client;
let officer: Client;

beforeEach(async () => {
  branch = await openBranch('2026-11-22T08:00:00.000Z');
  admin = await branch.as('administrator');
  officer = await branch.as('officer');
});
afterEach(() => branch.close());

const PENSION = { code: 'PENSION' };

describe('the catalogue of programmes', () => {
  it('comes with what law and platform say of each, and leaves blank what they do not', async () => {
    const blank = { conditions: [], groups: [], documents: [], amounts: [] };
    const [pension] = valueOf(await officer.programmes.terms(PENSION)).versions;
    expect(pension?.terms.documents.map(({ code }) => code)).toContain('lease');
    expect(pension?.terms.amounts).toEqual([{ kind: 'entitlement' }]);
    for (const { cases } of pension?.terms.documents ?? [])
      expect(cases.filter((known) => !DOCUMENT_CASES.includes(known))).toEqual([]);
    const [food] = valueOf(await officer.programmes.terms({ code: 'FOOD' })).versions;
    expect(food?.terms).toEqual(blank);
  });

  it('takes new terms from a day on and keeps those before it', async () => {
    const { versions } = valueOf(await admin.programmes.terms(PENSION));
    const terms = { ...versions[0]!.terms, documents: [] };
    const change = { ...PENSION, terms, reason: 'تعميم', validFrom: isoDate('2027-01-01') };
    valueOf(await admin.programmes.saveTerms({ ...change, after: versions[0]!.no }));
    const after = valueOf(await admin.programmes.terms(PENSION));
    expect(after.versions.map(({ state }) => state)).toEqual(['coming', 'inForce']);
    expect(termsOn(after.versions, isoDate('2026-12-31')).documents.length).toBeGreaterThan(0);
    expect(termsOn(after.versions, isoDate('2027-01-01')).documents).toEqual([]);
  });

  it('refuses a change by an officer, of the past, or of what somebody else changed meanwhile', async () => {
    const { versions } = valueOf(await admin.programmes.terms(PENSION));
    const { terms, no } = versions[0]!;
    const change = { ...PENSION, terms, reason: 'تعميم', validFrom: isoDate('2026-11-22') };
    const code = async (asked: ReturnType<Client['programmes']['saveTerms']>) => {
      const result = await asked;
      return result.ok ? 'OK' : result.error.code;
    };
    const past = { ...change, validFrom: isoDate('2026-11-21') };
    expect(await code(officer.programmes.saveTerms({ ...change, after: no }))).toBe(
      'NOT_PERMITTED',
    );
    expect(await code(admin.programmes.saveTerms({ ...past, after: no }))).toBe('TERMS_IN_PAST');
    expect(await code(admin.programmes.saveTerms({ ...change, code: 'NO', after: no }))).toBe(
      'PROGRAMME_UNKNOWN',
    );
    expect(await code(admin.programmes.saveTerms({ ...change, after: no }))).toBe('OK');
    expect(await code(admin.programmes.saveTerms({ ...change, after: no }))).toBe('CONFLICT');
  });
});
