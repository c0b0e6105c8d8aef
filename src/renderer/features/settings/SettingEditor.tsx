import type { ComponentType } from 'react';
import type { EditedSetting } from '../../../domain/settings/setting-values.ts';
import { EditDaysEditor } from './editors/EditDaysEditor.tsx';
import { ENTITLEMENT_EDITORS } from './editors/EntitlementEditors.tsx';
import { HolidaysEditor } from './editors/HolidaysEditor.tsx';
import { LetterLayoutEditor } from './editors/LetterLayoutEditor.tsx';
import { LetterheadEditor } from './editors/LetterheadEditor.tsx';
import { PaidStatusesEditor } from './editors/PaidStatusesEditor.tsx';
import { PayDateEditor } from './editors/PayDateEditor.tsx';
import {
  ComplaintWindowEditor,
  LifeDeadlineEditor,
  PeriodEditor,
} from './editors/PeriodEditor.tsx';
import { BranchNameEditor, DigitsEditor, numberEditor } from './editors/PlainEditors.tsx';
import { RecoveryEditor } from './editors/RecoveryEditor.tsx';
import { WeekendEditor } from './editors/WeekendEditor.tsx';
import type { EditorProps } from './editors/editor.ts';

const EDITORS: { readonly [Key in EditedSetting]: ComponentType<EditorProps<Key>> } = {
  payDate: PayDateEditor,
  holidays: HolidaysEditor,
  weekend: WeekendEditor,
  accountEditDays: EditDaysEditor,
  paidStatuses: PaidStatusesEditor,
  ...ENTITLEMENT_EDITORS,
  eligibilityDay: numberEditor('eligibilityDay', 'ofMonth'),
  answerCutOffDays: numberEditor('answerCutOffDays', 'workingDays'),
  suggestionDays: numberEditor('suggestionDays', 'calendarDays'),
  bankFileLimitMegabytes: numberEditor('bankFileLimitMegabytes', 'megabytes'),
  complaintWindow: ComplaintWindowEditor,
  complaintDeadline: PeriodEditor,
  applicationDeadline: PeriodEditor,
  completionPeriod: PeriodEditor,
  applicationReviewMonths: numberEditor('applicationReviewMonths', 'months'),
  objectionPeriod: PeriodEditor,
  objectionDeadline: PeriodEditor,
  documentsPeriod: PeriodEditor,
  changeReportPeriod: PeriodEditor,
  updatePeriod: PeriodEditor,
  lifeStatusDeadline: LifeDeadlineEditor,
  recovery: RecoveryEditor,
  documentLimitMegabytes: numberEditor('documentLimitMegabytes', 'megabytes'),
  branchName: BranchNameEditor,
  letterhead: LetterheadEditor,
  letterLayout: LetterLayoutEditor,
  digits: DigitsEditor,
  maxFailedSignIns: numberEditor('maxFailedSignIns', 'attempts'),
  lockMinutes: numberEditor('lockMinutes', 'minutes'),
  idleLockMinutes: numberEditor('idleLockMinutes', 'minutes'),
};

/** The editor that fits a setting. */
export function SettingEditor<Key extends EditedSetting>({
  settingKey,
  ...props
}: { settingKey: Key } & EditorProps<Key>) {
  const Editor: ComponentType<EditorProps<Key>> = EDITORS[settingKey];
  return <Editor {...props} />;
}
