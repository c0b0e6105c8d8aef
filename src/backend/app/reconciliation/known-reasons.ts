import type {
  ReasonCode,
  ReasonCodeList,
  ReasonCodeTable,
} from '../../../domain/reconciliation/reason-code.ts';

/** The table of reason codes, looked up by list and code. */
export interface KnownReasons {
  find(list: string | null, code: string | null): ReasonCode | undefined;
  /** Whether the code says what to do; «see the text» and «no reason» are codes that do not. */
  isClear(list: ReasonCodeList | null, code: string | null): boolean;
  readonly actions: ReasonCodeTable['actions'];
}

export function knownReasons({ codes, actions }: ReasonCodeTable): KnownReasons {
  const byKey = new Map(codes.map((reason) => [`${reason.list} ${reason.code}`, reason]));
  const find = (list: string | null, code: string | null): ReasonCode | undefined =>
    byKey.get(`${list} ${code}`);
  return {
    actions,
    find,
    isClear: (list, code) => {
      if (code === null) return false;
      const reason = find(list, code);
      return reason !== undefined && reason.action !== 'ASK_BANK';
    },
  };
}
