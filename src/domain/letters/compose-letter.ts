import { isolate } from '../shared/isolate.ts';
import { withDigits } from './digits.ts';
import { fillBlock, fillPlain, type Scope } from './fill-template.ts';
import {
  factsOf,
  fieldsOfKind,
  listedEnclosures,
  recipientOf,
  type LetterData,
} from './kinds/all-kinds.ts';
import type { DecisionLetterData, OpenLetterData } from './letter-data.ts';
import {
  closingBlocks,
  letterheadOf,
  markWords,
  metaRows,
  personBlock,
  recipientBlock,
  salutationBlock,
  subjectBlock,
} from './letter-frame.ts';
import {
  OFFICIAL_LAYOUT,
  type LetterBlock,
  type LetterModel,
  type LetterSeal,
} from './letter-model.ts';
import type { LetterTemplate } from './letter-template.ts';

/** A letter's data with the version of the template that words it; without one the current version does. */
export type LetterContent = LetterData & { readonly templateVersion?: number | undefined };

/** What is queued, archived and printed from. */
export type IssuedContent = LetterData & { readonly templateVersion: number };

/**
 * The letter that a template makes of its data, in the order of article 8 of the regulation of official correspondence.
 * All dates must lie from 1318 to 1500H, which the schema of the content checks.
 * @throws Error for a template of another kind or one that was never checked, and for a logo that is not read.
 */
export function composeLetter(
  content: LetterData,
  template: LetterTemplate,
  seal: LetterSeal | null,
): LetterModel {
  if (template.kind !== content.template) {
    throw new Error(`A ${content.template} is not worded by ${template.kind}`);
  }
  const scope: Scope = { fields: fieldsOfKind(content.template), facts: factsOf(content) };
  const subject = fillPlain(template.subject, scope);
  const letter = isFramed(content)
    ? framedLetter(content, template, subject, scope)
    : openLetter(content, template, subject, scope);
  return withDigits({ ...letter, seal });
}

/** Forms stand alone; anything else that has somebody to whom it is written and who signs is a letter. */
function isFramed(content: LetterData): content is LetterData & DecisionLetterData {
  return (
    content.template !== 'complaintForm' &&
    content.template !== 'amountExplained' &&
    content.addressee !== undefined &&
    content.signatory !== undefined &&
    content.settings !== undefined &&
    content.number !== undefined &&
    content.date !== undefined
  );
}

function framedLetter(
  content: LetterData & DecisionLetterData,
  template: LetterTemplate,
  subject: string,
  scope: Scope,
): Omit<LetterModel, 'seal'> {
  const { number, date, settings, addressee } = content;
  const recipient = recipientOf(content);
  const enclosures = Math.max(content.enclosures ?? 0, listedEnclosures(content));
  return {
    title: `${subject} - ${number}`,
    number: isolate(number),
    date,
    digits: settings.digits,
    layout: settings.layout,
    letterhead: letterheadOf(settings),
    meta: [
      ...metaRows(number, date),
      // Article 7 of the regulation of official correspondence wants the count in digits.
      { label: 'المرفقات', value: String(enclosures) },
    ],
    mark: markWords(content.mark ?? template.mark ?? null),
    blocks: [
      subjectBlock(subject),
      recipient === null ? personBlock(addressee) : recipientBlock(recipient),
      salutationBlock(),
      ...bodyOf(template, scope, (stamp) =>
        closingBlocks({ signatory: content.signatory, copies: content.copies ?? [] }, stamp),
      ),
    ],
  };
}

function openLetter(
  content: OpenLetterData,
  template: LetterTemplate,
  subject: string,
  scope: Scope,
): Omit<LetterModel, 'seal'> {
  const { number = null, date = null, settings } = content;
  return {
    title: subject,
    number: number === null ? null : isolate(number),
    date,
    digits: content.digits ?? settings?.digits ?? 'latin',
    layout: settings?.layout ?? OFFICIAL_LAYOUT,
    letterhead: settings === undefined ? null : letterheadOf(settings),
    meta: metaRows(number, date),
    mark: markWords(content.mark ?? template.mark ?? null),
    blocks: [{ kind: 'heading', text: [subject] }, ...bodyOf(template, scope, () => [])],
  };
}

/** The template's blocks, with greeting and signature where it says or at the end. */
function bodyOf(
  { blocks }: LetterTemplate,
  scope: Scope,
  closing: (stamp: boolean) => LetterBlock[],
): LetterBlock[] {
  const body = blocks.flatMap((block) =>
    block.kind === 'signature' ? closing(block.stamp) : fillBlock(block, scope),
  );
  return blocks.some(({ kind }) => kind === 'signature') ? body : [...body, ...closing(true)];
}
