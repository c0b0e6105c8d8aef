import type {
  BankReason,
  Direction,
  ReasonList,
} from '../../../domain/reconciliation/bank-message.ts';
import { parseDecimal } from '../../../domain/reconciliation/decimal-amount.ts';
import { atPath, joinShapes, textAt, type ElementShape } from '../xml/element-shape.ts';

type TextKey<T> = { [P in keyof T]: string | null extends T[P] ? P : never }[keyof T];

/** Text into one field of whatever draft `target` returns at that moment; the first value stands. */
export function field<T>(
  target: () => T,
  key: TextKey<T>,
  ...paths: readonly string[]
): ElementShape {
  return textAt(
    (text) => {
      const draft: { [P in TextKey<T>]?: unknown } = target();
      draft[key] ??= text;
    },
    ...paths,
  );
}

export interface AmountText {
  readonly amount: string | null;
  readonly currency: string | null;
}

/** How nearly every amount is written. */
const ORDINARY = /^\d{1,12}\.\d\d$/;

function isReadable(text: string): boolean {
  const value = parseDecimal(text);
  return value !== null && value.scale <= 5 && value.units >= 0n;
}

/** An element `<X Ccy="SAR">1320.00</X>`; the amount is null when its text is not a plain unsigned decimal. */
export function amountAt(
  set: (value: AmountText, raw: string) => void,
  ...paths: readonly string[]
): ElementShape {
  const leaf: ElementShape = {
    text: (text, tag) => {
      const readable = ORDINARY.test(text) || isReadable(text);
      set(
        { amount: readable ? text : null, currency: tag.attributes['Ccy']?.value.trim() ?? null },
        text,
      );
    },
  };
  return joinShapes(...paths.map((path) => atPath(path.split('/'), leaf)));
}

export const directionOf = (indicator: string): Direction | null =>
  indicator === 'CRDT' ? 'credit' : indicator === 'DBIT' ? 'debit' : null;

/** One status or return reason, whichever version's element names it uses. */
export function reasonShape(list: ReasonList, add: (reason: BankReason) => void): ElementShape {
  const draft: { code: string | null; proprietary: string | null; info: string[] } = {
    code: null,
    proprietary: null,
    info: [],
  };
  const current = (): typeof draft => draft;
  return joinShapes(
    {
      open: () => {
        draft.code = null;
        draft.proprietary = null;
        draft.info = [];
      },
      close: () => add({ list, ...draft }),
    },
    field(current, 'code', 'Rsn/Cd', 'StsRsn/Cd', 'RtrRsn/Cd'),
    field(current, 'proprietary', 'Rsn/Prtry', 'StsRsn/Prtry', 'RtrRsn/Prtry'),
    textAt((text) => draft.info.push(text), 'AddtlInf', 'AddtlStsRsnInf', 'AddtlRtrRsnInf'),
  );
}
