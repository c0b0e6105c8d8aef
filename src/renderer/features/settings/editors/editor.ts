import type { EditedSetting } from '../../../../domain/settings/setting-values.ts';
import type { SettingValues } from '../../../../domain/settings/settings.ts';

/** What every editor takes: the draft, and where it goes. Numbers are NaN while they are being typed. */
interface ValueEditorProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The setting's name, for editors of one field. */
  readonly label: string;
}

export type EditorProps<Key extends EditedSetting> = ValueEditorProps<SettingValues[Key]>;
