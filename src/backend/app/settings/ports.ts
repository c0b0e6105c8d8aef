import type { DatedSetting, SettingKey, SettingValues } from '../../../domain/settings/settings.ts';
import type { IsoDate, IsoInstant } from '../../../domain/shared/iso-date.ts';

export interface SettingsReader {
  /** All records in the order in which they were made. */
  all(): Promise<readonly DatedSetting[]>;
}

export interface SettingsWriter extends SettingsReader {
  record<Key extends SettingKey>(
    key: Key,
    value: SettingValues[Key],
    from: IsoDate,
    by: { officerId: string | null; at: IsoInstant },
  ): Promise<void>;
  /** The next number of a yearly serial, from 1, without gaps in committed work. */
  nextSerial(kind: string, year: number): Promise<number>;
}
