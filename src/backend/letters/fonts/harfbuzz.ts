import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The part of HarfBuzz's C interface that is used; every number is a pointer, size or flag. The wrapper
 * of the package makes several objects a glyph and frees only when they are collected: called
 * directly, shaping is five times as fast and memory stays flat.
 */
interface HarfBuzzExports {
  readonly memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number;
  hb_blob_destroy(blob: number): void;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(
    buffer: number,
    text: number,
    textLength: number,
    start: number,
    length: number,
  ): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_buffer_set_cluster_level(buffer: number, level: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_script(buffer: number, script: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_collect_unicodes(face: number, set: number): void;
  hb_font_create(face: number): number;
  hb_language_from_string(text: number, length: number): number;
  hb_set_create(): number;
  hb_set_destroy(set: number): void;
  hb_set_get_population(set: number): number;
  hb_set_next_many(set: number, after: number, out: number, size: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

/** One glyph in visual order; distances in font units, `cluster` the index of its first character. */
export interface ShapedGlyph {
  readonly glyph: number;
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** A line may not be broken before this cluster without shaping anew. */
  readonly unsafeToBreak: boolean;
}

export type Script = 'Arab' | 'Latn';

const READ_ONLY = 1;
const LEFT_TO_RIGHT = 4;
const RIGHT_TO_LEFT = 5;
const BEGINNING_OF_TEXT = 1;
const END_OF_TEXT = 2;
const MONOTONE_CHARACTERS = 1;
const UNSAFE_TO_BREAK = 1;
/** 32-bit words of a glyph's info (code point, mask, cluster) and of its position. */
const WORDS_PER_GLYPH = 5;
const SCRIPTS: Readonly<Record<Script, number>> = { Arab: tag('Arab'), Latn: tag('Latn') };
const WASM_PAGE = 0x10000;

function tag(name: string): number {
  return [...name].reduce((sum, char) => (sum << 8) + char.charCodeAt(0), 0) >>> 0;
}

let loaded: HarfBuzzExports | null = null;
let words = new Int32Array();
let units = new Uint16Array();

function harfBuzz(): HarfBuzzExports {
  if (loaded) return loaded;
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm');
  const fail = (): never => {
    throw new Error('HarfBuzz has stopped');
  };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    wasi_snapshot_preview1: { proc_exit: fail },
    env: {
      _abort_js: fail,
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      emscripten_resize_heap: (size: number) => {
        const { memory } = harfBuzz();
        memory.grow(Math.ceil(((size >>> 0) - memory.buffer.byteLength) / WASM_PAGE));
        return 1;
      },
    },
  });
  loaded = instance.exports as unknown as HarfBuzzExports;
  loaded.__wasm_call_ctors();
  return loaded;
}

/** Views of the memory, which move when it grows. */
function refreshViews({ memory }: HarfBuzzExports): void {
  if (words.buffer === memory.buffer) return;
  words = new Int32Array(memory.buffer);
  units = new Uint16Array(memory.buffer);
}

/** The text that is shaped, kept where HarfBuzz reads it: the runs of a paragraph share it. */
const shared = { text: '', pointer: 0, room: 0, buffer: 0 };

function shareText(hb: HarfBuzzExports, text: string): void {
  if (shared.buffer === 0) {
    shared.buffer = hb.hb_buffer_create();
  }
  if (shared.text === text) return;
  if (text.length > shared.room) {
    if (shared.pointer !== 0) hb.free(shared.pointer);
    shared.room = text.length * 2;
    shared.pointer = hb.malloc(shared.room * 2);
  }
  refreshViews(hb);
  const from = shared.pointer / 2;
  for (let index = 0; index < text.length; index++) units[from + index] = text.charCodeAt(index);
  shared.text = text;
}

/** A font file as HarfBuzz holds it: for the life of the program. */
export class Shaper {
  readonly #face: number;
  readonly #font: number;
  readonly #arabic: number;

  constructor(file: Uint8Array) {
    const hb = harfBuzz();
    const data = hb.malloc(file.length);
    new Uint8Array(hb.memory.buffer).set(file, data);
    const blob = hb.hb_blob_create(data, file.length, READ_ONLY, 0, 0);
    this.#face = hb.hb_face_create(blob, 0);
    hb.hb_blob_destroy(blob);
    this.#font = hb.hb_font_create(this.#face);
    const language = hb.malloc(2);
    new Uint8Array(hb.memory.buffer).set(
      [...'ar'].map((char) => char.charCodeAt(0)),
      language,
    );
    this.#arabic = hb.hb_language_from_string(language, 2);
    hb.free(language);
  }

  /** Code points that the font has a glyph for. */
  characters(): Set<number> {
    const hb = harfBuzz();
    const set = hb.hb_set_create();
    hb.hb_face_collect_unicodes(this.#face, set);
    const count = hb.hb_set_get_population(set);
    const out = hb.malloc(count * 4);
    hb.hb_set_next_many(set, 0xffffffff, out, count);
    refreshViews(hb);
    const characters = new Set(words.subarray(out / 4, out / 4 + count));
    hb.free(out);
    hb.hb_set_destroy(set);
    return characters;
  }

  /** Shapes `text[start, end)` in its context. */
  shape(
    text: string,
    start: number,
    end: number,
    rightToLeft: boolean,
    script: Script,
  ): ShapedGlyph[] {
    const hb = harfBuzz();
    shareText(hb, text);
    const { buffer } = shared;
    hb.hb_buffer_clear_contents(buffer);
    hb.hb_buffer_add_utf16(buffer, shared.pointer, text.length, start, end - start);
    hb.hb_buffer_set_flags(
      buffer,
      (start === 0 ? BEGINNING_OF_TEXT : 0) | (end === text.length ? END_OF_TEXT : 0),
    );
    hb.hb_buffer_set_cluster_level(buffer, MONOTONE_CHARACTERS);
    hb.hb_buffer_set_direction(buffer, rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
    hb.hb_buffer_set_script(buffer, SCRIPTS[script]);
    hb.hb_buffer_set_language(buffer, this.#arabic);
    hb.hb_shape(this.#font, buffer, 0, 0);
    return readGlyphs(hb, buffer, text);
  }
}

function readGlyphs(hb: HarfBuzzExports, buffer: number, text: string): ShapedGlyph[] {
  const count = hb.hb_buffer_get_length(buffer);
  const info = hb.hb_buffer_get_glyph_infos(buffer, 0) / 4;
  const position = hb.hb_buffer_get_glyph_positions(buffer, 0) / 4;
  refreshViews(hb);
  const glyphs: ShapedGlyph[] = [];
  for (let at = 0; at < count * WORDS_PER_GLYPH; at += WORDS_PER_GLYPH) {
    const cluster = words[info + at + 2] ?? 0;
    const advance = words[position + at] ?? 0;
    // HarfBuzz gives directional controls a visible glyph without width: never painted.
    if (advance === 0 && isInvisible(text.charCodeAt(cluster))) continue;
    glyphs.push({
      glyph: words[info + at] ?? 0,
      cluster,
      advance,
      dx: words[position + at + 2] ?? 0,
      dy: words[position + at + 3] ?? 0,
      unsafeToBreak: ((words[info + at + 1] ?? 0) & UNSAFE_TO_BREAK) !== 0,
    });
  }
  return glyphs;
}

/** Directional marks, joiners and isolates: U+200B to 200F, 202A to 202E, 2060 to 2069, FEFF. */
function isInvisible(unit: number): boolean {
  if (unit < 0x200b) return false;
  return (
    unit <= 0x200f ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff
  );
}
