import type { OpenLine } from '../app/deliveries/ports.ts';
import { openSmsLine } from './sms-line.ts';
import { openSmtpLine } from './smtp-line.ts';

export const openLine: OpenLine = (account, message, signal) =>
  account.channel === 'email'
    ? openSmtpLine(account.settings, account.secret, message, signal)
    : openSmsLine(account.settings, account.secret, message, signal);
