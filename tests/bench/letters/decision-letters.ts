import { createHash } from 'node:crypto';
import type { LetterModel } from '../../../src/domain/letters/letter-model.ts';
import { composeLetter } from '../../../src/domain/letters/compose-letter.ts';
import {
  printedCode,
  sealPayload,
  type SealFacts,
} from '../../../src/domain/letters/letter-seal.ts';
import { sampleLetter } from '../../../src/domain/letters/samples/sample-letter.ts';
import { halalas } from '../../../src/domain/shared/halalas.ts';
import { addDays, addMonths, isoDate, isoMonth } from '../../../src/domain/shared/iso-date.ts';
import {
  loadShippedTemplates,
  shippedTemplate,
} from '../../../src/backend/letters/shipped-templates.ts';

const GIVEN =
  'عبدالرحمن فهد سعد محمد خالد ناصر إبراهيم سليمان يوسف ماجد طلال غازي ظافر ضيف ثامر شادي جابر حمزة زكريا صقر'.split(
    ' ',
  );
const FAMILIES =
  'الحربي القحطاني الشهري الغامدي الزهراني العتيبي المطيري الدوسري السبيعي الشمري العنزي البلوي'.split(
    ' ',
  );

const template = shippedTemplate(await loadShippedTemplates('resources'), 'complaintAccepted');
const sample = sampleLetter('complaintAccepted', 'normal');

/** A number below `below` that belongs to a letter. */
function drawn(index: number, salt: number, below: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
}

function pick(texts: readonly string[], index: number, salt: number): string {
  return texts[drawn(index, salt, texts.length)] ?? '';
}

/** An accepted complaint on one page, with its table and seal; each index has its own person, amounts and number. */
export function decisionLetter(index: number): LetterModel {
  const number = `1448/${index + 1}`;
  const date = addDays(isoDate('2026-11-23'), drawn(index, 1, 300));
  const first = addMonths(isoMonth('2026-09'), -drawn(index, 2, 24));
  const content = {
    ...sample,
    reasons: sample.reasons.slice(0, 1),
    number,
    date,
    addressee: {
      ...sample.addressee,
      name: `${pick(GIVEN, index, 3)} بن ${pick(GIVEN, index, 4)} بن ${pick(GIVEN, index, 5)} ${pick(FAMILIES, index, 6)}`,
      nationalId: String(1_000_000_000 + drawn(index, 7, 99_999_999)),
    },
    complaint: {
      ...sample.complaint,
      ticket: `2026-${String(drawn(index, 8, 1_000_000)).padStart(6, '0')}`,
    },
    months: sample.months.map((month, at) => ({
      ...month,
      month: addMonths(first, at),
      due: halalas(150_000 + drawn(index, 10 + at, 90_000)),
      paid: halalas(20_000 + drawn(index, 20 + at, 100_000)),
    })),
    iban: `SA${String(drawn(index, 9, 100)).padStart(2, '0')}80000000${String(drawn(index, 30, 1_000_000_000)).padStart(12, '0')}`,
  };
  const digest = createHash('sha256').update(number).digest('hex');
  const facts: SealFacts = {
    keyId: '9f3c61a7',
    number,
    date,
    contentHash: digest.slice(0, 16),
    code: digest.slice(16, 24).toUpperCase(),
  };
  return composeLetter(content, template, {
    payload: sealPayload(facts),
    caption: `رمز التحقق: \u2066${printedCode(facts.code)}\u2069`,
  });
}
