import { halalas } from '../../shared/halalas.ts';
import { isoDate, isoMonth } from '../../shared/iso-date.ts';
import type { LetterKind } from '../letter-kinds.ts';
import type { LetterData } from '../kinds/all-kinds.ts';
import { COMPLAINT_PAPERS } from '../kinds/complaint-form.ts';
import type { ObjectionFinding } from '../kinds/objection-kinds.ts';
import type { ReasonFinding } from '../../objections/objection-status.ts';
import {
  LONG_NAME,
  LONG_PROSE,
  SAMPLE_IBAN,
  bySize,
  sampleHead,
  sampleMonths,
  sampleReasons,
  statedReasons,
  type SampleSize,
} from './sample-head.ts';

const LONG_LINE =
  'صورة مصدقة من صك الحكم الصادر من المحكمة العامة بالرياض برقم 4471/12 وتاريخ 2026-10-03 مع بيان تنفيذه';
const PAPERS = ['صورة من الهوية الوطنية', 'كشف الحساب المصرفي لآخر ثلاثة أشهر', 'عقد إيجار موثق'];

const SUM_LINES = [
  { text: 'الحد الأدنى الأساسي للعائل', article: 'المادة 12', amount: halalas(132_000) },
  { text: 'زيادة عن تابع: ابن أو ابنة', article: 'المادة 12', amount: halalas(66_000) },
];
const STEP_LINES = [
  { text: 'رفض البنك الدفعة (الحساب مغلق)', article: '—', amount: halalas(-132_000) },
  { text: 'دفعة فرق عن الشهر', article: '—', amount: halalas(66_000) },
];
// A table of wrapping rows is read column by column by extractors that guess; the tags keep its order.
const LONG_SUM_LINES = [
  'دخل إيجار 148,148.04 ريال في السنة، يُحتسب كاملاً',
  'زيادة تابع (ابن أو ابنة)',
];
const manyLines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    text: LONG_SUM_LINES[index % LONG_SUM_LINES.length] ?? '',
    article: 'المادة 10',
    amount: halalas(-1_234_567),
  }));

