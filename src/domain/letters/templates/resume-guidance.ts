import type { EditDays } from '../../resume/edit-days.ts';
import { formatHalalas, type Halalas } from '../../shared/halalas.ts';
import { formatGregorian, formatLetterDate } from '../../shared/hijri.ts';
import { isolate } from '../../shared/isolate.ts';
import type { IsoDate, IsoMonth } from '../../shared/iso-date.ts';
import { withDigits } from '../digits.ts';
import { isolateFigures } from '../isolate-figures.ts';
import type { DecisionLetterData } from '../letter-data.ts';
import type { LetterBlock, LetterModel } from '../letter-model.ts';
import { decisionLetter, paragraph, sentence, withoutStop } from '../letter-parts.ts';
import { monthName } from '../months-phrase.ts';

export interface ResumeGuidanceData extends DecisionLetterData {
  readonly payment: {
    readonly month: IsoMonth;
    readonly amount: Halalas;
    readonly reference: string;
    readonly bankName: string;
    readonly maskedIban: string;
    readonly outcome: 'rejected' | 'returned';
    readonly failedOn: IsoDate;
  };
  readonly reason: {
    /** Title and meaning, as the table of reason codes has them; null for a code that it does not hold. */
    readonly title: string | null;
    readonly meaning: string | null;
    /** As the bank wrote it. */
    readonly code: string | null;
  };
  /** What the beneficiary is asked to do by the table; null where it is not his to act. */
  readonly guidance: string | null;
  /** Whether the account has to be proven before the payment is sent again. */
  readonly accountNeeded: boolean;
  readonly editDays: EditDays;
  /** Where to come. */
  readonly branchName: string;
  readonly branchAddress: string | null;
}

/** Why a payment did not arrive, what to do, where and by when: one page to take along. */
export function resumeGuidanceLetter(data: ResumeGuidanceData): LetterModel {
  const { payment } = data;
  const what = payment.outcome === 'returned' ? 'مرتجعة' : 'مرفوضة';
  const verb = payment.outcome === 'returned' ? 'أعاد' : 'رفض';
  return withDigits(
    decisionLetter(data, `إرشادات بشأن دفعة ${what} لشهر ${monthName(payment.month)}`, [
      paragraph(
        `نفيدكم بأن البنك ${verb} دفعة معاشكم عن شهر ${monthName(payment.month)} في ${formatLetterDate(payment.failedOn)}، فلم تصل إليكم، `,
        { strong: 'والمبلغ محفوظ لكم في ملفكم القائم.' },
      ),
      paymentTable(payment),
      paragraph({ strong: 'سبب تعذر الصرف: ' }, reasonText(data)),
      ...whatToDo(data),
      paragraph(
        { strong: 'تنبيه: ' },
        'لا تحذفوا حسابكم في المنصة ولا تسحبوا طلبكم، فذلك يُفقدكم الأقدمية في الاستحقاق. وإن تعذر الصرف ثانيةً فُتحت لكم شكوى مالية.',
      ),
    ]),
  );
}

function paymentTable(payment: ResumeGuidanceData['payment']): LetterBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'المبلغ (ريال)', share: 12 },
      { title: 'البنك', share: 18 },
      { title: 'الحساب', share: 15 },
      { title: 'مرجع الدفعة', share: 20 },
    ],
    rows: [
      [
        formatHalalas(payment.amount),
        payment.bankName,
        isolate(payment.maskedIban),
        isolate(payment.reference),
      ],
    ],
    total: null,
  };
}

function reasonText({ reason }: ResumeGuidanceData): string {
  const code = reason.code === null ? '' : ` (${isolate(reason.code)})`;
  if (reason.title === null)
    return `ما ذكره البنك بالرمز${code || ' غير المبيّن'}، ويستفسر الفرع عنه.`;
  const meaning = reason.meaning === null ? '' : `: ${withoutStop(isolateFigures(reason.meaning))}`;
  return `${withoutStop(reason.title)}${code}${meaning}.`;
}

function whatToDo({
  guidance,
  accountNeeded,
  editDays,
  branchName,
  branchAddress,
}: ResumeGuidanceData): LetterBlock[] {
  if (!accountNeeded) {
    return [
      paragraph(
        { strong: 'ما المطلوب منكم: ' },
        'لا يلزمكم أي إجراء، فالسبب لدى البنك لا لديكم. يعيد الفرع إرسال الدفعة إلى حسابكم نفسه مع الدفعة التالية بعد اعتمادها.',
      ),
    ];
  }
  const { opensOn, closesOn } = editDays;
  const days = `من ${formatGregorian(opensOn)} إلى ${formatGregorian(closesOn)}`;
  const place = isolateFigures(branchName);
  const steps = [
    ...(guidance === null ? [] : [guidance]),
    'أحضروا من بنككم شهادة الآيبان وفيها اسمكم ورقم هويتكم، وخطابًا بأن الحساب نشط وغير مجمد',
    `راجعوا ${place} ومعكم هويتكم ${days}، ففي هذه الأيام يُعدَّل الحساب البنكي${branchAddress === null ? '' : `، والعنوان: ${isolateFigures(branchAddress)}`}`,
    'بعد التحقق من صحة رقم الحساب يُستأنف الدفع، ويصلكم المبلغ مع الدفعة التالية',
  ];
  return [
    paragraph({ strong: 'ما المطلوب منكم:' }),
    {
      kind: 'numbered',
      items: steps.map((text, index) => ({ marker: `${index + 1}.`, text: [sentence(text)] })),
    },
  ];
}
