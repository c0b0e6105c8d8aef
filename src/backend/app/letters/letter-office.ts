import { letterContentSchema } from '../../../contract/letters-templates.ts';
import { composeLetter } from '../../../domain/letters/compose-letter.ts';
import { isoInstant } from '../../../domain/shared/iso-date.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';
import type { ContentStore } from '../documents/ports.ts';
import type { WriteRepos } from '../ports.ts';
import type { LetterFileInfo, LetterPress, LetterReader } from './ports.ts';

/** Sets queued letters as PDF and archives their bytes, beside the transactions that decide. */
export interface LetterOffice {
  /** Sets one letter. Never fails: a letter that cannot be set stays on the register for another try. */
  set(letterId: string): Promise<void>;
  /** Sets whatever was left queued or failed, one after the other. */
  setWaiting(): Promise<void>;
  /** Lets the letter in hand be finished. */
  stop(): Promise<void>;
}

export interface LetterOfficeServices {
  readonly letters: LetterReader;
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

export function createLetterOffice(services: LetterOfficeServices): LetterOffice {
  const { letters, transact, content, press } = services;
  const inHand = new Map<string, Promise<void>>();
  let stopped = false;

  async function archive(letterId: string): Promise<void> {
    const letter = await letters.waitingLetter(letterId);
    if (letter === undefined || letter.state.file === 'ready' || letter.state.life === 'void')
      return;
    const made = await print(letter.content).catch((error: unknown) => {
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
  async function print(queued: unknown): Promise<Result<LetterFileInfo, Refusal>> {
    const parsed = letterContentSchema.safeParse(queued);
    if (!parsed.success) return refuse('LETTER_CONTENT');
    const { bytes, pages } = await press(composeLetter(parsed.data));
    return ok({ ...(await content.put(bytes)), pages });
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

  async function setEachWaiting(): Promise<void> {
    for (const letterId of await letters.waiting()) {
      if (stopped) return;
      await set(letterId);
    }
  }

  let round: Promise<void> = Promise.resolve();
  return {
    set,
    setWaiting() {
      round = setEachWaiting().catch((error: unknown) => {
        services.report('', error);
      });
      return round;
    },
    async stop() {
      stopped = true;
      await round;
      await Promise.all(inHand.values());
    },
  };
}
