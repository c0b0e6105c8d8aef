import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatHalalas } from '../../domain/shared/halalas.ts';
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '../../domain/sample/sample-accounts.ts';
import type { Outcome } from '../../domain/sample/payment-plan.ts';
import { paymentReference } from '../../domain/sample/references.ts';
import { CYCLES, type SampleCycle } from '../../domain/sample/sample-months.ts';
import { unknownReference, WRONG_BY } from './bank-answers.ts';
import type { CycleLedger, Ledger } from './ledger.ts';
import { computesRuns, type SampleRun } from './sample-run.ts';

/** What each file shows, and where each kind of exception is, in Arabic and English. */
export async function writeReadme(run: SampleRun, ledger: Ledger): Promise<void> {
  const text = [...arabic(run), '', ...english(run, ledger), ''].join('\r\n');
  await writeFile(path.join(run.filesFolder, 'README.txt'), `\uFEFF${text}`);
}

function arabic(run: SampleRun): string[] {
  const { months, size, seed, today } = run;
  return [
    'إنصاف: ملفات الفرع التجريبي',
    '',
    'كل ما في هذا المجلد مختلق: الأسماء والهويات والحسابات والجوالات والمبالغ. الأرقام صحيحة حسابياً (خانات التحقق)',
    'ولا تخص أحداً بحسب ما يُعلم، فالهويات تبدأ بـ 19 أو 29 والجوالات بـ 052 والحسابات بـ 0000 99.',
    '',
    `المستفيدون: ${size}. البذرة: ${seed}. تاريخ الفرع: ${today}. البذرة نفسها والتاريخ نفسه يعطيان الفرع نفسه.`,
    '',
    `${months.beforeLast} و ${months.last}: دورتان استوردت قائمتاهما وطوبقت ردود البنك عليهما.`,
    `${months.current}: استوردت قائمتها، وردود البنك عليها تنتظر المطابقة.`,
    `${months.next}: قائمتها وردود البنك عليها تنتظر.`,
    computesRuns(run)
      ? `الاستحقاق: دراسة ${months.beforeLast} و ${months.last} و ${months.current} محسوبة ومعتمدة، ودراسة ${months.next} لم تُحسب بعد.`
      : 'الاستحقاق: مبالغ الشهور الماضية مسجلة على الدفعات دون دراسة شهرية، فحسابها على فرع بهذا الحجم يطول.',
    '',
    'payments.csv                  قائمة الدفعات بترميز UTF-8',
    'payments-windows-1256.csv     القائمة نفسها بترميز windows-1256',
    'pain.002.xml                  رد البنك: المقبول، والمرفوض AC01 و AC04 و AC06 و BE01 و MD07، وما لا يزال قيد التنفيذ',
    'pain.002-batch-rejected.xml   رفض دفعة المتأخرات (الأثر الرجعي) كلها دون سرد دفعاتها',
    'camt.054.xml                  إشعار القيود: ما قُيد، وما أُعيد بعد نجاحه، وسطر مكرر، ومعرف مجهول، ومبلغ مختلف',
    'evidence                      مستندات مما يرفقه الناس، صفحات PDF',
    'registers/civil.csv           قائمة الأحوال المدنية: تاريخ ميلاد مختلف، ووفاة، وابنة ومقيم لا يعرفهما الفرع، وسطر لا يُقرأ',
    'registers/income.csv          قائمة الدخل: دخول أعلى مما يعرفه الفرع، وراتبان لا يعرفهما، وسطر بلا مبلغ',
    '',
    'ومع الدفعات: طلبات في كل حالة، وأسر صُححت بياناتها فاستحقت عن شهور مضت أو صُرف لها أكثر من حقها، ومطالبة تُسدد على أقساط،',
    'وشخص له ملفان، وحساب واحد لشخصين.',
    '',
    `الحسابات: ${SAMPLE_ACCOUNTS.map(({ username, role }) => `${username} (${role})`).join('، ')}`,
    `كلمة مرورها جميعاً: ${SAMPLE_PASSWORD}`,
  ];
}

