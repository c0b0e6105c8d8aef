import type { PaymentStatus } from '../payments/payment-status.ts';
import type { SettingValues } from '../settings/settings.ts';
import { workCalendar } from '../settings/settings.ts';
import type { IsoDate } from '../shared/iso-date.ts';
import { endOfPeriod } from '../shared/working-days.ts';

/** A payment that went to a bank and was neither paid nor refused: accepting it is no answer yet. */
export const UNANSWERED: readonly PaymentStatus[] = ['sent', 'bankAccepted'];

/** The last day on which the answer to a payment may be awaited; from the day after, somebody asks the bank. */
export function answerCutOff(payDate: IsoDate, settings: SettingValues): IsoDate {
  return endOfPeriod(payDate, settings.answerCutOffDays, 'working', workCalendar(settings));
}
