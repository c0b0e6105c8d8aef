import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { translatorOf } from '../i18n/use-t.ts';
import { blockedWords } from './blocked-words.ts';
import { caseErrorWords } from './case-error-words.ts';

const arabic = translatorOf('ar', 'latn');
const english = translatorOf('en', 'latn');
const source = path.join(import.meta.dirname, '../../..');

/** Codes by which rules and steps of these folders refuse, as they stand in their code. */
function codesIn(...folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(source, folder))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(source, folder, file), 'utf8')),
  );
  const found = files.flatMap((text) => [
    ...text.matchAll(/(?:refuse\(|return |\? |: |code: )'([A-Z][A-Z_]{4,})'/g),
  ]);
  return [...new Set(found.map(([, code = '']) => code))].sort();
}

const GENERAL = ['CONFLICT', 'NOT_FOUND', 'NOT_PERMITTED'];
const codes = codesIn(
  'domain/cases',
  'domain/complaints',
  'domain/objections',
  'domain/resume',
  'backend/app/cases',
  'backend/app/complaints',
  'backend/app/objections',
  'backend/app/resume',
);

describe('what a refused step on a case tells the officer', () => {
  it('finds the codes of the rules', () => {
    expect(codes).toContain('SHORTFALL_PROVEN');
    expect(codes).toContain('PROPOSED_BY_YOU');
    expect(codes.length).toBeGreaterThan(30);
  });

  it.each(codes)('has its own sentence for %s in both languages', (code) => {
    if (GENERAL.includes(code)) return;
    for (const t of [arabic, english]) {
      const general = t('errors.general', { reference: code });
      expect(caseErrorWords(t, { code })).not.toBe(general);
    }
  });

  it('names the month as the officer reads it', () => {
    const words = caseErrorWords(arabic, { code: 'NO_SHORTFALL', details: { month: '2026-11' } });
    expect(words).toContain('نوفمبر 2026');
  });

  it('names the case among many that refused', () => {
    const details = { ticket: '2026-031274' };
    expect(caseErrorWords(english, { code: 'ALREADY_DECIDED', details })).toContain('2026-031274');
  });

  it('says that the signature was no supervisor of this branch, not that the officer lacks a right', () => {
    const details = { permission: 'cases.allowLate' };
    const words = caseErrorWords(english, { code: 'NOT_PERMITTED', details });
    expect(words).toContain('supervisor');
  });
});

describe('why a step is closed', () => {
  it.each([
    'ALREADY_DECIDED',
    'AWAITING_APPROVAL',
    'AWAITING_DOCUMENTS',
    'NOT_TAKEN',
    'NOT_ASSIGNED_TO_YOU',
    'NOT_PROPOSED',
    'PROPOSED_BY_YOU',
    'FIRST_DECIDED_BY_YOU',
    'NOT_PERMITTED',
  ])('is said in words for %s', (code) => {
    for (const t of [arabic, english]) {
      expect(blockedWords(t, code)).not.toBe(t('cases.blocked.other'));
    }
  });
});
