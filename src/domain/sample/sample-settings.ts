import { DEFAULT_SETTINGS, type SettingValues } from '../settings/settings.ts';
import { makeIban } from '../registry/iban.ts';
import { SAMPLE_BRANCH } from './sample-accounts.ts';

/** What an invented branch sets for itself; everything else keeps its default. */
export const SAMPLE_SETTINGS = {
  sampleBranch: true,
  // The bank answers the month at hand from the sample's own files, on whatever day somebody gives it those.
  answerCutOffDays: 45,
  payer: {
    name: 'Insaf sample branch (no real payer)',
    iban: makeIban('10', '000000000000000001'),
    bic: 'NCBKSAJE',
    establishmentId: '700000001',
    ministryId: '100001',
  },
  letterhead: {
    ...DEFAULT_SETTINGS.letterhead,
    branch: `الضمان الاجتماعي، ${SAMPLE_BRANCH}`,
    code: 'ت-01',
    addressLine: 'حي العليا، الرياض 13300، هاتف 0520000000، بيانات تجريبية لا يعتد بها',
    signatoryPost: 'مدير الفرع',
    signatoryName: 'عبدالمحسن بن إبراهيم الفايز (تجريبي)',
  },
} as const satisfies Partial<SettingValues>;