const MAKERS: { readonly [Kind in LetterKind]: (size: SampleSize) => LetterData<Kind> } = {
  complaintReceipt: (size) => ({
    template: 'complaintReceipt',
    ...sampleHead(size),
    complaint: complaint(size),
    claimedMonths: sampleMonths(size).map(({ month }) => month),
    documents: lines(size, PAPERS),
    decideBy: isoDate('2026-12-14'),
  }),
  objectionReceipt: (size) => ({
    template: 'objectionReceipt',
    ...sampleHead(size),
    objection: objection(size),
    contested: lines(size, ['عنوان عقد الإيجار لا يتطابق مع العنوان الوطني'], 12),
    documents: lines(size, PAPERS),
    decideBy: isoDate('2027-01-20'),
  }),
  documentsRequest: (size) => ({
    template: 'documentsRequest',
    ...sampleHead(size),
    of: bySize(
      size,
      null,
      { type: 'complaint', number: '2026-031274', filedOn: isoDate('2026-11-12') },
      { type: 'objection', number: '2026-004410', filedOn: isoDate('2026-11-05') },
    ),
    documents: bySize(size, PAPERS.slice(0, 1), PAPERS, many(40)).map((text, index) => ({
      text,
      received: size !== 'short' && index % 3 === 0,
    })),
    deliverBy: isoDate('2026-12-10'),
    note: bySize(size, null, null, LONG_PROSE),
  }),
  complaintAccepted: (size) => ({
    template: 'complaintAccepted',
    ...sampleHead(size),
    complaint: complaint(size),
    months: sampleMonths(size),
    reasons: sampleReasons(size),
    paidWith: bySize(size, null, isoMonth('2026-12'), isoMonth('2026-12')),
    iban: bySize(size, null, SAMPLE_IBAN, SAMPLE_IBAN),
  }),
  complaintPartlyAccepted: (size) => ({
    template: 'complaintPartlyAccepted',
    ...sampleHead(size),
    complaint: complaint(size),
    months: sampleMonths(size).map((month, index) => ({
      ...month,
      finding: index % 5 === 0 ? ('shortfallProven' as const) : null,
    })),
    reasons: sampleReasons(size),
    paidWith: bySize(size, null, isoMonth('2026-12'), isoMonth('2026-12')),
    iban: bySize(size, null, null, SAMPLE_IBAN),
  }),
  complaintRejected: (size) => ({
    template: 'complaintRejected',
    ...sampleHead(size),
    complaint: complaint(size),
    months: bySize(
      size,
      [],
      [
        {
          month: isoMonth('2026-09'),
          due: halalas(132_000),
          paid: halalas(132_000),
          finding: 'paidInFull' as const,
        },
      ],
      sampleMonths(size, true),
    ),
    reasons: statedReasons(size, {
      text: 'عدد أفراد الأسرة المسجل في الشهر محل الشكوى مطابق لما احتُسب',
      article: null,
    }),
  }),
  objectionAccepted: (size) => ({
    template: 'objectionAccepted',
    ...sampleHead(size),
    objection: objection(size),
    findings: findings(size, ['notProven', 'ceased']),
    reasoning: bySize(size, null, null, LONG_PROSE),
    eligibleFrom: bySize(size, null, isoMonth('2026-12'), isoMonth('2026-12')),
    monthlyPension: bySize(size, null, halalas(264_000), halalas(1_234_567)),
  }),
  objectionPartlyAccepted: (size) => ({
    template: 'objectionPartlyAccepted',
    ...sampleHead(size),
    objection: objection(size),
    findings: findings(size, ['notProven', 'proven']),
    reasoning: bySize(size, null, 'وقد روعي ما قدمتموه في 2026-11-07', LONG_PROSE),
  }),
  objectionRejected: (size) => ({
    template: 'objectionRejected',
    ...sampleHead(size),
    objection: objection(size),
    findings: findings(size, ['proven']),
    reasoning: bySize(size, 'لم يُقدَّم ما يغير القرار', null, LONG_PROSE),
  }),
  applicationReceipt: (size) => ({
    template: 'applicationReceipt',
    ...sampleHead(size),
    application: application(size),
    documents: lines(size, PAPERS),
    missing: lines(size, ['سجل الأسرة']),
    decideBy: isoDate('2026-12-21'),
  }),
  applicationAccepted: (size) => ({
    template: 'applicationAccepted',
    ...sampleHead(size),
    application: application(size),
    from: isoMonth('2026-12'),
    monthlyPension: bySize(size, null, halalas(64_000), halalas(1_234_567)),
    lines: bySize(size, [], PENSION_LINES, Array.from({ length: 12 }, () => PENSION_LINES).flat()),
    iban: bySize(size, null, SAMPLE_IBAN, SAMPLE_IBAN),
    note: bySize(size, null, null, LONG_PROSE),
  }),
  applicationCancelled: (size) => ({
    template: 'applicationCancelled',
    ...sampleHead(size),
    application: application(size),
    askedOn: isoDate('2026-10-20'),
    dueOn: isoDate('2026-11-17'),
    missing: lines(size, ['سجل الأسرة', 'بيان دخل الزوجة من العمل']),
  }),
  applicationWithdrawn: (size) => ({
    template: 'applicationWithdrawn',
    ...sampleHead(size),
    application: application(size),
    withdrawnOn: isoDate('2026-11-22'),
    notPaidFrom: bySize(size, null, isoMonth('2026-12'), isoMonth('2026-12')),
  }),
  ineligibility: (size) => ({
    template: 'ineligibility',
    ...sampleHead(size),
    application: bySize(
      size,
      { number: null, filedOn: null },
      { number: '2026-118812', filedOn: isoDate('2026-10-27') },
      { number: '2026-118812', filedOn: isoDate('2026-10-27') },
    ),
    reasons: statedReasons(
      size,
      { text: 'الدخل المحتسب للأسرة يتجاوز الحد الأدنى المحتسب للمعاش', article: 'REG 14' },
      { text: 'عنوان عقد الإيجار لا يتطابق مع العنوان الوطني', article: null },
    ),
    note: bySize(size, null, null, LONG_PROSE),
    mayAskReview: size !== 'short',
  }),
  pensionStopped: (size) => ({
    template: 'pensionStopped',
    ...sampleHead(size),
    from: isoMonth('2026-12'),
    reasons: statedReasons(size, {
      text: 'لم تُحدَّث بيانات الأسرة خلال المدة المحددة بعد إشعاركم بذلك',
      article: 'REG 23',
    }),
    monthlyPension: bySize(size, null, halalas(198_000), halalas(198_050)),
    steps: steps(size),
  }),
  pensionHeld: (size) => ({
    template: 'pensionHeld',
    ...sampleHead(size),
    from: isoMonth('2026-12'),
    reasons: statedReasons(size, {
      text: 'لم يكتمل التحقق السنوي من بيانات الأسرة',
      article: null,
    }),
    monthlyPension: bySize(size, null, halalas(198_000), halalas(198_050)),
    steps: steps(size),
    respondBy: bySize(size, null, isoDate('2026-12-15'), isoDate('2026-12-15')),
    amountsKept: size !== 'short',
  }),
  pensionResumed: (size) => ({
    template: 'pensionResumed',
    ...sampleHead(size),
    after: bySize(size, 'held', 'stopped', 'stopped'),
    from: isoMonth('2026-12'),
    reasons: bySize(
      size,
      [],
      [{ text: 'حدّثتم بيانات الأسرة في 2026-11-15 وتحقق الفرع منها', article: null }],
      sampleReasons('long'),
    ),
    monthlyPension: bySize(size, null, halalas(198_000), halalas(198_050)),
    arrears: bySize(size, null, halalas(396_000), halalas(2_376_600)),
    arrearsWith: bySize(size, null, isoMonth('2026-12'), isoMonth('2026-12')),
    iban: bySize(size, null, null, SAMPLE_IBAN),
  }),
  resumeGuidance: (size) => ({
    template: 'resumeGuidance',
    ...sampleHead(size),
    payment: {
      month: isoMonth('2026-11'),
      amount: halalas(264_000),
      reference: 'SSB202611R0000148',
      bankName: 'البنك الأهلي السعودي',
      maskedIban: 'SA******7519',
      outcome: bySize(size, 'rejected', 'returned', 'returned'),
      failedOn: isoDate('2026-11-04'),
    },
    reason: bySize(
      size,
      { title: null, meaning: null, code: null },
      {
        title: 'الحساب موقوف',
        meaning: 'حساب المستفيد موقوف، ولا تُقيد عليه حركات',
        code: 'AC06',
      },
      { title: 'الحساب موقوف', meaning: LONG_PROSE, code: 'AC06' },
    ),
    guidance: bySize(size, null, 'راجع بنكك لتنشيط الحساب، وأحضر خطابه إلى الفرع', LONG_PROSE),
    accountNeeded: size !== 'short',
    editDays: { opensOn: isoDate('2026-12-01'), closesOn: isoDate('2026-12-08') },
    branchName: 'مكتب الضمان الاجتماعي شمال الرياض',
    branchAddress: bySize(
      size,
      null,
      '3456 شارع أنس بن مالك، حي الصحافة، الرياض 13321',
      '3456 شارع أنس بن مالك، حي الصحافة، الرياض 13321، مقابل المحكمة العامة، الدور الثاني',
    ),
  }),
  differencePayment: (size) => ({
    template: 'differencePayment',
    ...sampleHead(size),
    cause: bySize(
      size,
      'إضافة تابع',
      'إضافة التابعة ريم إلى أفراد الأسرة اعتباراً من سبتمبر',
      LONG_PROSE,
    ),
    months: sampleMonths(size),
    reasons: sampleReasons(size),
    paidWith: isoMonth('2026-12'),
    iban: bySize(size, null, SAMPLE_IBAN, SAMPLE_IBAN),
  }),
  recoveryNotice: (size) => ({
    template: 'recoveryNotice',
    ...sampleHead(size),
    cause: bySize(
      size,
      'استمرار احتساب تابع بعد استقلاله',
      'استمر احتساب زيادة التابع سعد بعد استقلاله في سكن منفصل، ولم يُبلَّغ الفرع بذلك',
      LONG_PROSE,
    ),
    months: sampleMonths(size, true),
    reasons: bySize(
      size,
      [],
      [{ text: 'لم يُبلَّغ الفرع بالتغيّر الذي طرأ على الأسرة', article: 'REG 27' }],
      sampleReasons('long'),
    ),
    instalments: bySize(
      size,
      null,
      { count: 11, firstMonth: isoMonth('2027-01') },
      { count: 36, firstMonth: isoMonth('2027-01') },
    ),
    respondBy: bySize(size, null, isoDate('2027-01-04'), isoDate('2027-01-04')),
  }),
  committeeReferral: (size) => ({
    template: 'committeeReferral',
    ...sampleHead(size),
    committee: 'رئيس اللجنة المختصة بالنظر في التظلمات',
    of: bySize(
      size,
      { type: 'objection', number: '2026-004410', filedOn: null },
      { type: 'objection', number: '2026-004410', filedOn: isoDate('2026-11-05') },
      { type: 'complaint', number: '2026-031274', filedOn: isoDate('2026-11-12') },
    ),
    caseFacts: bySize(
      size,
      ['صدر القرار بعدم الأهلية في 2026-10-27'],
      [
        'صدر القرار بعدم الأهلية في 2026-10-27 لعدم إثبات استقلال السكن',
        'قُدم الاعتراض خلال المدة، ومعه عقد إيجار موثق برقم 2026-1188',
        'عنوان العقد لا يطابق العنوان الوطني المسجل',
      ],
      Array.from({ length: 12 }, () => LONG_PROSE),
    ),
    question: bySize(
      size,
      'هل يكفي عقد الإيجار لإثبات استقلال السكن؟',
      'هل يكفي عقد الإيجار الموثق لإثبات استقلال السكن مع اختلاف العنوان الوطني؟',
      LONG_PROSE,
    ),
    opinion: bySize(size, null, 'يرى الفرع كفايته إذا حُدّث العنوان الوطني', LONG_PROSE),
    papers: lines(size, PAPERS),
  }),
  pensionCertificate: (size) => ({
    template: 'pensionCertificate',
    ...sampleHead(size),
    recipient: 'من يهمه الأمر',
    asOf: isoDate('2026-11-23'),
    monthlyPension: bySize(size, halalas(132_000), halalas(264_050), halalas(1_234_567)),
    since: bySize(size, null, isoMonth('2024-03'), isoMonth('2022-01')),
    lastPaid: bySize(size, null, isoMonth('2026-11'), isoMonth('2026-11')),
    forWhom: bySize(size, null, 'صندوق التنمية العقارية', LONG_LINE),
  }),
  amountExplained: (size) => ({
    template: 'amountExplained',
    settings: sampleHead(size).settings,
    name: bySize(size, null, 'عبدالله بن فهد بن سعد الحربي', LONG_NAME),
    nationalId: bySize(size, null, '1010150108', '2345678904'),
    month: isoMonth('2026-11'),
    madeOn: isoDate('2026-11-23'),
    estimate: size === 'short',
    due: bySize(size, halalas(132_000), halalas(198_000), halalas(0)),
    dueLines: bySize(size, SUM_LINES.slice(0, 1), SUM_LINES, manyLines(14)),
    reasons: bySize<readonly string[]>(
      size,
      [],
      [],
      ['الدخل المحتسب ليس أقل من الحد الأدنى المحتسب للمعاش', 'عدد السيارات يتخطى الحد'],
    ),
    used: bySize(
      size,
      null,
      { on: isoDate('2026-10-27'), pension: halalas(132_000), lines: SUM_LINES.slice(0, 1) },
      { on: isoDate('2026-10-27'), pension: halalas(1_234_567), lines: manyLines(14) },
    ),
    causes: bySize(size, [], SUM_LINES.slice(1, 2), manyLines(6)),
    steps: bySize(size, [], STEP_LINES.slice(0, 1), STEP_LINES),
    arrived: bySize(size, null, halalas(0), halalas(1_168_567)),
    underWay: bySize(size, null, halalas(132_000), halalas(0)),
    remaining: bySize(size, null, halalas(66_000), halalas(-1_168_567)),
  }),
  complaintForm: (size) => ({
    template: 'complaintForm',
    ...bySize(
      size,
      {},
      { settings: sampleHead('normal').settings },
      {
        settings: sampleHead('long').settings,
        number: '1448/2090',
        date: isoDate('2026-11-23'),
      },
    ),
    name: bySize(size, null, 'عبدالله بن فهد بن سعد الحربي', LONG_NAME),
    nationalId: bySize(size, null, '1010150108', '2345678904'),
    mobile: bySize(size, null, '0501234567', '+966 50 123 4567'),
    familySize: bySize(size, null, 4, 14),
    month: bySize(size, null, isoMonth('2026-11'), isoMonth('2026-11')),
    expected: bySize(size, null, halalas(264_000), halalas(1_234_567)),
    received: bySize(size, null, halalas(198_000), halalas(0)),
    why: bySize(size, null, 'عدد أفراد الأسرة المسجلة لا يشمل التابعة ريم', LONG_PROSE),
    documents: bySize<readonly string[]>(size, COMPLAINT_PAPERS, COMPLAINT_PAPERS, many(12)).map(
      (text, index) => ({ text, received: size !== 'short' && index < 2 }),
    ),
    ticket: bySize(size, null, '2026-031274', '2026-031274'),
    filedOn: bySize(size, null, isoDate('2026-11-12'), isoDate('2026-11-12')),
    receivedBy: bySize(size, null, 'سارة العتيبي', LONG_NAME),
  }),
  plain: (size) => ({
    template: 'plain',
    ...sampleHead(size),
    title: bySize(size, 'إفادة', 'إفادة بشأن مواعيد المراجعة', LONG_LINE),
    paragraphs: bySize(
      size,
      ['نفيدكم بأن الفرع يستقبلكم في 2026-12-01.'],
      [
        'نفيدكم بأن الفرع يستقبل مراجعيه من 2026-12-01 الساعة 7:30 صباحاً.',
        'ونرحب بكم دائماً، ونأمل إحضار الهوية الوطنية عند المراجعة.',
      ],
      Array.from({ length: 14 }, () => LONG_PROSE),
    ),
  }),
};

