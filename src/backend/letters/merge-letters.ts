import { PDFDocument } from 'pdf-lib';
import type { CreateLetterMerger } from '../app/letters/batches/ports.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from './layout/page-geometry.ts';

/** Objects written before others are served: some 10 ms of work. */
const OBJECTS_PER_TICK = 200;

/** Puts archived letters into one file to be printed: their pages as they are, none set anew. */
export const createLetterMerger: CreateLetterMerger = async ({ title, blankPages }) => {
  const merged = await PDFDocument.create({ updateMetadata: false });
  merged.setTitle(title);
  merged.setProducer('Insaf');
  return {
    async add(bytes) {
      const letter = await PDFDocument.load(bytes, { updateMetadata: false });
      for (const page of await merged.copyPages(letter, letter.getPageIndices())) {
        merged.addPage(page);
      }
      if (blankPages && letter.getPageCount() % 2 === 1) merged.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
    },
    async finish() {
      const bytes = await merged.save({
        addDefaultPage: false,
        updateFieldAppearances: false,
        objectsPerTick: OBJECTS_PER_TICK,
      });
      return { bytes, pages: merged.getPageCount() };
    },
  };
};
