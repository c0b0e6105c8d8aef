import { bankNameOf } from '../../../../domain/registry/bank-names.ts';
import { SAUDI_BANKS } from '../../../../domain/registry/saudi-banks.ts';
import {
  bankCodeList,
  bankOfList,
  REASON_CODE_LISTS,
  type ReasonCodeList,
} from '../../../../domain/reconciliation/reason-code.ts';
import type { Translate } from '../../../lib/i18n/use-t.ts';

/** What a list is called: those that banks share by what they are for, a bank's own by the bank. */
export function reasonListName(t: Translate, list: ReasonCodeList): string {
  return isShared(list)
    ? t(`reasonCodes.list.${list}`)
    : t('reasonCodes.list.bank', { bank: bankNameOf(bankOfList(list) ?? '')[t.language] });
}

/** Every list that a code may be written into, with those of banks that have sent codes already. */
export function reasonListOptions(
  t: Translate,
  met: readonly ReasonCodeList[],
): { readonly value: ReasonCodeList; readonly label: string }[] {
  const lists = new Set([...REASON_CODE_LISTS, ...met, ...SAUDI_BANKS.map(bankCodeList)]);
  return [...lists].map((value) => ({ value, label: reasonListName(t, value) }));
}

/** The lists of codes that are there, for narrowing them. */
export function metLists(
  t: Translate,
  codes: readonly { readonly list: ReasonCodeList }[],
): { readonly value: ReasonCodeList; readonly label: string }[] {
  const met = new Set(codes.map(({ list }) => list).filter((list) => !isShared(list)));
  return [...REASON_CODE_LISTS, ...met].map((value) => ({
    value,
    label: reasonListName(t, value),
  }));
}

type SharedList = (typeof REASON_CODE_LISTS)[number];

const isShared = (list: ReasonCodeList): list is SharedList =>
  REASON_CODE_LISTS.some((shared) => shared === list);
