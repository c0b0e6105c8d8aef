import type { MatchRule } from '../../../domain/reconciliation/exception-kind.ts';
import { contradicts, narrativeTokens } from '../../../domain/reconciliation/match-keys.ts';
import { groupBy } from '../../../domain/shared/group-by.ts';
import type { MatchingWriter, PaymentHit, UnmatchedLine } from './matching-ports.ts';
import type { NumberRange } from './ports.ts';

/** How often an identifier stands on lines that nothing has matched yet: one that is repeated is no key. */
export class ReferenceCounts {
  lines = 0;
  readonly #counts = new Map<string, number>();

  add(lines: readonly UnmatchedLine[]): void {
    for (const line of lines) {
      this.lines += 1;
      for (const reference of [line.instructionId, line.bankReference, line.uetr]) {
        if (reference !== null) this.#counts.set(reference, (this.#counts.get(reference) ?? 0) + 1);
      }
    }
  }

  isKey(reference: string | null): reference is string {
    return reference !== null && this.#counts.get(reference) === 1;
  }
}

/** The keys after the end-to-end id, in their order; the first that hits one payment and no other wins. Answers how many did. */
export async function matchOtherKeys(
  matching: MatchingWriter,
  fileId: string,
  range: NumberRange,
  references: ReferenceCounts,
): Promise<number> {
  const lines = await matching.unmatched(fileId, range);
  if (lines.length === 0) return 0;
  const keysOf = lines.map((line) => ({
    line,
    instruction: references.isKey(line.instructionId) ? [line.instructionId] : [],
    bank: [line.uetr, line.bankReference].filter((key) => references.isKey(key)),
    tokens: line.narrative === null ? [] : narrativeTokens(line.narrative),
  }));
  const ours = [
    ...new Set(keysOf.flatMap(({ instruction, tokens }) => [...instruction, ...tokens])),
  ];
  const banks = [...new Set(keysOf.flatMap(({ bank }) => bank))];
  const payments = hitsByKey(ours.length === 0 ? [] : await matching.paymentsOf(ours));
  const named = hitsByKey(banks.length === 0 ? [] : await matching.paymentsNamedBefore(banks));
  const matches = keysOf.flatMap(({ line, instruction, bank, tokens }) => {
    const agreeing = (hit: PaymentHit): boolean =>
      hit.sentIn === null || !contradicts(line, hit.sentIn);
    const found =
      only('instructionId', payments, instruction, agreeing) ??
      only('bankReference', named, bank) ??
      only('narrativeToken', payments, tokens);
    return found ? [{ lineId: line.id, ...found }] : [];
  });
  if (matches.length > 0) await matching.setMatches(fileId, matches);
  return matches.length;
}

function hitsByKey(hits: readonly PaymentHit[]): ReadonlyMap<string, readonly PaymentHit[]> {
  return groupBy(hits, ({ key }) => key);
}

/** The one payment that the keys hit; none where they hit several. */
function only(
  rule: MatchRule,
  hits: ReadonlyMap<string, readonly PaymentHit[]>,
  keys: readonly string[],
  counts: (hit: PaymentHit) => boolean = () => true,
): { paymentNo: number; rule: MatchRule } | null {
  const found = new Set(
    keys.flatMap((key) => (hits.get(key) ?? []).filter(counts).map((hit) => hit.paymentNo)),
  );
  const [paymentNo] = found;
  return found.size === 1 && paymentNo !== undefined ? { paymentNo, rule } : null;
}