/** A letter of a kind about people who do not exist: what templates are tried with. */
export function sampleLetter<Kind extends LetterKind>(
  kind: Kind,
  size: SampleSize,
): LetterData<Kind> {
  return MAKERS[kind](size);
}

function complaint(size: SampleSize) {
  return {
    ticket: '2026-031274',
    filedOn: isoDate('2026-11-12'),
    category: bySize(size, 'zero' as const, 'short' as const, 'late' as const),
  };
}

function objection(size: SampleSize) {
  return {
    number: bySize(size, '2026-000001', '2026-004410', 'OBJ-1448-0231'),
    filedOn: isoDate('2026-11-05'),
    refusedOn: isoDate('2026-10-27'),
  };
}

function findings(size: SampleSize, found: readonly ReasonFinding[]): ObjectionFinding[] {
  return Array.from({ length: bySize(size, 0, 2, 12) }, (_, index) => ({
    reason:
      index % 2 === 0
        ? 'عنوان عقد الإيجار لا يتطابق مع العنوان الوطني'
        : 'الدخل المحتسب للأسرة يتجاوز الحد الأدنى المحتسب للمعاش',
    article: index % 2 === 0 ? null : 'REG 14',
    finding: found[index % found.length] ?? 'proven',
    note: bySize(size, null, index === 0 ? 'قُدم عقد إيجار موثق برقم 2026-1188' : null, LONG_PROSE),
  }));
}

