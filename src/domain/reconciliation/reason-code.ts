/**
 * What a bank's reason code means and which one step follows. The table is editable; `resources/reason-codes.json` is what
 * a new branch starts with. A code is known only together with its list: AC16 is a card number in a status report and a
 * sequestrated account in a return.
 */
export const REASON_CODE_LISTS = [
  'status',
  'return',
  'transactionStatus',
  'groupStatus',
  'verification',
  'wages',
] as const;
type SharedList = (typeof REASON_CODE_LISTS)[number];

/**
 * Codes of one bank's own making: the same letters at another bank are another code. The bank is named as `bankOfSender` does.
 */
export type BankCodeList = `bank:${string}`;
export type ReasonCodeList = SharedList | BankCodeList;

export const BANK_IN_LIST = /^(?:\d{2}|[A-Z]{4})$/;

export const bankCodeList = (bank: string): BankCodeList => `bank:${bank}`;

/** The bank whose own list it is; null for a list that banks share. */
export function bankOfList(list: ReasonCodeList): string | null {
  return isBankList(list) ? list.slice('bank:'.length) : null;
}

const isBankList = (list: ReasonCodeList): list is BankCodeList => list.startsWith('bank:');

export const REQUIRED_ACTIONS = [
  'REVERIFY_ACCOUNT',
  'NEW_ACCOUNT',
  'REACTIVATE_ACCOUNT',
  'CONFIRM_IDENTITY',
  'CHECK_ALIVE',
  'INVESTIGATE_STOP',
  'FIX_OUR_DATA',
  'WAIT_ENQUIRE',
  'TREASURY',
  'DUPLICATE_CHECK',
  'RECALL_CLOSE',
  'ASK_BANK',
  'NONE',
] as const;
export type RequiredAction = (typeof REQUIRED_ACTIONS)[number];

/** When the payment may be sent again: after an approved correction, unchanged, or never without a new decision. */
export const RESUME_RULES = ['afterFix', 'sameData', 'never'] as const;
export type ResumeRule = (typeof RESUME_RULES)[number];

export const ACTION_ACTORS = ['officer', 'supervisor', 'finance', 'beneficiary'] as const;
export type ActionActor = (typeof ACTION_ACTORS)[number];

export interface BilingualText {
  readonly ar: string;
  readonly en: string;
}

export interface ReasonCode {
  readonly list: ReasonCodeList;
  readonly code: string;
  readonly title: BilingualText;
  readonly meaning: BilingualText;
  readonly action: RequiredAction;
  readonly resume: ResumeRule;
  /** Who has to move next, where the branch says it otherwise than the action does. */
  readonly actor?: ActionActor;
  /** What the beneficiary is asked to do, where the branch has its own words; null where it is not theirs to act. */
  readonly beneficiary?: BilingualText | null;
}

export interface ActionGuide {
  /** Who has to move next. */
  readonly actor: ActionActor;
  readonly title: BilingualText;
  readonly officer: BilingualText;
  /** What the beneficiary is asked to do; null where it is not theirs to act. */
  readonly beneficiary: BilingualText | null;
}

export interface ReasonCodeTable {
  readonly actions: Readonly<Record<RequiredAction, ActionGuide>>;
  readonly codes: readonly ReasonCode[];
}

/** What follows from a reason: the guide of its action, with the code's own words where it has them. */
export function guideOf(actions: ReasonCodeTable['actions'], reason: ReasonCode): ActionGuide {
  const guide = actions[reason.action];
  return {
    ...guide,
    actor: reason.actor ?? guide.actor,
    beneficiary: reason.beneficiary === undefined ? guide.beneficiary : reason.beneficiary,
  };
}

/** Exact key only: a code of another list, or one that no list holds, is null and shown raw. */
export function findReasonCode(
  { codes }: ReasonCodeTable,
  list: ReasonCodeList,
  code: string,
): ReasonCode | null {
  return codes.find((known) => known.list === list && known.code === code) ?? null;
}
