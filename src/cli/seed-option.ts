import { CommandFailure } from './command-failure.ts';

/** @throws CommandFailure SEED_INVALID */
export function seedOption(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new CommandFailure('SEED_INVALID', { value: text });
  return Number(text);
}
