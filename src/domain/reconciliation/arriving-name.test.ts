import { expect, it } from 'vitest';
import { isArrivingName } from './arriving-name.ts';

it.each([
  ['pain002-2026-11.xml', true],
  ['كشف الحساب.sta', true],
  ['ANSWER', true],
  ['.pain002.xml.x7f', false],
  ['~$answers.xlsx', false],
  ['answers.xml.part', false],
  ['answers.xml.TMP', false],
  ['answers.xml~', false],
  ['Thumbs.db', false],
])('a file %s is looked at: %s', (name, expected) => {
  expect(isArrivingName(name)).toBe(expected);
});
