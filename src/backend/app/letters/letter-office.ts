import type { LetterSeal } from '../../../domain/letters/letter-model.ts';
import { letterSeal } from '../../../domain/letters/letter-seal.ts';
import { isoInstant } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { ContentStore } from '../documents/ports.ts';
import type { WriteRepos } from '../ports.ts';
import { composeStored } from './letter-templates-compose.ts';
import type { LetterTemplateReader } from './letter-templates-ports.ts';
import type { LetterSealReader } from './seal/ports.ts';
import { sealFactsOf } from './seal/seal-letter.ts';
import type { LetterFileInfo, LetterPress, LetterReader } from './ports.ts';

/** Sets queued letters as PDF and archives their bytes, beside the transactions that decide. */
export interface LetterOffice {
  /** Sets one letter. Never fails: a letter that cannot be set stays on the register for another try. */
  set(letterId: string): Promise<void>;
  /** Sets letters several at a time: as many as keep the press and the disk busy. */
  setAll(letterIds: readonly string[], settled?: () => void): Promise<void>;
  /** Sets whatever was left queued or failed. */
  setWaiting(): Promise<void>;
  /** Sets what is not on the register, for the eye: nothing is kept. Errors: those of `composeStored`, LETTER_NOT_SET. */
  preview(
    content: unknown,
  ): Promise<Result<{ bytes: Uint8Array<ArrayBuffer>; pages: number }, Refusal>>;
  /** Lets the letters in hand be finished. */
  stop(): Promise<void>;
}

export interface LetterOfficeServices {
  readonly letters: LetterReader;
  readonly seals: LetterSealReader;
  readonly templates: LetterTemplateReader;
  readonly transact: <T>(
    work: (repos: WriteRepos) => Promise<Result<T, Refusal>>,
  ) => Promise<Result<T, Refusal>>;
  readonly content: ContentStore;
  readonly press: LetterPress;
  readonly now: () => Date;
  /** Codes and ids only. */
  readonly report: (letterId: string, error: unknown) => void;
  readonly changed: () => void;
}

/** Letters in hand at once: two at the press while the bytes of others are being archived. */
const AT_ONCE = 4;

export function createLetterOffice(services: LetterOfficeServices): LetterOffice {
  const { letters, seals, templates, transact, content, press } = services;
  const inHand = new Map<string, Promise<void>>();
  let stopped = false;

  async function archive(letterId: string): Promise<void> {
    const letter = await letters.waitingLetter(letterId);
    if (letter === undefined || letter.state.file === 'ready' || letter.state.life === 'void')
      return;
    const made = await print(letterId, letter.content).catch((error: unknown) => {
      services.report(letterId, error);
      return refuse('LETTER_NOT_SET');
    });
    const at = isoInstant(services.now());
    await transact(async (repos) => {
      if (made.ok) await repos.letters.markReady(letterId, made.value, at);
      else await repos.letters.markFailed(letterId, made.error.code, at);
      return ok(null);
    });
    services.changed();
  }

  /** The bytes are durable before the register says so. */
  async function print(
    letterId: string,
    queued: unknown,
  ): Promise<Result<LetterFileInfo, Refusal>> {
    const seal = await seals.ofLetter(letterId);
    const paper = await typeset(queued, seal === undefined ? null : letterSeal(sealFactsOf(seal)));
    if (!paper.ok) return paper;
    const { bytes, pages } = paper.value;
    return ok({ ...(await content.put(bytes)), pages });
  }

  async function typeset(
    queued: unknown,
    seal: LetterSeal | null,
  ): Promise<Result<{ bytes: Uint8Array; pages: number }, Refusal>> {
    const letter = await composeStored(queued, seal, { templates, content });
    return letter.ok ? ok(await press(letter.value)) : letter;
  }

  function set(letterId: string): Promise<void> {
    const known = inHand.get(letterId);
    if (known) return known;
    const work = archive(letterId)
      .catch((error: unknown) => {
        services.report(letterId, error);
      })
      .finally(() => inHand.delete(letterId));
    inHand.set(letterId, work);
    return work;
  }

  async function setAll(letterIds: readonly string[], settled?: () => void): Promise<void> {
    const left = letterIds.values();
    const hand = async (): Promise<void> => {
      for (const letterId of left) {
        if (stopped) return;
        await set(letterId);
        settled?.();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
  }

  let round: Promise<void> = Promise.resolve();
  return {
    set,
    setAll,
    setWaiting() {
      round = letters
        .waiting()
        .then((waiting) => setAll(waiting))
        .catch((error: unknown) => {
          services.report('', error);
        });
      return round;
    },
    async preview(draft) {
      const paper = await typeset(draft, null).catch((error: unknown) => {
        services.report('', error);
        return refuse('LETTER_NOT_SET');
      });
      if (!paper.ok) return paper;
      return ok({ bytes: new Uint8Array(paper.value.bytes), pages: paper.value.pages });
    },
    async stop() {
      stopped = true;
      await round;
      await Promise.all(inHand.values());
    },
  };
}
