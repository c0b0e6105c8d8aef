import type { Role } from '../staff/permissions.ts';

/** Everybody who works in a sample branch; one password for all, known to everybody. */
export const SAMPLE_PASSWORD = 'insaf-tajriba-1';

export const SAMPLE_BRANCH = 'فرع شمال الرياض (تجريبي)';

export interface SampleAccount {
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
}

export const SAMPLE_ACCOUNTS = [
  { username: 'sara', fullName: 'سارة بنت فهد المطيري', role: 'officer' },
  { username: 'khalid', fullName: 'خالد بن سعد العتيبي', role: 'officer' },
  { username: 'mona', fullName: 'منى بنت عبدالله الغامدي', role: 'supervisor' },
  { username: 'fahad', fullName: 'فهد بن محمد الدوسري', role: 'finance' },
  { username: 'noura', fullName: 'نورة بنت خالد الزهراني', role: 'auditor' },
  { username: 'admin', fullName: 'ماجد بن علي الشهري', role: 'administrator' },
] as const satisfies readonly SampleAccount[];
export type SampleUsername = (typeof SAMPLE_ACCOUNTS)[number]['username'];
