import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { plainLetter } from '../../domain/letters/plain-letter.ts';
import { EVIDENCE_TEXTS, type EvidenceText } from '../../domain/sample/evidence-texts.ts';
import type { EvidenceKind } from '../../domain/sample/sample-objections.ts';
import type { LetterPress } from '../app/letters/ports.ts';

export interface EvidenceFile {
  readonly path: string;
  readonly title: string;
}

/** Evidence by its kind: a handful of distinct pages that many cases share. */
export type EvidenceFiles = Readonly<
  Record<EvidenceKind | 'bankStatement' | 'consent', readonly EvidenceFile[]>
>;

/** Sets the pages that people bring as PDF files below `folder`. */
export async function writeEvidence(folder: string, press: LetterPress): Promise<EvidenceFiles> {
  await mkdir(folder, { recursive: true });
  const write = async (kind: string, texts: readonly EvidenceText[]): Promise<EvidenceFile[]> => {
    const files: EvidenceFile[] = [];
    for (const [index, { title, paragraphs }] of texts.entries()) {
      const { bytes } = await press(plainLetter({ title, paragraphs }));
      const file = path.join(folder, `${kind}-${index + 1}.pdf`);
      await writeFile(file, bytes);
      files.push({ path: file, title });
    }
    return files;
  };
  return {
    lease: await write('lease', EVIDENCE_TEXTS.lease),
    familyRecord: await write('family-record', EVIDENCE_TEXTS.familyRecord),
    incomeStatement: await write('income-statement', EVIDENCE_TEXTS.incomeStatement),
    travelRecord: await write('travel-record', EVIDENCE_TEXTS.travelRecord),
    consent: await write('consent', EVIDENCE_TEXTS.consent),
    bankStatement: await write('bank-statement', EVIDENCE_TEXTS.bankStatement),
  };
}
