import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The part of hb-subset's C interface that is used; every number is a pointer, size or flag. */
interface SubsetExports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_preprocess(face: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

const READ_ONLY = 1;
const DROP_TABLE_SET = 3;
const NO_HINTING = 1;
const RETAIN_GLYPH_IDS = 2;
const NO_LAYOUT_CLOSURE = 0x200;

/** What a PDF reader does not need once glyphs are chosen by number. */
const DROPPED_TABLES =
  'GSUB GPOS GDEF OS/2 name post cmap DSIG STAT gasp BASE MATH meta kern prep fpgm cvt_ HVAR MVAR avar';

function tableTag(name: string): number {
  return (
    [...name.replace('_', ' ')].reduce((tag, char) => (tag << 8) + char.charCodeAt(0), 0) >>> 0
  );
}

let loaded: SubsetExports | null = null;

function subsetModule(): SubsetExports {
  if (loaded) return loaded;
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
  loaded = instance.exports as unknown as SubsetExports;
  loaded._initialize();
  return loaded;
}

/** Cuts one font down to the glyphs of a letter, keeping their numbers. */
export class FontSubsetter {
  readonly #face: number;

  constructor(font: Uint8Array) {
    const hb = subsetModule();
    const data = hb.malloc(font.length);
    new Uint8Array(hb.memory.buffer).set(font, data);
    // The copy lives as long as the program: one per font file.
    const blob = hb.hb_blob_create(data, font.length, READ_ONLY, 0, 0);
    const whole = hb.hb_face_create(blob, 0);
    hb.hb_blob_destroy(blob);
    this.#face = hb.hb_subset_preprocess(whole);
    if (this.#face !== whole) hb.hb_face_destroy(whole);
  }

  /** @throws Error when HarfBuzz cannot subset: a broken font file. */
  subset(glyphs: Iterable<number>): Uint8Array {
    const hb = subsetModule();
    const input = hb.hb_subset_input_create_or_fail();
    hb.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GLYPH_IDS | NO_LAYOUT_CLOSURE);
    const drop = hb.hb_subset_input_set(input, DROP_TABLE_SET);
    for (const name of DROPPED_TABLES.split(' ')) hb.hb_set_add(drop, tableTag(name));
    const wanted = hb.hb_subset_input_glyph_set(input);
    for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
    const face = hb.hb_subset_or_fail(this.#face, input);
    hb.hb_subset_input_destroy(input);
    if (face === 0) throw new Error('The letter font could not be subset');
    const blob = hb.hb_face_reference_blob(face);
    const start = hb.hb_blob_get_data(blob, 0);
    const bytes = new Uint8Array(hb.memory.buffer).slice(
      start,
      start + hb.hb_blob_get_length(blob),
    );
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(face);
    return bytes;
  }
}
