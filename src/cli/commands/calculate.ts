import type { Command } from 'commander';
import type { Calculation } from '../../domain/entitlement/calculation.ts';
import { valueOf } from '../command-failure.ts';
import { runCommand, withCommonOptions, type CommonOptions } from '../run-command.ts';

export function addCalculateCommand(program: Command): void {
  withCommonOptions(program.command('calculate'))
    .description('compute the pension of a month with its working; needs no branch')
    .argument('<file>', 'JSON: {"month":"2026-10","kind":"family","head":{...},"dependants":[...]}')
    .action((file: string, options: CommonOptions) =>
      runCommand(options, async () => {
        const { readJsonFile } = await import('../read-json-file.ts');
        const { calculate } = await import('../../domain/entitlement/calculate.ts');
        const { entitlementRulesOn } =
          await import('../../domain/entitlement/entitlement-rules.ts');
        const { readCalculationInput } =
          await import('../../domain/entitlement/read-calculation-input.ts');
        const { isoInstant, riyadhDate } = await import('../../domain/shared/iso-date.ts');

        const raw = await readJsonFile(file, 'CALCULATION_NOT_JSON');
        const today = riyadhDate(isoInstant(new Date()));
        const { input, settings } = valueOf(readCalculationInput(raw, today));
        const rules = { ...entitlementRulesOn(input.month, []), ...settings };
        const found = calculate(input, rules);
        const { eligible, minimum, counted, pension, reasons } = found;
        const lines = found.lines.map(({ person, ...line }) => ({ ...line, person }));
        const json = { eligible, minimum, counted, pension, reasons, lines, rules: found.rules };
        return { json, text: await readAloud(found, input.month, options.lang) };
      }),
    );
}

const WORDS = {
  en: {
    pension: 'Pension of',
    eligible: 'eligible',
    ineligible: 'not eligible',
    minimum: 'calculated minimum',
    counted: 'counted income',
    rules: 'rates in force since',
    currency: 'SAR',
  },
  ar: {
    pension: 'معاش شهر',
    eligible: 'مستحق',
    ineligible: 'غير مستحق',
    minimum: 'الحد الأدنى المحتسب',
    counted: 'الدخل المحتسب',
    rules: 'المبالغ سارية منذ',
    currency: 'ريال',
  },
} as const;

/** The working line by line as an officer reads it, then the result and what stands against it. */
async function readAloud(
  { lines, minimum, counted, pension, eligible, reasons, rules }: Calculation,
  month: string,
  lang: CommonOptions['lang'],
): Promise<string> {
  const { formatHalalas } = await import('../../domain/shared/halalas.ts');
  const { REASON_WORDS } = await import('../../domain/entitlement/entitlement-words.ts');
  const words = WORDS[lang];
  const sum = (amount: Calculation['pension']): string => formatHalalas(amount);
  const width = Math.max(...lines.map(({ amount }) => sum(amount).length));
  return [
    ...lines.map(
      ({ amount, article, text }) => `${sum(amount).padStart(width)}  ${text[lang]} [${article}]`,
    ),
    `${words.pension} ${month}: ${sum(pension)} ${words.currency}${lang === 'ar' ? '،' : ','} ${eligible ? words.eligible : words.ineligible}`,
    ...reasons.map((reason) => {
      const { text, article } = REASON_WORDS[reason];
      return `- ${text[lang]} [${article}]`;
    }),
    `${words.minimum}: ${sum(minimum)}`,
    `${words.counted}: ${sum(counted)}`,
    `${words.rules} ${rules}`,
    '',
  ].join('\n');
}
