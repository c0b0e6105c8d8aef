import { z } from 'zod';
import { CONSEQUENCE_KINDS } from '../domain/settings/setting-consequences.ts';
import { SETTING_AREAS } from '../domain/settings/settings-rules.ts';
import { command, query } from './define.ts';
import { dateField, instantField, monthField, nothing, reasonText } from './fields.ts';

/** Recorded values stay, whatever became of them. */
export const RECORD_STATES = [
  'inForce',
  'coming',
  'waiting',
  'past',
  'replaced',
  'sentBack',
  'withdrawn',
] as const;

const no = z.int().min(1);

const settingRecord = z.object({
  no,
  value: z.unknown(),
  validFrom: dateField,
  state: z.enum(RECORD_STATES),
  recordedAt: instantField,
  /** Null where the branch was set up with it. */
  recordedBy: z.string().nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instantField.nullable(),
  decisionReason: z.string().nullable(),
  /** Null where the caller may approve it or send it back; otherwise the code of what is in the way. */
  blocked: z.string().nullable(),
});
export type SettingRecordDto = z.output<typeof settingRecord>;

const settingDto = z.object({
  key: z.string(),
  area: z.enum(SETTING_AREAS),
  changed: z.enum(['settings', 'elsewhere', 'nobody']),
  past: z.enum(['openMonths', 'never']),
  persons: z.union([z.literal(1), z.literal(2)]),
  /** In force today. Accounts are masked. */
  value: z.unknown(),
  validFrom: dateField,
  /** The first date from which it may be changed. */
  earliest: dateField,
  /** What was recorded, the newest first; empty where only the default has ever held. */
  records: z.array(settingRecord),
});
export type SettingDto = z.output<typeof settingDto>;

const daySpan = z.object({ from: dateField, to: dateField });

const consequence = z.object({
  kind: z.enum(CONSEQUENCE_KINDS),
  month: monthField.nullable(),
  countedFrom: dateField.nullable(),
  before: daySpan,
  after: daySpan,
  stands: z.boolean(),
});

/** Planned pay dates that moved. */
const moved = z.array(z.object({ month: monthField, before: dateField, after: dateField }));

export const settings = {
  /** Every dated setting in force today, with the date from which it holds. */
  current: query({
    access: 'signedIn',
    input: nothing,
    output: z.array(z.object({ key: z.string(), value: z.unknown(), validFrom: dateField })),
  }),
  /** Every setting with what holds, what comes, what waits for a second person and what was. */
  list: query({
    access: 'settings.read',
    input: nothing,
    output: z.object({
      today: dateField,
      newestClosed: monthField.nullable(),
      settings: z.array(settingDto),
    }),
  }),
  /** What a value would do from a date. Errors as those of `change`. */
  preview: query({
    access: 'settings.read',
    input: z.object({ key: z.string(), value: z.unknown(), from: dateField }),
    output: z.object({
      /** The first month that is computed with it; null where it is used on the day itself. */
      firstMonth: monthField.nullable(),
      consequences: z.array(consequence),
    }),
  }),
  /**
   * Records a value from a date on. What needs two persons waits for the second and counts from his yes on.
   * Errors: those of `checkChange` and SETTING_WAITS.
   */
  change: command({
    access: 'settings.manage',
    input: z.object({ key: z.string(), value: z.unknown(), from: dateField, reason: reasonText }),
    output: z.object({ no, waits: z.boolean(), moved }),
  }),
  /** Takes back what does not hold yet. Errors: NOT_FOUND, SETTING_DECIDED, SETTING_IN_FORCE. */
  withdraw: command({
    access: 'settings.manage',
    input: z.object({ no, reason: reasonText }),
    output: z.object({ moved }),
  }),
  /** The second person's word. Errors: NOT_FOUND and those of `checkDecision`. */
  decide: command({
    access: 'settings.approve',
    input: z.object({ no, approve: z.boolean(), reason: z.string().trim().max(500).default('') }),
    output: z.object({ moved }),
  }),
};
