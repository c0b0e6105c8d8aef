import type { MadeChange } from '../../../domain/settings/settings-rules.ts';
import type { DatedSetting, SettingKey, SettingValues } from '../../../domain/settings/settings.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';

/** A recorded value with everything that was said about it. */
export interface SettingRecord extends MadeChange {
  readonly recordedAt: IsoInstant;
  /** The officer's name; null where the branch was set up with it. */
  readonly recordedBy: string | null;
  readonly reason: string | null;
  /** Who approved it, sent it back or withdrew it, the last of them. */
  readonly decidedBy: string | null;
  readonly decidedAt: IsoInstant | null;
  readonly decisionReason: string | null;
}

export interface SettingsReader {
  /** What counts, now or from its date on: not what waits for a second person, was sent back or withdrawn. */
  all(): Promise<readonly DatedSetting[]>;
  /** Everything ever recorded, in the order in which it was. */
  records(): Promise<readonly SettingRecord[]>;
  one(no: number): Promise<SettingRecord | undefined>;
}

export type SettingDecision = 'approved' | 'sentBack' | 'withdrawn';

export interface SettingsWriter extends SettingsReader {
  /** Answers the number of the record. */
  record<Key extends SettingKey>(
    key: Key,
    value: SettingValues[Key],
    from: IsoDate,
    by: { officerId: string | null; at: IsoInstant },
    more?: { readonly reason: string; readonly needsApproval: boolean },
  ): Promise<number>;
  decide(
    no: number,
    decision: SettingDecision,
    by: { officerId: string; at: IsoInstant },
    reason: string | null,
  ): Promise<void>;
  /** The next number of a yearly serial, from 1, without gaps in committed work. */
  nextSerial(kind: string, year: number): Promise<number>;
}