function steps(size: SampleSize): string[] {
  return bySize(
    size,
    [],
    [
      'حدّثوا بيانات أفراد الأسرة في منصة الدعم والحماية الاجتماعية',
      'راجعوا الفرع ومعكم الهوية الوطنية وما يثبت التحديث',
    ],
    Array.from({ length: 12 }, () => LONG_PROSE),
  );
}

/** Those of a family of three with a wage. */
const PENSION_LINES = [
  { text: 'الحد الأدنى الأساسي لرب الأسرة', article: 'REG 12', amount: halalas(132_000) },
  { text: 'زيادة عن تابع (الزوجة)', article: 'REG 12', amount: halalas(66_000) },
  { text: 'زيادة عن تابع (ابن)', article: 'REG 12', amount: halalas(66_000) },
  { text: 'أجر شهري 4,000.00، يحتسب منه 50%', article: 'REG 9', amount: halalas(-200_000) },
];

function application(size: SampleSize) {
  return {
    number: bySize(size, '2026-000001', '2026-000318', '2026-123456'),
    filedOn: isoDate('2026-11-16'),
    programme: bySize(size, 'معاش الضمان الاجتماعي', 'معاش الضمان الاجتماعي', LONG_LINE),
  };
}

/** None, the usual ones, or as many as fill pages. */
function lines(size: SampleSize, usual: readonly string[], most = 40): readonly string[] {
  return bySize(size, [], usual, many(most));
}

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${LONG_LINE} (${index + 1})`);
}
