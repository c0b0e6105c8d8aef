import {
  guideOf,
  type ReasonCode,
  type ReasonCodeTable,
} from '../../../domain/reconciliation/reason-code.ts';
import { knownReasons, type KnownReasons } from './known-reasons.ts';

/** The branch's reason codes, kept at hand between changes. */
export interface ReasonTable extends KnownReasons {
  /** Reads the codes again; called when the branch has changed one. */
  renew(): Promise<void>;
}

/**
 * Reasons as the branch knows them. A database without codes (a branch not founded yet) answers with those that ship.
 *
 * @param read the codes of the database
 */
export async function reasonTable(
  shipped: ReasonCodeTable,
  read: () => Promise<readonly ReasonCode[]>,
): Promise<ReasonTable> {
  const { actions } = shipped;
  let known = knownReasons(shipped);
  const renew = async (): Promise<void> => {
    const codes = await read();
    known = knownReasons(codes.length === 0 ? shipped : { actions, codes });
  };
  await renew();
  return {
    actions,
    find: (list, code) => known.find(list, code),
    isClear: (list, code) => known.isClear(list, code),
    renew,
  };
}

/** What the branch's table starts with: each code with the words of its action, so that both can be changed by code. */
export function startingCodes({ actions, codes }: ReasonCodeTable): Required<ReasonCode>[] {
  return codes.map((reason) => {
    const { actor, beneficiary } = guideOf(actions, reason);
    return { ...reason, actor, beneficiary };
  });
}