function english(run: SampleRun, { cycles }: Ledger): string[] {
  const { months, size, seed, today } = run;
  return [
    'Insaf: files of the sample branch',
    '',
    'Everything in this folder is invented: names, ids, accounts, phones, amounts. The numbers pass their checks and, as',
    'far as is known, belong to nobody: ids begin with 19 or 29, phones with 052, accounts with 0000 99.',
    '',
    `Beneficiaries: ${size}. Seed: ${seed}. Day of the branch: ${today}. The same seed and day give the same branch.`,
    '',
    `${months.beforeLast} and ${months.last}: imported, the bank's answers reconciled.`,
    `${months.current}: imported, the bank's answers wait.`,
    `${months.next}: the list and the bank's answers wait.`,
    computesRuns(run)
      ? `Entitlement: ${months.beforeLast}, ${months.last} and ${months.current} are computed and approved, ${months.next} is not computed yet.`
      : 'Entitlement: what was due in past months stands on the payments; a branch of this size has no runs of them, they would take too long.',
    '',
    'payments.csv                  the payment list in UTF-8',
    'payments-windows-1256.csv     the same list in windows-1256',
    'pain.002.xml                  the answer: accepted, rejected AC01 AC04 AC06 BE01 MD07, still in process',
    'pain.002-batch-rejected.xml   the arrears rejected as one batch, no payment listed',
    'camt.054.xml                  what was booked: a return after success, a line twice, an unknown id, a wrong amount',
    'evidence                      documents of the kinds that people bring, PDF',
    'registers/civil.csv           civil records: another birth date, a death, a daughter and a resident unknown here, a bad row',
    'registers/income.csv          incomes: some higher than the branch knows, two wages that it does not know, a row without a sum',
    '',
    'Beside the payments: applications in every state, corrected households whose past months are owed or overpaid, a demand',
    'paid back in instalments, one person with two files and one account of two people.',
    '',
    `Accounts: ${SAMPLE_ACCOUNTS.map(({ username, role }) => `${username} (${role})`).join(', ')}`,
    `Password of all: ${SAMPLE_PASSWORD}`,
    '',
    'Where to find each kind (end-to-end id, amount in the list or due):',
    ...CYCLES.flatMap((cycle) => ['', months[cycle], ...places(run, cycles[cycle])]),
  ];
}

const SHOWN: readonly (readonly [Outcome, string])[] = [
  ['AC01', 'rejected AC01'],
  ['AC04', 'rejected AC04'],
  ['AC06', 'rejected AC06'],
  ['BE01', 'rejected BE01'],
  ['MD07', 'rejected MD07'],
  ['returned', 'returned after success'],
  ['notifiedTwice', 'booked twice'],
  ['wrongAmount', `booked with ${formatHalalas(WRONG_BY)} less`],
  ['late', 'in process, booked a week late'],
  ['short', 'listed with less than was due'],
  ['absent', 'due, but not in the list'],
];

function places(run: SampleRun, ledger: CycleLedger): string[] {
  const cycle: SampleCycle = ledger.cycle;
  const month = run.months[cycle];
  const lines = SHOWN.flatMap(([outcome, words]) =>
    run.plan.assured(cycle, outcome).map((index) => {
      const reference = paymentReference(month, 'regular', index);
      const given = outcome === 'absent' ? ledger.due(index) : ledger.amount(index);
      const amount = formatHalalas(given).padStart(12);
      return `  ${reference} ${amount}  ${words}`;
    }),
  );
  const arrears = ledger.totalOf('retroactive');
  const rejected = cycle === 'current' || cycle === 'next' ? ', rejected as one batch' : '';
  return [
    ...lines,
    `  ${unknownReference(run, cycle)}     1,320.00  booked, instructed by nobody`,
    `  ${arrears.count} arrears of ${formatHalalas(arrears.amount)} together${rejected}`,
  ];
}
