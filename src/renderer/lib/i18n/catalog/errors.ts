import type { ArabicMessages, EnglishOf } from '../messages.ts';

/**
 * What happened and the next step, a sentence each, by the code that the backend refuses with. A sentence whose
 * details did not come is left out (`errorWords`). Refusals of a step on a case have their words in `cases.error`.
 */
export const ar = {
  general: 'لم يتم ما طلبته. أعد المحاولة، وإن تكرر فأبلغ مدير النظام بالرمز {reference}.',
  INVALID_INPUT: 'في المدخلات ما لا يُقبل. راجع الحقول ثم أعد المحاولة.',
  NOT_SIGNED_IN: 'انتهت جلستك. ادخل من جديد.',
  NOT_PERMITTED: 'هذا الإجراء ليس من صلاحياتك. اطلبه ممن يملكها.',
  NOT_FOUND: 'لم يُعثر على المطلوب. ربما أُغلق أو نُقل.',
  CONFLICT: 'غيّر موظف آخر هذا السجل قبلك. عُرضت نسخته، فراجعها ثم أعد المحاولة.',
  CANCELLED: 'أُوقفت العملية، ولم يتغير شيء.',
  UNKNOWN_OPERATION: 'هذه النسخة لا تعرف هذا الإجراء. حدّث إنصاف ثم أعد المحاولة.',
  INTERNAL: 'حدث خلل غير متوقع. أعد المحاولة، وإن تكرر فأبلغ مدير النظام بالرمز {reference}.',
  DATA_FOLDER_IN_USE: 'مجلد البيانات مفتوح في نسخة أخرى من إنصاف. أغلقها ثم أعد المحاولة.',
  DATA_FOLDER_NOT_WRITABLE:
    'لا يمكن الكتابة في مجلد البيانات. اطلب من مدير النظام صلاحية الكتابة فيه.',
  DATABASE_NEWER: 'قاعدة البيانات من إصدار أحدث من إنصاف. حدّث هذه النسخة ثم افتحها.',
  DATABASE_DAMAGED:
    'قاعدة البيانات متضررة. لا تكمل العمل، واطلب من مدير النظام استعادة النسخة الاحتياطية.',
  DISK_FULL: 'امتلأ القرص ولم يُحفظ شيء. أفرغ مساحة ثم أعد المحاولة.',
  BACKEND_STOPPED: 'توقفت خدمة البيانات. أغلق إنصاف وافتحه من جديد.',
  PRINT_LETTER_NOT_READY: 'الخطاب {number} لم يُعدّ ملفه أو أُلغي. أخرجه من الاختيار ثم اطبع.',
  PRINT_LETTER_IN_JOB: 'الخطاب {number} في طباعة لم تكتمل. أكملها أو ألغها أولاً.',
  PRINT_JOB_CLOSED: 'أُلغيت هذه الطباعة. اختر ما بقي من السجل واطبعه من جديد.',
  PRINT_JOB_UNCERTAIN: 'لم يُعرف بعد هل خرجت الورقة {item}. انظر في الطابعة ثم قل ما خرج.',
  PRINT_ITEM_NOT_NEXT: 'سبقت هذه الورقةَ أخرى. أعد فتح الطباعة لترى أين وصلت.',
  PRINT_ITEM_NOT_SENT: 'لم تُرسل هذه الورقة إلى الطابعة. أعد فتح الطباعة لترى أين وصلت.',
  PRINT_ITEM_NOT_OUT: 'لم تُرسل الورقة {item} إلى الطابعة فلا يُقال إنها خرجت. راجع العدّ.',
  PRINT_COUNT_UNCLEAR: 'قل عن الورقة {item} هل خرجت سليمة أم لا.',
  PRINT_ITEM_NOT_FAILED: 'هذه الورقة لم تتعذّر طباعتها. أعد فتح الطباعة لترى أين وصلت.',
  PRINT_ITEM_NOT_WAITING: 'هذه الورقة لا تنتظر الطباعة. أعد فتح الطباعة لترى أين وصلت.',
  WRONG_PASSWORD: 'اسم المستخدم أو كلمة المرور غير صحيح. تأكد من لغة لوحة المفاتيح.',
  ACCOUNT_LOCKED:
    'أُقفل الحساب بعد محاولات خاطئة. انتظر ثم أعد المحاولة، أو اطلب فتحه من مدير النظام.',
  ACCOUNT_INACTIVE: 'هذا الحساب موقوف. اطلب تفعيله من مدير النظام.',
  OWN_ACCOUNT: 'لا يوقف أحد حسابه بنفسه. اطلبه من مدير آخر.',
  USERNAME_TAKEN: 'اسم المستخدم هذا لموظف آخر. اختر غيره.',
  BRANCH_EXISTS: 'في هذا المجلد فرع من قبل. ادخل إليه، أو اختر مجلداً آخر.',
  OFFICER_CANNOT_WORK_CASES: 'هذا الموظف لا يعمل على المعاملات أو حسابه موقوف. اختر غيره.',
  FILE_NOT_FOUND: 'الملف غير موجود في مكانه. اختره من جديد.',
  FILE_NOT_READABLE: 'تعذّرت قراءة الملف. أغلقه في البرامج الأخرى ثم أعد المحاولة.',
  DOCUMENT_TYPE: 'نوع الوثيقة غير مقبول. أرفق PDF أو صورة JPG أو PNG.',
  DOCUMENT_TOO_LARGE: 'الوثيقة أكبر من {megabytes} م.ب. صغّرها ثم أرفقها.',
  DOCUMENT_TOO_COMPLEX: 'الوثيقة معقدة فوق الحد. اطبعها إلى PDF جديد ثم أرفقه.',
  DOCUMENT_EMPTY: 'الوثيقة فارغة. اختر غيرها.',
  DOSSIER_TOO_LARGE: 'الملف أكبر من {megabytes} م.ب. أعدّه بلا المستندات، أو احذف جزءاً منه.',
  DOCUMENT_DAMAGED: 'الوثيقة تالفة أو محمية. اطلب نسخة أخرى منها.',
  CONTENT_MISSING: 'الملف المحفوظ غير موجود في مجلد البيانات. أبلغ مدير النظام.',
  CONTENT_DAMAGED: 'الملف المحفوظ تغيّر عما أُودع. لا تعتمد عليه، وأبلغ مدير النظام.',
  LETTER_NOT_READY: 'لم يكتمل إعداد الخطاب. انتظر قليلاً أو أعد إعداده.',
  LETTER_READY: 'الخطاب معدّ من قبل.',
  BATCH_EMPTY: 'ليس في القائمة من يصدر له خطاب. غيّر الشروط.',
  BATCH_RUNNING: 'هذه الدفعة من الخطابات تصدر الآن. انتظرها أو أوقفها.',
  BATCH_DONE: 'اكتملت هذه الدفعة من الخطابات من قبل.',
  OFFICER_GONE: 'من بدأ هذه الدفعة لم يعد يملك إصدار الخطابات. يكملها موظف آخر.',
  HAS_LETTER: 'له خطاب من هذا النوع في المعاملة نفسها.',
  NO_LONGER_WAITING: 'لم تعد المعاملة تنتظر مستندات.',
  NO_ADDRESS: 'لا عنوان مسجل له.',
  OWN_DECISION: 'هذا الخطاب يبلّغ قراراً كتبتَه أنت. يصدره موظف آخر.',
  NOT_YOUR_DRAFT: 'كتب هذه المسودة موظف آخر، فلا يعدّلها غيره. اكتب مسودة جديدة.',
  DRAFT_INCOMPLETE: 'في المسودة حقل ناقص أو غير صحيح ({field}). أكمله ثم أعد المحاولة.',
  CASE_OF_OTHER_PERSON: 'المعاملة {number} لمستفيد آخر. راجع الاختيار.',
  NO_LETTER_TO_FROZEN:
    'لا يُكتب إلى هذا المستفيد حتى تُحسم حالة الحياة {number}. أتمّها، أو أكمل بلا خطاب.',
  NO_LETTER_TO_DECEASED: 'المستفيد متوفى منذ {on}، فلا يُكتب إليه خطاب. أكمل بلا خطاب.',
  NOT_OFFERED: 'تغيّر حال المعاملة، ولم يعد لهذا الخطاب موضع. حدّث الصفحة.',
  LETTER_EXISTS: 'صدر هذا الخطاب برقم {number}. افتحه من قائمة الخطابات.',
  LETTER_DRAFTED: 'لهذا الخطاب مسودة كتبها {author}. أصدرها أو احذفها.',
  DEADLINE_UNKNOWN: 'لا موعد للبت في {number}، فلا يصدر إشعارها. راجع المهل في الإعدادات.',
  REFUSAL_DOES_NOT_STAND: 'قرار عدم الأهلية لم يعد قائماً، فلا خطاب به.',
  CAUSE_UNKNOWN: 'جاءت الدفعة من قائمة ولا يُعرف سبب المبلغ. اكتب الخطاب مسودةً من شاشة الخطابات.',
  RECOVERY_EXCEEDS_PAID:
    'المطلوب استرداده أكثر مما وصل عن شهر {month}. راجع المبلغ، أو اعتمد بلا خطاب.',
  RESPOND_BY_PAST: 'الموعد المكتوب في الخطاب يجب أن يكون بعد اليوم {today}. غيّره.',
  NOTHING_PAID: 'لم يصل إلى المستفيد معاش بعد، فلا شهادة به.',
  PENSION_NOT_RUNNING: 'صرف معاش شهر {month} معلّق أو ملغى، فلا شهادة حتى يُستأنف.',
  NOTHING_MISSING: 'كل المستندات مستلمة. حدد ما ينقص منها.',
  DOCUMENT_TWICE: 'المستند «{document}» مكرر في القائمة. احذف أحدهما.',
  DELIVER_BY_PAST: 'آخر موعد للتقديم يجب أن يكون بعد اليوم {today}. غيّره.',
  LETTER_VOID: 'الخطاب ملغى. أصدر خطاباً جديداً إن لزم.',
  LETTER_PRINTED: 'طُبع أصل الخطاب من قبل. اطبع نسخة مختومة، أو صرّح بتلف الأصل في الطابعة.',
  LETTER_NOT_PRINTED: 'لم يُطبع أصل الخطاب بعد. اطبعه أولاً.',
  LETTER_HANDED_OVER: 'الخطاب مسلّم منذ {on}. سجّل عودته، أو صرّح بأنه خارج الفرع.',
  LETTER_IS_BACK: 'سُجّلت عودة الخطاب من قبل.',
  HANDED_OVER_DAY: 'يوم التسليم بين {from} و{to}. صححه ثم أعد المحاولة.',
  RETURNED_DAY: 'يوم العودة بين {from} و{to}. صححه ثم أعد المحاولة.',
  RECEIVER_NOT_PERSON:
    'الأرقام الأخيرة ليست من هوية صاحب الخطاب. راجع الهوية، أو اختر صفة المستلم.',
  VOID_REASON_SHORT: 'سبب الإلغاء أقصر مما يُقبل ({least} أحرف على الأقل). وضّحه.',
  LETTER_NOT_SET: 'تعذّر إعداد الخطاب، والقرار قائم. أعد إعداد الخطاب.',
  LETTER_CONTENT: 'في الخطاب حقل ناقص، والقرار قائم. أبلغ مدير النظام.',
  LETTER_TEMPLATE_MISSING: 'نص الخطاب الذي صدر به غير محفوظ، والقرار قائم. أبلغ مدير النظام.',
  TEMPLATE_PROBLEMS: 'في النص ما يمنع حفظه، وعدده {count}. أصلح ما أُشير إليه ثم احفظ.',
  TEMPLATE_UNCHANGED: 'لم يتغير شيء في النص، ولا حاجة إلى حفظه.',
  LOGO_TOO_LARGE: 'حجم الصورة أكبر من 500 ك.ب. صغّرها ثم أعد اختيارها.',
  LOGO_FORMAT: 'الملف ليس صورة PNG ولا JPEG. احفظ الشعار بإحداهما ثم اختره.',
  LOGO_PIXELS: 'كل ضلع من الصورة يجب أن يكون من {min} إلى {max} نقطة. غيّر قياسها ثم أعد اختيارها.',
  LOGO_DAMAGED:
    'تعذّرت قراءة الصورة، أو ألوانها ألوان طباعة. احفظها من جديد بألوان الشاشة ثم اخترها.',
  DELIVERY_UNREACHABLE:
    'تعذّر الوصول إلى الخادم. تأكد من الشبكة ومن اسم الخادم ومنفذه، وتُعاد المحاولة من نفسها.',
  DELIVERY_NOT_TRUSTED:
    'لم تُقبل شهادة الخادم أو تعذّر تأمين الاتصال، فلم يُرسل شيء. يراجعها مدير النظام في قسم «الإرسال».',
  DELIVERY_NO_STARTTLS:
    'الخادم لا يؤمّن الاتصال بـ STARTTLS، فلم يُرسل شيء. يراجعه مدير النظام في قسم «الإرسال».',
  DELIVERY_SIGN_IN:
    'رفض الخادم الدخول. أجاب بالرمز {answer}. يراجع مدير النظام اسم المستخدم وكلمة المرور.',
  DELIVERY_BUSY: 'أجّل الخادم الرسالة. أجاب بالرمز {answer}. تُعاد المحاولة من نفسها.',
  DELIVERY_SENDER_REFUSED:
    'رفض الخادم بريد المرسل. أجاب بالرمز {answer}. يراجعه مدير النظام في قسم «الإرسال».',
  DELIVERY_ADDRESS_REFUSED:
    'رفض الخادم عنوان المستلم. أجاب بالرمز {answer}. تأكد من العنوان وأرسل من جديد.',
  DELIVERY_TOO_LARGE: 'الرسالة أكبر مما يقبله الخادم. أجاب بالرمز {answer}. سلّم الخطاب مطبوعاً.',
  DELIVERY_REFUSED: 'رفض الخادم الرسالة. أجاب بالرمز {answer}. أبلغ مدير النظام.',
  DELIVERY_NO_ANSWER: 'سُلّمت الرسالة وانقطع الاتصال قبل الجواب. تأكد من المستلم ثم بُتّ في أمرها.',
  DELIVERY_UNCLEAR:
    'جواب البوابة لا يقول أرُسلت الرسالة أم لا. أجابت بالرمز {answer}. تأكد من المستلم ثم بُتّ في أمرها.',
  DELIVERY_INTERRUPTED: 'أُغلق إنصاف أثناء تسليم الرسالة. تأكد من المستلم ثم بُتّ في أمرها.',
  DELIVERY_NOT_MADE: 'تعذّر إعداد الرسالة، ولم يُرسل شيء. أبلغ مدير النظام.',
  DELIVERY_ACCOUNT_MISSING: 'لم تُعدّ هذه الوسيلة بعد. يعدّها مدير النظام في الإدارة، قسم «الإرسال».',
  DELIVERY_ADDRESS: 'العنوان غير صحيح. اكتب بريداً كاملاً أو رقم جوال سعودي.',
  DELIVERY_NO_PHONE: 'لا جوال سعودي في ملف المستفيد. اكتب الرقم.',
  DELIVERY_TEXT_PERSONAL:
    'في النص رقم هوية أو حساب أو اسم لا يُرسل في رسالة. احذفه، فالخطاب نفسه يحمل ما يلزم.',
  DELIVERY_EXISTS: 'هذا الخطاب في طريقه إلى العنوان نفسه. تابعه في صندوق الإرسال.',
  DELIVERY_STATE: 'تغيّرت حال الرسالة، ولا يصلح لها هذا الإجراء الآن. عُرضت حالها الجديدة.',
  DELIVERY_TEXT_FIELD: 'الحقل {field} غير معروف في هذا النص. اختر من الحقول المذكورة.',
  DELIVERY_CERTIFICATE: 'هذه ليست شهادة PEM صحيحة. الصقها كاملة بسطري البداية والنهاية.',
  DELIVERY_SECRET_AGAIN:
    'تغيّر الخادم أو المستخدم. اكتب كلمة المرور أو المفتاح من جديد، فلا تُرسل المحفوظة إلى غير صاحبها.',
  DELIVERY_GATEWAY_URL: 'يبدأ عنوان البوابة بـ https، وبلا اسم مستخدم ولا كلمة مرور فيه.',
  DELIVERY_GATEWAY_BODY:
    'قالب الطلب لا يصلح. يجب أن يكون JSON فيه حقل الرقم وحقل النص، ولا حقل غير معروف.',
  CYCLE_CLOSED: 'دورة {month} مقفلة. لا تُعدّل.',
  PAYMENT_AT_BANK: 'الدفعة {payment} عند البنك ({count})، فلا تُعلّق ولا تُلغى من هنا. انتظر رده.',
  PAYMENT_PAID: 'الدفعة {payment} وصلت ({count}). ما صُرف يُسترد، ولا يُلغى.',
  PAYMENT_HELD: 'الدفعة {payment} معلقة من قبل ({count}). أخرجها من التحديد.',
  PAYMENT_NOT_HELD: 'الدفعة {payment} ليست معلقة ({count}). أخرجها من التحديد.',
  PAYMENT_CANCELLED: 'الدفعة {payment} ملغاة ({count}). أعدّ دفعة جديدة إن بقي مستحق.',
  PAYMENT_REPLACED: 'الدفعة {payment} حلّت محلها محاولة أحدث ({count}). اعمل على الأحدث.',
  PAYMENT_ANSWERED: 'الدفعة {payment} لها جواب ({count}). التفسير لما لم يُجب عنه وحده.',
  MONEY_NOT_PROVEN_BACK:
    'في ملفات البنك تعارض على الدفعة {payment}، ولم يثبت رجوع مبلغها. عالج استثناءها أولاً.',
  LIVE_PAYMENT_EXISTS:
    'للمستفيد دفعة قائمة لهذا الشهر من النوع نفسه ({live}). ألغها أو انتظر جوابها أولاً.',
  NO_ACCOUNT: 'لا حساب بنكي مسجل للمستفيد. سجّل حسابه، ثم أعد المحاولة.',
  PERSON_DECEASED: 'المستفيد متوفى منذ {on}. لا تُعدّ له دفعة، وتُعرض الحالة على المشرف.',
  PROGRAMME_UNKNOWN: 'البرنامج {code} غير معروف أو موقوف. اختر غيره.',
  APPLICATION_OPEN: 'لمقدم الطلب طلب مفتوح في البرنامج نفسه: {number}. أكمله بدل بدء آخر.',
  PERSON_EXISTS: 'هذه الهوية لشخص مسجل في الفرع. ابدأ الطلب من صفحته.',
  NOT_A_DRAFT: 'قُدّم الطلب {number}، فلم يعد مسودة. افتحه لتعمل عليه.',
  STILL_A_DRAFT: 'الطلب {number} مسودة. قدّمه أولاً.',
  NOT_SUBMITTED: 'الطلب {number} لم يُقدّم بعد. قدّمه أولاً.',
  INTAKE_WRONG: 'في الطلب ما يحتاج تصحيحاً ({count}). راجع الحقول المعلّمة، ثم قدّمه.',
  ALREADY_CLOSED: 'انتهى الطلب {number}، ولا يُعدّل. يلزم طلب جديد أو إعادة نظر.',
  PAPER_NOT_ASKED: 'هذا المستند ليس من قائمة الطلب. حدّث الشاشة.',
  PAPER_WITHOUT_DOCUMENT: 'لا ملف لهذا المستند. أرفقه أولاً.',
  DOCUMENT_NOT_OF_CASE: 'هذا الملف ليس من ملفات الطلب. أرفقه به أولاً.',
  REASON_MISSING: 'اكتب سبب عدم قبول المستند.',
  NOT_IN_COMPLETION: 'الطلب {number} ليس في الاستكمال. حدّث الشاشة.',
  COMPLETION_LAPSED: 'انتهت مدة الاستكمال في {dueOn}. يُلغى الطلب أو يُقدّم من جديد.',
  COMPLETION_RUNNING: 'مدة الاستكمال باقية حتى {dueOn}. انتظر نهايتها.',
  IN_COMPLETION: 'الطلب {number} ينتظر استكمال صاحبه.',
  AWAITING_COMPLETION: 'الطلب {number} ينتظر استكمال صاحبه.',
  PAPERS_OPEN: 'مستندات إلزامية لم تُقبل بعد. اقبلها أو اطلب استكمالها.',
  NOT_ENTITLED: 'لا استحقاق بحسب الاحتساب. راجع الأهلية، أو اقترح الرفض بأسبابه.',
  ASSESSMENT_CHANGED: 'تغيّر الاحتساب منذ الاقتراح. أعده للمراجعة ليُبنى على احتساب اليوم.',
  REVIEW_PERIOD_ENDED: 'انتهت سنة إعادة النظر في {until}. يلزم طلب جديد.',
  OBJECTION_OPEN: 'على هذا القرار اعتراض مفتوح ({objection}). يُنتظر البت فيه.',
  NOT_REFUSED: 'إعادة النظر لما رُفض وحده.',
  VISIT_DIFFERENCE_UNSAID: 'اكتب ما الاختلاف الذي وجده الباحث.',
  VISIT_IN_FUTURE: 'تاريخ الزيارة بعد اليوم. صحّحه.',
  VISIT_ITEM_TWICE: 'سُجل الأمر الواحد مرتين. احذف أحدهما.',
  ALREADY_ELIGIBLE: 'مقدم الطلب مؤهل، وله معاش قائم. تُعدّل بياناته من صفحته بدل طلب جديد.',
  APPLICANT_CHANGED: 'تغيّرت هوية مقدم الطلب عما بدأ به. أعدها، أو ابدأ طلباً آخر.',
  TERMS_IN_PAST: 'لا تُعدّل الشروط لما مضى. اختر {date} أو ما بعده.',
  DOCUMENT_CODE_TWICE: 'الرمز {code} لمستندين. اجعل لكل مستند رمزاً.',
  PROGRAMME_EXISTS: 'للرمز {code} برنامج آخر. اختر رمزاً غيره.',
  NOT_YOURS: 'اقترحها موظف آخر، ولا يسحبها إلا هو.',
  REASON_NEEDED: 'اكتب السبب، ثم أعد المحاولة.',
  ALREADY_DECIDED: 'بُتّ فيها من قبل. حدّث الشاشة.',
  PROPOSED_BY_YOU: 'لا يعتمد القرار من اقترحه. يعتمده غيرك.',
  NOTHING_TO_SEND: 'لا دفعات معدّة تُرسل. أعدّ دفعات أو ارفع تعليقها أولاً.',
  PAID_BY_BANK:
    'يقول البنك إنه دفع {payment} ({count} كهذه)، فإرسالها صرف مرتين. عالج استثناءها في المطابقة أو علّقها، ثم صدّر.',
  RUN_SENT: 'أُرسلت التشغيلة في {at}، ولا تُرسل مرة ثانية.',
  RUN_IMPORTED: 'تشغيلة القائمة المستوردة لا تُفك.',
  RUN_NOT_EXPORTED: 'لم تُصدَّر التشغيلة من هنا، فلا تصدير يُلغى.',
  RUN_ANSWERED: 'أجاب البنك عن دفعات من التشغيلة، فالملف عنده ولا يُلغى تصديرها.',
  PAYER_MISSING: 'لم تُسجل الجهة الدافعة. سجّل بياناتها ثم صدّر.',
  EXPORT_PLACE: 'لا يمكن الكتابة في هذا المكان، ولم يتغير شيء. اختر مكاناً آخر.',
  EXPORT_TEXT:
    'في التشغيلة ما لا تحمله صيغة الملف، ولم يتغير شيء: {reason}. صححه أو اختر صيغة أخرى.',
  EXPORT_FORMAT: 'صُدّرت التشغيلة بصيغة {format}. اختر الصيغة نفسها لنسخة أخرى.',
  EXPORT_NOT_SAVED: 'صُدّرت التشغيلة وحُفظت، وتعذّر وضع الملف في مكانه. احفظ نسخة أخرى في مكان غيره.',
  CLOSING_BLOCKED:
    'لا تُقفل الدورة بعد، ففي قائمة الفحص ما لم يكتمل ({checks}). أكمله ثم اطلب الإقفال.',
  CLOSING_PROPOSED: 'طُلب إقفالها من قبل، وينتظر اعتماد المشرف.',
  CLOSING_NOT_PROPOSED: 'لم يُطلب إقفالها. تطلبه المالية أولاً.',
  CYCLE_OPEN: 'دورة {month} مفتوحة. حدّث الشاشة.',
  MONTH_TOO_FAR: 'لا يُحتسب {month} بعد. آخر شهر يُحتسب الآن {last}.',
  ELIGIBILITY_RUN_EXISTS: 'لشهر {month} دورة أهلية قائمة. افتحها، أو استبعدها قبل احتسابه من جديد.',
  ELIGIBILITY_RUN_STATUS: 'تغيّرت حال الدورة فلا يصح فيها هذا الإجراء. افتحها وراجع مرحلتها.',
  ELIGIBILITY_RUN_STALE:
    'سُجّلت بعد الاحتساب تغييرات تخص {households} من الأسر. استبعد الدورة واحتسبها من جديد، أو اعتمدها من دونها.',
  NO_HOUSEHOLDS: 'لا أسر معروفة لاحتساب {month}. سجّل بيانات الأسر أولاً.',
  CYCLE_BEFORE_FIRST: 'الشهر {month} قبل أول دورة للبرنامج. راجع عمود الشهر.',
  LIST_CHANGED: 'تغيّر الملف بعد معاينته، ولم يُستورد شيء. عاينه من جديد.',
  LIST_EMPTY: 'الكشف بلا سطور. اختر غيره.',
  LIST_COLUMNS: 'أعمدة لم تُعرف في الكشف. عيّنها ثم أعد المحاولة.',
  LIST_ALREADY_IMPORTED: 'استُورد هذا الكشف من قبل في {at}. لم يتغير شيء.',
  LIST_HAS_PROBLEMS:
    'في الكشف أخطاء، أولها في السطر {line}، ولم يُستورد شيء. صحّحها ثم أعد استيراده.',
  PAYMENT_LIST_COLUMNS_MISSING: 'أعمدة ناقصة في الكشف. عيّنها أو اختر ملفاً آخر.',
  PAYMENT_LIST_COLUMNS_AMBIGUOUS: 'أعمدة متشابهة في الكشف. عيّن كل عمود.',
  NATIONAL_ID_FORMAT: 'رقم الهوية عشرة أرقام.',
  NATIONAL_ID_TYPE: 'رقم الهوية يبدأ بالرقم 1 أو 2.',
  NATIONAL_ID_CHECKSUM: 'رقم الهوية لا يطابق رقم التحقق. راجعه من البطاقة.',
  IBAN_COUNTRY: 'الآيبان ليس سعودياً. يبدأ بـ SA.',
  IBAN_LENGTH: 'الآيبان السعودي 24 خانة، وهذا {length}.',
  IBAN_FORMAT: 'الآيبان أرقام بعد SA. راجعه.',
  IBAN_CHECKSUM: 'رقما التحقق في الآيبان لا يطابقان. راجع آخر رقمين.',
  BANK_FILE_SEEN:
    'سبق هذا الملف بعينه باسم {fileName}، أدخله {by} في {at}. لم يتغير شيء، وتجده في آخر الملفات.',
  BANK_FILE_NOT_AN_ANSWER: 'هذا ملف {kind}، وليس رداً من البنك على دفعاتنا. لم يتغير شيء.',
  BANK_FILE_CHANGED: 'تغيّر الملف وهو يُقرأ، ولم يُحفظ منه شيء. أعد اختياره.',
  NOT_A_PREVIEW: 'اعتُمد هذا الملف أو أُلغي من قبل. عُرضت حاله الآن.',
  NOT_COMMITTED: 'هذا الملف غير معتمد، فلا أثر له ليُلغى.',
  EXCEPTIONS_RESOLVED: 'عولجت استثناءات من هذا الملف، وعددها {count}. أعد فتحها قبل التراجع عنه.',
  LATER_DEED:
    'بعد هذا الملف اتُّخذ إجراء على الدفعة {payment}. راجع أثرها في المدفوعات، وألغِ الإجراء أولاً إن أمكن.',
  LATER_FILE: 'بُني على هذا الملف ما جاء بعده في {fileName}. تراجع عن ذاك أولاً.',
  MESSAGE_ID_REUSED:
    'معرّف الرسالة {messageId} ورد في ملف آخر ({fileName}) بمحتوى مختلف. اسأل البنك أيهما الصحيح، ثم أقرّ بذلك عند الاعتماد أو ألغِ المعاينة.',
  BATCH_NOT_WAITING: 'ليس هذا قيداً لدفعة مجمعة تنتظر. حدّث القائمة.',
  BATCH_AMOUNT_DIFFERS:
    'مبلغ القيد غير ما بقي من الدفعة المجمعة. انتظر ردود البنك، أو اسأله عن الفرق.',
  TIE_NOT_UNKNOWN: 'لا يُربط إلا سطر معتمد لا يُعرف معرّفه. حدّث القائمة.',
  TIE_AMOUNT_DIFFERS: 'مبلغ السطر غير مبلغ الدفعة. اختر دفعة أخرى أو اسأل البنك.',
  TIE_CURRENCY_DIFFERS: 'عملة السطر غير الريال. لا يُربط، وأعده إلى البنك.',
  TIE_ACCOUNT_DIFFERS: 'آيبان السطر غير آيبان الدفعة. اختر دفعة أخرى أو اسأل البنك.',
  TIE_REPEATS:
    'في هذا الملف سطر آخر يقول الشيء نفسه عن تلك الدفعة، وقد تكون صُرفت مرتين. اسأل البنك.',
  TIE_CONTRADICTS: 'حال الدفعة لا تقبل ما أبلغ به البنك. اسأل البنك قبل أي قيد.',
  WATCHED_FOLDER_GONE:
    'المجلد {folder} غير موجود أو انقطع الوصول إليه. أعد وصله أو اختر مجلداً آخر.',
  WATCHED_FOLDER_UNREADABLE:
    'لا إذن بقراءة المجلد {folder}. اطلب الإذن من مدير النظام أو اختر مجلداً آخر.',
  WATCHED_FOLDER_NO_FOLDER: '{folder} ليس مجلداً. اختر المجلد الذي تصل إليه ملفات البنك.',
  WATCHED_FOLDER_OURS: 'هذا مجلد بيانات إنصاف نفسه. اختر مجلداً آخر.',
  ARRIVAL_READ: 'قُرئ هذا الملف. ألغِ معاينته بدل إبعاده.',
  ARRIVED_BEFORE: 'وصل المحتوى نفسه باسم {fileName}. لم يُقرأ مرة أخرى.',
  NOT_OPEN: 'عولج بعض المحدد من قبل. حدّث القائمة ثم أعد المحاولة.',
  NOT_RESOLVED: 'أُعيد فتح بعض المحدد من قبل. حدّث القائمة ثم أعد المحاولة.',
  MIXED_EXCEPTIONS: 'المحدد من أنواع مختلفة. عالج كل نوع ورمز وحده.',
  REASON_CODE_EXISTS: 'الرمز {code} في الجدول من قبل. افتحه وعدّله.',
  FOLLOW_UP_NOBODY: 'ليس في المحدد مستفيد يُراسل. اختر «البنك»، أو حدد دفعات معروفة.',
  FOLLOW_UP_PAST: 'تاريخ المتابعة مضى. اختر يوماً بعد اليوم.',
  EXPORT_PATH: 'لا يُكتب الملف في هذا الموضع. اختر مجلداً آخر.',
  EXPORT_TOO_MANY_ROWS: 'الصفوف أكثر مما تسعه ورقة واحدة ({limit}). ضيّق التصفية ثم صدّر.',
  BANK_FILE_UNREADABLE: 'تعذّرت قراءة الملف. أغلقه في البرامج الأخرى ثم أعد المحاولة.',
  BANK_FILE_EMPTY: 'الملف فارغ. نزّله من البنك مرة أخرى.',
  BANK_FILE_TOO_LARGE: 'الملف أكبر من الحد. اطلب من البنك تقسيمه.',
  BANK_FILE_NOT_RECOGNISED: 'ليس هذا ملف بنك معروفاً. المقبول pain.002 وcamt وMT940 وCSV وXLSX.',
  BANK_FILE_MESSAGE_UNSUPPORTED: 'هذا النوع من رسائل البنك لا يُقرأ هنا.',
  BANK_FILE_ENCODING_UNSUPPORTED: 'ترميز الملف غير مدعوم. اطلبه من البنك بترميز UTF-8.',
  BANK_FILE_ENCODING_BROKEN:
    'نص الملف ليس بالترميز المذكور فيه. الخلل في السطر {line}. نزّله من البنك مرة أخرى.',
  BANK_FILE_BINARY: 'في الملف ما ليس نصاً. ربما لم يكتمل تنزيله.',
  BANK_FILE_XML_DOCTYPE: 'في الملف تعريف DOCTYPE، وهو مرفوض لخطره. أبلغ البنك.',
  BANK_FILE_XML_TOO_DEEP: 'بنية الملف متداخلة فوق الحد. أبلغ البنك.',
  BANK_FILE_XML_TOO_MANY_ATTRIBUTES: 'بنية الملف فوق الحد. أبلغ البنك.',
  BANK_FILE_XML_TEXT_TOO_LONG: 'في الملف نص أطول من الحد. أبلغ البنك.',
  BANK_FILE_XML_RUNAWAY_MARKUP: 'بنية الملف فوق الحد. أبلغ البنك.',
  BANK_FILE_XML_MALFORMED: 'الملف ليس XML سليماً. الخلل في السطر {line}. نزّله من البنك مرة أخرى.',
  BANK_FILE_TRUNCATED: 'الملف مقطوع. آخر ما فيه السطر {line}. نزّله من البنك مرة أخرى.',
  BANK_FILE_SEVERAL_MESSAGES: 'في الملف أكثر من رسالة. افصلها في ملفات.',
  BANK_FILE_LINE_TOO_LONG: 'السطر {line} أطول من الحد. أبلغ البنك.',
  BANK_FILE_LAYOUT: 'ترتيب الملف غير ما عُرف. الخلل في السطر {line}. أبلغ البنك.',
  BANK_FILE_MAPPING_NEEDED: 'أعمدة الملف غير معروفة. عيّنها أولاً.',
  BANK_FILE_MAPPING_DIFFERS:
    'عناوين أعمدة الملف تغيّرت عما حُفظ لهذا البنك. راجع التعيين واحفظه من جديد.',
  BANK_FILE_SHEET_MISSING: 'ليس في المصنف ورقة «{detail}». اختر الورقة في تعيين الأعمدة.',
  BANK_FILE_FORMULA:
    'في الخلية {detail} صيغة حسابية، ولا تُقبل فيما يعرّف دفعة أو يحدد مبلغها. اطلب من البنك ملفاً بقيم ثابتة.',
  BANK_FILE_CELL_UNREADABLE:
    'في الخلية {detail} خطأ أو رقم أطول مما يحفظه المصنف. اطلب من البنك ملفاً نصياً.',
  TABLE_MAPPING_INCOMPLETE: 'تعيين الأعمدة ناقص. أكمل ما وُسم بالأحمر ثم احفظ.',
  SENT_NOT_OURS: 'هذا ملف {kind}، وليس رسالة دفع أرسلناها.',
  SENT_RUN_UNKNOWN: 'الرسالة {messageId} لا تسمّي تشغيلة لدينا. تحقق من مصدرها.',
  SENT_DIFFERS: 'بين الرسالة والتشغيلة {count} فروق، فلم يُسجل شيء. صحّح أحدهما ثم قارن من جديد.',
  NOTHING_MATCHES: 'لا سطر في هذا الملف يطابق دفعة لدينا. أقرّ بذلك عند الاعتماد، أو ألغِ المعاينة.',
  OTHER_MONTH: 'أسطر هذا الملف لدورة مقفلة ({months}). أقرّ بذلك عند الاعتماد، أو ألغِ المعاينة.',
  BANK_FILE_TOTALS_DIFFER: 'مجموع الملف لا يطابق سطوره. لا يُعتمد قبل أن يصححه البنك.',
  BANK_FILE_ARCHIVE_UNSAFE: 'الملف المضغوط غير آمن. أبلغ البنك.',
  BANK_FILE_ARCHIVE_BROKEN: 'الملف المضغوط تالف. نزّله من البنك مرة أخرى.',
  MONEY_NOT_BACK: 'لم يثبت رجوع مبلغ الدفعة {reference}. لا تُستأنف إلا دفعة رفضها البنك أو أعادها.',
  ALREADY_RESUMED: 'استُؤنفت الدفعة {reference} من قبل. تابع محاولتها الجديدة.',
  OTHER_ATTEMPT_LIVE:
    'للمستفيد دفعة أخرى قائمة عن الشهر نفسه، مرجعها {other}. لا تُرسل دفعتان عن شهر واحد.',
  PAID_INSTEAD:
    'يقول بنك إن الدفعة {reference} وصلت ويقول آخر إنها رُفضت. احسم استثناءها في المطابقة أولاً.',
  PERSON_FROZEN: 'مدفوعات هذا المستفيد موقوفة حتى تُحسم حالة الحياة {number}. أكمل خطواتها أولاً.',
  RESUME_NEVER: 'لا تُرسل دفعة ثانية بعد الرمز {reason}. اتبع ما يطلبه جدول الأسباب.',
  COMPLAINT_DUE:
    'تعذّرت الدفعة {reference} مرتين. افتح الشكوى المالية من المحاولة الأولى، ثم استأنف إن لزم.',
  ACCOUNT_NOT_VERIFIED: 'لم يُثبت بعد ربط الآيبان بالهوية الوطنية. أكمل الخطوة الأولى.',
  ACCOUNT_OTHER_HOLDER: 'الحساب لغير المستفيد. خذ حساباً باسمه وأثبته.',
  NEW_ACCOUNT_NEEDED: 'أغلق البنك الحساب القديم فلا يُدفع إليه. سجّل حساباً جديداً باسم المستفيد.',
  ACCOUNT_NOT_CONFIRMED: 'لم يُسجّل خطاب البنك بأن الحساب نشط. أكمل الخطوة الثانية.',
  ACCOUNT_FROZEN: 'الحساب مجمد أو راكد. يراجع المستفيد بنكه، ثم سجّل خطابه.',
  EDIT_DAYS_CLOSED: 'لا يُعدَّل الحساب البنكي اليوم. يُفتح التعديل من {opensOn} إلى {closesOn}.',
  ACCOUNT_HELD_BY_ANOTHER: 'يُدفع إلى هذا الحساب مستفيد آخر في الفرع. خذ حساباً باسم صاحب الدفعة.',
  PROOF_IN_FUTURE: 'تاريخ المستند {on} لم يأت بعد. صحّحه.',
  PROOF_NOT_ATTACHED: 'المستند المختار ليس من مستندات هذه الحالة. أرفقه ثم اختره.',
  PROPOSED_BY_ANOTHER: 'لا يسحب الاقتراح إلا من اقترحه. يمكن لمن يعتمد أن يعيده.',
  CYCLE_PASSED: 'مضى موعد صرف دورة {month}. أعد الاقتراح ليدخل الدورة التالية.',
  NOT_RESUMED: 'لم تُستأنف هذه الدفعة بعد.',
  ATTEMPT_SENT: 'أُرسلت المحاولة {reference} إلى البنك فلا تُلغى. انتظر رده.',
  ATTEMPT_IN_RUN: 'المحاولة {reference} في دفعة إرسال. فُكّ الدفعة أولاً ثم ألغها.',
  NOT_FAILED_AGAIN: 'لم يرفض البنك المحاولة {reference} ولم يُعدها. انتظر رده.',
  MIXED_REASONS: 'اخترت دفعات بأسباب مختلفة. اختر دفعات سبب واحد.',
  SENIORITY_WOULD_BE_LOST:
    'للمستفيد دفعات لم تصل ({references}). سحب الطلب أو حذف الملف يُفقده الأقدمية في الاستحقاق، فعالجها باستئناف الدفع.',
  ALREADY_WITHDRAWN: 'سُحب هذا الطلب من قبل.',
  LIFE_DECIDED: 'حُسمت حالة الحياة {number} ولا تُعدّل.',
  RECORD_ASKED: 'سُئل السجل المدني من قبل. سجّل جوابه حين يصل.',
  RECORD_NOT_ASKED: 'اسأل السجل المدني أولاً، ثم سجّل جوابه.',
  DEATH_DATE_MISSING: 'اكتب تاريخ الوفاة كما في المستند.',
  DEATH_IN_FUTURE: 'تاريخ الوفاة لم يأت بعد. صحّحه.',
  CALCULATION_OBJECT: 'بيانات الأسرة غير مقروءة. امسحها ثم اكتبها من جديد.',
  CALCULATION_LIST: 'قائمة من بيانات الأسرة غير مقروءة. امسحها ثم اكتبها من جديد.',
  CALCULATION_TEXT: 'حقل من بيانات الأسرة فارغ أو طويل. أكمله ثم أعد المحاولة.',
  CALCULATION_YES_OR_NO: 'اختيار من بيانات الأسرة غير مقروء. اختره من جديد.',
  CALCULATION_NUMBER: 'عدد من بيانات الأسرة خارج الحد. اكتب عدداً صحيحاً من {min} إلى {max}.',
  CALCULATION_CHOICE: 'اختيار من بيانات الأسرة غير معروف. اختر من القائمة.',
  CALCULATION_MONEY: 'مبلغ من بيانات الأسرة غير معقول. صحّحه.',
  CALCULATION_MONEY_NEGATIVE: 'مبلغ من بيانات الأسرة سالب. اكتبه موجباً.',
  CALCULATION_MONTH: 'الشهر غير معروف. اختر من القائمة.',
  CALCULATION_DATE: 'تاريخ من بيانات الأسرة غير موجود. صحّحه.',
  CALCULATION_DATE_FUTURE: 'تاريخ من بيانات الأسرة بعد اليوم {today}. صحّحه.',
  CALCULATION_FIELD_MISSING: 'حقل من بيانات الأسرة ناقص. أكمله ثم أعد المحاولة.',
  CALCULATION_FIELD_UNKNOWN: 'في بيانات الأسرة ما لا يعرفه الحساب. امسحها ثم اكتبها من جديد.',
  CALCULATION_TWO_HEADS: 'للأسرة عائل واحد. اجعل الآخر تابعاً.',
  CALCULATION_PERSON_TWICE: 'ورد شخص مرتين في الأسرة. احذف أحدهما.',
  CALCULATION_PERSON_UNKNOWN: 'دخل أو ثروة لمن ليس في الأسرة. اختر صاحبه.',
  CALCULATION_MONTHLY_OR_YEARLY: 'للدخل مبلغ في الشهر أو في السنة، لا كلاهما. صحّحه.',
  CALCULATION_BORN_LATER: 'في الأسرة من وُلد بعد {month}. احذفه أو صحّح تاريخه.',
  CALCULATION_INDEPENDENT_ALONE: 'المستقل لا تابعين له. اجعل الحالة أسرة، أو احذف التابعين.',
  CALCULATION_TOO_MANY: 'البيانات أكثر من {max}. قلّلها ثم أعد المحاولة.',
  CALCULATION_SETTING_UNKNOWN: 'إعداد غير معروف في هذا الحساب. احذفه ثم أعد المحاولة.',
  SETTING_NOT_CHANGED_HERE: 'هذا الإعداد لا يُغيّر من هنا. يُغيّر من شاشة عمله.',
  SETTING_NUMBER: 'الرقم خارج الحد. اكتب رقماً صحيحاً من {min} إلى {max}.',
  SETTING_WORDS: 'النص أقصر أو أطول من الحد. اكتب سطراً واحداً من {min} إلى {max} حرفاً.',
  SETTING_CHOICE: 'الاختيار غير معروف. اختر من القائمة.',
  SETTING_SHAPE: 'القيمة ناقصة. أكمل الحقول ثم أعد المحاولة.',
  SETTING_HOLIDAY: 'التاريخ {date} غير صحيح. صحّحه أو احذفه.',
  SETTING_HOLIDAYS_MANY: 'الإجازات أكثر من {max} يوماً. احذف ما مضى منها.',
  SETTING_WEEKEND: 'العطلة الأسبوعية يوم إلى ثلاثة أيام. اخترها.',
  SETTING_MOVED_TWICE: 'ليوم واحد تحريكان. أبق أحدهما.',
  SETTING_EDIT_DAYS_ORDER: 'آخر يوم للتعديل قبل أوله. صحّح اليومين.',
  SETTING_PAID_STATUSES: 'حالات الوصول لا تستقيم. اختر أول حالة تُعد وصولاً.',
  SETTING_UNCHANGED: 'هذه هي القيمة السارية في هذا التاريخ. غيّرها أو غيّر التاريخ.',
  SETTING_TOO_EARLY: 'هذا الإعداد لا يسري على ما مضى. أبكر تاريخ له {earliest}.',
  SETTING_MONTH_CLOSED: 'دورة {month} مقفلة وتبقى على قواعدها. أبكر تاريخ للتغيير {earliest}.',
  SETTING_TOO_LATE: 'التاريخ بعيد. آخر تاريخ مقبول {latest}.',
  SETTING_WAITS: 'لهذا الإعداد تغيير من {from} ينتظر الاعتماد. انتظره أو اسحبه أولاً.',
  SETTING_DECIDED: 'حُسم هذا التغيير من قبل. راجع سجل الإعداد.',
  SETTING_IN_FORCE: 'القيمة سارية منذ {since} فلا تُسحب. سجّل قيمة جديدة بدلها.',
} as const satisfies ArabicMessages;

export const en = {
  general:
    'That was not done. Try again; if it happens again, give the administrator the code {reference}.',
  INVALID_INPUT: 'Something entered is not accepted. Check the fields and try again.',
  NOT_SIGNED_IN: 'Your session has ended. Sign in again.',
  NOT_PERMITTED: 'Your role may not do this. Ask someone whose role may.',
  NOT_FOUND: 'It was not found. It may have been closed or moved.',
  CONFLICT:
    'Another officer changed this record before you. Their version is shown: check it and try again.',
  CANCELLED: 'It was stopped, and nothing has changed.',
  UNKNOWN_OPERATION: 'This version does not know that action. Update Insaf and try again.',
  INTERNAL:
    'Something unexpected went wrong. Try again; if it happens again, give the administrator the code {reference}.',
  DATA_FOLDER_IN_USE:
    'Another running copy of Insaf has this data folder open. Close it and try again.',
  DATA_FOLDER_NOT_WRITABLE:
    'The data folder cannot be written to. Ask the administrator for the right to write there.',
  DATABASE_NEWER: 'The database is from a newer Insaf. Update this copy, then open it.',
  DATABASE_DAMAGED:
    'The database is damaged. Stop working and ask the administrator to restore the backup.',
  DISK_FULL: 'The disk is full and nothing was saved. Free some space and try again.',
  BACKEND_STOPPED: 'The data service has stopped. Close Insaf and open it again.',
  PRINT_LETTER_NOT_READY:
    'Letter {number} has no file yet, or is void. Take it out of the selection, then print.',
  PRINT_LETTER_IN_JOB:
    'Letter {number} is in a printing that is not finished. Finish or cancel that first.',
  PRINT_JOB_CLOSED:
    'This printing was cancelled. Select what is left in the register and print it anew.',
  PRINT_JOB_UNCERTAIN:
    'It is not known yet whether paper {item} came out. Look at the printer, then say what came out.',
  PRINT_ITEM_NOT_NEXT:
    'Another paper comes before this one. Open the printing again to see where it stands.',
  PRINT_ITEM_NOT_SENT:
    'This paper was not sent to the printer. Open the printing again to see where it stands.',
  PRINT_ITEM_NOT_OUT:
    'Paper {item} was never sent to the printer and cannot have come out. Count again.',
  PRINT_COUNT_UNCLEAR: 'Say of paper {item} whether it came out well.',
  PRINT_ITEM_NOT_FAILED: 'This paper did not fail. Open the printing again to see where it stands.',
  PRINT_ITEM_NOT_WAITING:
    'This paper does not wait to be printed. Open the printing again to see where it stands.',
  WRONG_PASSWORD: 'The user name or the password is not right. Check the language of the keyboard.',
  ACCOUNT_LOCKED:
    'The account is locked after wrong attempts. Wait and try again, or ask the administrator to open it.',
  ACCOUNT_INACTIVE: 'This account is closed. Ask the administrator to open it.',
  OWN_ACCOUNT: 'Nobody closes his own account. Ask another administrator.',
  USERNAME_TAKEN: 'That user name belongs to another officer. Choose another.',
  BRANCH_EXISTS: 'This folder already holds a branch. Sign in to it, or choose another folder.',
  OFFICER_CANNOT_WORK_CASES:
    'That officer does not work on cases, or the account is closed. Choose another.',
  FILE_NOT_FOUND: 'The file is no longer where it was. Choose it again.',
  FILE_NOT_READABLE: 'The file cannot be read. Close it in other programs and try again.',
  DOCUMENT_TYPE: 'This kind of document is not accepted. Attach a PDF, a JPG or a PNG.',
  DOCUMENT_TOO_LARGE:
    'The document is larger than {megabytes} MB. Make it smaller, then attach it.',
  DOCUMENT_TOO_COMPLEX: 'The document is too complex. Print it to a new PDF and attach that.',
  DOCUMENT_EMPTY: 'The document is empty. Choose another.',
  DOSSIER_TOO_LARGE:
    'The dossier is larger than {megabytes} MB. Make it without the documents, or leave a part out.',
  DOCUMENT_DAMAGED: 'The document is damaged or protected. Ask for another copy.',
  CONTENT_MISSING: 'The stored file is missing from the data folder. Tell the administrator.',
  CONTENT_DAMAGED:
    'The stored file is not what was stored. Do not rely on it, and tell the administrator.',
  LETTER_NOT_READY: 'The letter is not ready. Wait a little, or make it again.',
  BATCH_EMPTY: 'Nobody of the list would get a letter. Change what you chose.',
  BATCH_RUNNING: 'This batch of letters is being issued. Wait for it or stop it.',
  BATCH_DONE: 'This batch of letters is done already.',
  OFFICER_GONE:
    'Who began this batch may no longer issue letters. Another officer goes on with it.',
  HAS_LETTER: 'There is a letter of this kind in the same case.',
  NO_LONGER_WAITING: 'The case no longer waits for documents.',
  NO_ADDRESS: 'No address is recorded.',
  OWN_DECISION: 'This letter states a decision that you wrote. Another officer issues it.',
  NOT_YOUR_DRAFT: 'Another officer wrote this draft, so nobody else edits it. Write a new one.',
  DRAFT_INCOMPLETE: 'A field of the draft is missing or wrong ({field}). Fill it in and try again.',
  CASE_OF_OTHER_PERSON: 'Case {number} is of another person. Check what you chose.',
  NO_LETTER_TO_FROZEN:
    'Nothing is written to this person until life-status case {number} is settled. Settle it, or go on without a letter.',
  NO_LETTER_TO_DECEASED:
    'The person died on {on}, so nothing is written to him. Go on without a letter.',
  NOT_OFFERED: 'The case has changed, and this letter has no place any more. Look at it again.',
  LETTER_EXISTS: 'This letter is issued as {number}. Open it from the list of letters.',
  LETTER_DRAFTED: '{author} has drafted this letter. Issue the draft or discard it.',
  DEADLINE_UNKNOWN:
    '{number} has no deadline, so it has no receipt. See the periods in the settings.',
  REFUSAL_DOES_NOT_STAND: 'The refusal no longer stands, so there is no letter of it.',
  CAUSE_UNKNOWN:
    'The payment came with a list and its cause is not known. Draft the letter on the letters screen.',
  RECOVERY_EXCEEDS_PAID:
    'More is asked back than arrived for {month}. Check the amount, or approve without a letter.',
  RESPOND_BY_PAST: 'The day in the letter must lie after today, {today}. Change it.',
  NOTHING_PAID: 'No pension has reached this person yet, so there is no certificate.',
  PENSION_NOT_RUNNING:
    'The pension of {month} is held or cancelled: no certificate until it is resumed.',
  NOTHING_MISSING: 'All papers have been received. Mark what is missing.',
  DOCUMENT_TWICE: 'The paper “{document}” stands twice on the list. Remove one.',
  DELIVER_BY_PAST: 'The last day must lie after today, {today}. Change it.',
  LETTER_VOID: 'The letter is void. Issue a new one if it is needed.',
  LETTER_PRINTED:
    'The original of the letter is out already. Print a stamped copy, or say that the printer spoilt it.',
  LETTER_NOT_PRINTED: 'The original of the letter is not printed yet. Print it first.',
  LETTER_HANDED_OVER:
    'The letter has been handed over since {on}. Record that it came back, or say that you know that it is out.',
  LETTER_IS_BACK: 'That the letter came back is recorded already.',
  HANDED_OVER_DAY: 'The day of handing over lies from {from} to {to}. Correct it and try again.',
  RETURNED_DAY: 'The day on which it came back lies from {from} to {to}. Correct it and try again.',
  RECEIVER_NOT_PERSON:
    'The last digits are not those of the addressee. Check the ID, or choose what the receiver is to him.',
  VOID_REASON_SHORT: 'The reason is too short ({least} characters at least). Say more.',
  LETTER_READY: 'The letter is ready already.',
  LETTER_NOT_SET: 'The letter could not be made; the decision stands. Make the letter again.',
  LETTER_CONTENT: 'The letter lacks a field; the decision stands. Tell the administrator.',
  LETTER_TEMPLATE_MISSING:
    'The words that the letter was issued with are not kept; the decision stands. Tell the administrator.',
  TEMPLATE_PROBLEMS:
    'The text cannot be saved for {count} reasons. Mend what is marked, then save.',
  TEMPLATE_UNCHANGED: 'Nothing in the text has changed; there is nothing to save.',
  LOGO_TOO_LARGE: 'The picture is larger than 500 KB. Make it smaller and choose it again.',
  LOGO_FORMAT:
    'The file is neither a PNG nor a JPEG picture. Save the logo as one of them and choose it.',
  LOGO_PIXELS: 'Each side must have {min} to {max} pixels. Resize the picture and choose it again.',
  LOGO_DAMAGED:
    'The picture cannot be read, or has the colours of print. Save it anew in the colours of a screen.',
  DELIVERY_UNREACHABLE:
    'The server could not be reached. Check the network and its name and port; it is tried again by itself.',
  DELIVERY_NOT_TRUSTED:
    'The certificate of the server is not trusted or the connection could not be secured, so nothing was sent. The administrator checks it under “Sending”.',
  DELIVERY_NO_STARTTLS:
    'The server does not offer STARTTLS, so nothing was sent. The administrator checks it under “Sending”.',
  DELIVERY_SIGN_IN:
    'The server refused the sign-in. It answered {answer}. The administrator checks user name and password.',
  DELIVERY_BUSY:
    'The server put the message off. It answered {answer}. It is tried again by itself.',
  DELIVERY_SENDER_REFUSED:
    'The server refused the address of the sender. It answered {answer}. The administrator checks it under “Sending”.',
  DELIVERY_ADDRESS_REFUSED:
    'The server refused the address of the receiver. It answered {answer}. Check the address and send anew.',
  DELIVERY_TOO_LARGE:
    'The message is larger than the server takes. It answered {answer}. Hand the letter over on paper.',
  DELIVERY_REFUSED: 'The server refused the message. It answered {answer}. Tell the administrator.',
  DELIVERY_NO_ANSWER:
    'The message was handed over and the connection broke before the answer. Ask the receiver, then settle it.',
  DELIVERY_UNCLEAR:
    'The answer of the gateway does not say whether the message was sent. It answered {answer}. Ask the receiver, then settle it.',
  DELIVERY_INTERRUPTED:
    'Insaf ended while the message was handed over. Ask the receiver, then settle it.',
  DELIVERY_NOT_MADE: 'The message could not be made; nothing was sent. Tell the administrator.',
  DELIVERY_ACCOUNT_MISSING:
    'This channel is not set up. The administrator does it in Administration, “Sending”.',
  DELIVERY_ADDRESS: 'The address is wrong. Type a whole e-mail address or a Saudi mobile number.',
  DELIVERY_NO_PHONE: 'The file of the beneficiary holds no Saudi mobile number. Type it.',
  DELIVERY_TEXT_PERSONAL:
    'The text holds an ID, an account or a name that is not sent in a message. Remove it; the letter says what is needed.',
  DELIVERY_EXISTS: 'This letter is on its way to the same address. Follow it in the outbox.',
  DELIVERY_STATE: 'The message has changed, and this cannot be done now. Its new state is shown.',
  DELIVERY_TEXT_FIELD:
    'The field {field} is unknown in this text. Choose from those that are named.',
  DELIVERY_CERTIFICATE: 'This is no PEM certificate. Paste it whole with its first and last line.',
  DELIVERY_SECRET_AGAIN:
    'The server or the user has changed. Type the password or key again; the kept one is not shown to another.',
  DELIVERY_GATEWAY_URL:
    'The address of the gateway begins with https and holds no user name or password.',
  DELIVERY_GATEWAY_BODY:
    'The template cannot be used. It is JSON that holds the number and the text, and no unknown field.',
  CYCLE_CLOSED: 'The cycle of {month} is closed. It cannot be changed.',
  PAYMENT_AT_BANK:
    'Payment {payment} is at the bank ({count}): it cannot be held or called back from here. Wait for the answer.',
  PAYMENT_PAID:
    'Payment {payment} has arrived ({count}). What was paid is recovered, not cancelled.',
  PAYMENT_HELD: 'Payment {payment} is on hold already ({count}). Leave it out.',
  PAYMENT_NOT_HELD: 'Payment {payment} is not on hold ({count}). Leave it out.',
  PAYMENT_CANCELLED:
    'Payment {payment} is cancelled ({count}). Prepare a new one if something is still due.',
  PAYMENT_REPLACED:
    'A newer attempt has replaced payment {payment} ({count}). Work on the newer one.',
  PAYMENT_ANSWERED:
    'Payment {payment} is answered ({count}). Only what is not needs to be explained.',
  MONEY_NOT_PROVEN_BACK:
    "The bank's files contradict each other about payment {payment}: its money is not proven back. Settle its exception first.",
  LIVE_PAYMENT_EXISTS:
    'The person has a live payment of that kind for the month ({live}). Cancel it or wait for its answer first.',
  NO_ACCOUNT: 'The person has no bank account on file. Record one and try again.',
  PERSON_DECEASED: 'The person died on {on}. Nothing is prepared; show the case to the supervisor.',
  PROGRAMME_UNKNOWN: 'Programme {code} is not known or no longer used. Choose another.',
  APPLICATION_OPEN:
    'The applicant has an open application to this programme: {number}. Work on that one instead.',
  PERSON_EXISTS: 'This ID belongs to somebody on record. Begin the application from that page.',
  NOT_A_DRAFT: 'Application {number} has been submitted. Open it to work on it.',
  STILL_A_DRAFT: 'Application {number} is a draft. Submit it first.',
  NOT_SUBMITTED: 'Application {number} has not been submitted. Submit it first.',
  INTAKE_WRONG: 'Something needs mending ({count}). Look at the marked fields, then submit.',
  ALREADY_CLOSED: 'Application {number} has ended. A new one or a review is needed.',
  PAPER_NOT_ASKED: 'This document is not on the list of the application. Refresh the screen.',
  PAPER_WITHOUT_DOCUMENT: 'There is no file for this document. Attach it first.',
  DOCUMENT_NOT_OF_CASE: 'This file does not belong to the application. Attach it first.',
  REASON_MISSING: 'Write why the document is not accepted.',
  NOT_IN_COMPLETION: 'Application {number} is not being completed. Refresh the screen.',
  COMPLETION_LAPSED: 'The period to complete ended on {dueOn}. Cancel it, or begin a new one.',
  COMPLETION_RUNNING: 'The period to complete runs until {dueOn}. Wait for its end.',
  IN_COMPLETION: 'Application {number} waits for the applicant to complete it.',
  AWAITING_COMPLETION: 'Application {number} waits for the applicant to complete it.',
  PAPERS_OPEN: 'Required documents are not accepted yet. Accept them, or ask to complete.',
  NOT_ENTITLED:
    'Not entitled by the calculation. Look at eligibility, or propose a refusal with its reasons.',
  ASSESSMENT_CHANGED:
    'The sum has changed since it was proposed. Send it back to be assessed anew.',
  REVIEW_PERIOD_ENDED: 'The year of reviews ended on {until}. A new application is needed.',
  OBJECTION_OPEN: 'An objection to this decision is open ({objection}). Wait for its outcome.',
  NOT_REFUSED: 'Only what was refused can be reviewed again.',
  VISIT_DIFFERENCE_UNSAID: 'Write what the visitor found to differ.',
  VISIT_IN_FUTURE: 'The visit lies ahead. Mend its date.',
  VISIT_ITEM_TWICE: 'The same item stands twice. Remove one.',
  ALREADY_ELIGIBLE:
    'The applicant is eligible and has a pension. Change the household on that page instead.',
  APPLICANT_CHANGED: 'The ID is not the one with which this began. Put it back, or begin another.',
  TERMS_IN_PAST: 'Terms are not changed for days that have passed. Choose {date} or later.',
  DOCUMENT_CODE_TWICE: 'Two documents have the code {code}. Give each its own.',
  PROGRAMME_EXISTS: 'Code {code} belongs to another programme. Choose another code.',
  NOT_YOURS: 'Another officer proposed it; only they withdraw it.',
  REASON_NEEDED: 'Give the reason and try again.',
  ALREADY_DECIDED: 'It is decided already. Refresh the screen.',
  PROPOSED_BY_YOU: 'Nobody approves what they asked for. Someone else does.',
  NOTHING_TO_SEND: 'No prepared payment is there to send. Prepare or release some first.',
  PAID_BY_BANK:
    'The bank says that it paid {payment} ({count} such): sending it would pay twice. Settle its exception or hold it, then export.',
  RUN_SENT: 'The run was sent at {at} and is not sent twice.',
  RUN_IMPORTED: 'The run of an imported list is not taken apart.',
  RUN_NOT_EXPORTED: 'The run was not exported from here, so there is no export to undo.',
  RUN_ANSWERED:
    'The bank has answered about payments of the run: it has the file, and the export stands.',
  PAYER_MISSING: 'The payer is not recorded. Record it, then export.',
  EXPORT_PLACE: 'Nothing can be written there, and nothing has changed. Choose another place.',
  EXPORT_TEXT:
    'The run holds what the format cannot carry, and nothing has changed: {reason}. Mend it or choose the other format.',
  EXPORT_FORMAT: 'The run was exported as {format}. Choose that format for another copy.',
  EXPORT_NOT_SAVED:
    'The run is exported and kept, but the file could not be put there. Save another copy elsewhere.',
  CLOSING_BLOCKED:
    'The cycle cannot be closed yet: {checks} of the checks have not passed. Settle them, then ask again.',
  CLOSING_PROPOSED: 'Closing was asked for already; a supervisor has to approve.',
  CLOSING_NOT_PROPOSED: 'Nobody has asked to close it. Finance asks first.',
  CYCLE_OPEN: 'The cycle of {month} is open. Refresh the screen.',
  MONTH_TOO_FAR: '{month} cannot be computed yet. The last month now is {last}.',
  ELIGIBILITY_RUN_EXISTS:
    '{month} has an eligibility run already. Open it, or set it aside before computing anew.',
  ELIGIBILITY_RUN_STATUS: 'The run stands elsewhere now. Open it and look at its step.',
  ELIGIBILITY_RUN_STALE:
    'Changes recorded since concern {households} households. Set the run aside and compute it anew, or approve it without them.',
  NO_HOUSEHOLDS: 'No households are known for {month}. Record them first.',
  CYCLE_BEFORE_FIRST: '{month} is before the first cycle of the programme. Check the month column.',
  LIST_CHANGED:
    'The file has changed since it was previewed, and nothing was imported. Preview it again.',
  LIST_EMPTY: 'The list holds no rows. Choose another.',
  LIST_COLUMNS: 'Some columns of the list are not known. Map them and try again.',
  LIST_ALREADY_IMPORTED: 'This list was imported before, on {at}. Nothing has changed.',
  LIST_HAS_PROBLEMS:
    'The list has faults, the first in line {line}, and nothing was imported. Correct them and import it again.',
  PAYMENT_LIST_COLUMNS_MISSING: 'The list lacks columns. Map them, or choose another file.',
  PAYMENT_LIST_COLUMNS_AMBIGUOUS: 'Columns of the list are ambiguous. Map each of them.',
  NATIONAL_ID_FORMAT: 'A national ID has ten digits.',
  NATIONAL_ID_TYPE: 'A national ID begins with 1 or 2.',
  NATIONAL_ID_CHECKSUM:
    'The national ID does not match its check digit. Check it against the card.',
  IBAN_COUNTRY: 'The IBAN is not a Saudi one. It begins with SA.',
  IBAN_LENGTH: 'A Saudi IBAN has 24 characters; this has {length}.',
  IBAN_FORMAT: 'An IBAN is digits after SA. Check it.',
  IBAN_CHECKSUM: 'The check digits of the IBAN do not match. Check the last digits.',
  BANK_FILE_SEEN:
    'The same file came before as {fileName}, taken in by {by} on {at}. Nothing has changed; find it among the latest files.',
  BANK_FILE_NOT_AN_ANSWER:
    "This is a {kind} file, not a bank's answer to our payments. Nothing has changed.",
  BANK_FILE_CHANGED: 'The file changed while it was read; nothing of it is kept. Choose it again.',
  NOT_A_PREVIEW: 'This file was committed or discarded before. Its present state is shown.',
  NOT_COMMITTED: 'This file is not committed, so there is nothing to undo.',
  EXCEPTIONS_RESOLVED:
    'Exceptions of this file were resolved: {count}. Open them again before undoing it.',
  LATER_DEED:
    'Since this file something was done with payment {payment}. Look at its trace, and take that back first where it can be.',
  LATER_FILE: 'A later file rests on this one: {fileName}. Undo that one first.',
  MESSAGE_ID_REUSED:
    'The message id {messageId} came with other content in {fileName}. Ask the bank which one is right, then confirm that when committing, or discard it.',
  BATCH_NOT_WAITING: 'This is no booking of a batch that waits. Refresh the list.',
  BATCH_AMOUNT_DIFFERS:
    "The sum is not that of the batch without its rejects. Wait for the bank's answers, or ask about the difference.",
  TIE_NOT_UNKNOWN: 'Only a committed line without a known reference can be tied. Refresh the list.',
  TIE_AMOUNT_DIFFERS:
    'The line has another amount than the payment. Choose another one or ask the bank.',
  TIE_CURRENCY_DIFFERS: 'The line is not in riyals. Do not tie it; send it back to the bank.',
  TIE_ACCOUNT_DIFFERS:
    'The line has another IBAN than the payment. Choose another one or ask the bank.',
  TIE_REPEATS:
    'Another line of this file says the same of that payment: it may have been paid twice. Ask the bank.',
  TIE_CONTRADICTS:
    'The payment cannot become what the bank reports. Ask the bank before posting anything.',
  WATCHED_FOLDER_GONE:
    'The folder {folder} is not there or cannot be reached. Connect it again or choose another.',
  WATCHED_FOLDER_UNREADABLE:
    'The folder {folder} may not be read. Ask the administrator for permission or choose another.',
  WATCHED_FOLDER_NO_FOLDER: '{folder} is no folder. Choose the folder in which bank files arrive.',
  WATCHED_FOLDER_OURS: "This is Insaf's own data folder. Choose another one.",
  ARRIVAL_READ: 'This file was read. Discard its preview instead.',
  ARRIVED_BEFORE: 'The same content arrived as {fileName}. It was not read again.',
  NOT_OPEN: 'Some of the chosen were resolved before. Refresh the list and try again.',
  NOT_RESOLVED: 'Some of the chosen were opened again before. Refresh the list and try again.',
  MIXED_EXCEPTIONS: 'The chosen are of different kinds. Resolve each kind and code by itself.',
  REASON_CODE_EXISTS: 'The code {code} is in the table already. Open it and change it.',
  FOLLOW_UP_NOBODY:
    'Nobody among the selected can be written to. Choose the bank, or select payments that are known.',
  FOLLOW_UP_PAST: 'The follow-up date has passed. Choose a day after today.',
  EXPORT_PATH: 'The file cannot be written there. Choose another folder.',
  EXPORT_TOO_MANY_ROWS: 'More rows than one sheet holds ({limit}). Narrow the filter, then export.',
  BANK_FILE_UNREADABLE: 'The file cannot be read. Close it in other programs and try again.',
  BANK_FILE_EMPTY: 'The file is empty. Download it from the bank again.',
  BANK_FILE_TOO_LARGE: 'The file is larger than the limit. Ask the bank to split it.',
  BANK_FILE_NOT_RECOGNISED:
    'This is no bank file that is known. Accepted are pain.002, camt, MT940, CSV and XLSX.',
  BANK_FILE_MESSAGE_UNSUPPORTED: 'This kind of bank message is not read here.',
  BANK_FILE_ENCODING_UNSUPPORTED:
    'The encoding of the file is not supported. Ask the bank for UTF-8.',
  BANK_FILE_ENCODING_BROKEN:
    'The text is not in its declared encoding. The fault is in line {line}. Download it from the bank again.',
  BANK_FILE_BINARY: 'The file holds what is no text. Perhaps its download was not finished.',
  BANK_FILE_XML_DOCTYPE: 'The file holds a DOCTYPE, which is refused as dangerous. Tell the bank.',
  BANK_FILE_XML_TOO_DEEP: 'The file is nested beyond the limit. Tell the bank.',
  BANK_FILE_XML_TOO_MANY_ATTRIBUTES:
    'The structure of the file is beyond the limit. Tell the bank.',
  BANK_FILE_XML_TEXT_TOO_LONG: 'A text in the file is longer than the limit. Tell the bank.',
  BANK_FILE_XML_RUNAWAY_MARKUP: 'The structure of the file is beyond the limit. Tell the bank.',
  BANK_FILE_XML_MALFORMED:
    'The file is not well-formed XML. The fault is in line {line}. Download it from the bank again.',
  BANK_FILE_TRUNCATED:
    'The file is cut short. It ends in line {line}. Download it from the bank again.',
  BANK_FILE_SEVERAL_MESSAGES: 'The file holds several messages. Split them into files.',
  BANK_FILE_LINE_TOO_LONG: 'Line {line} is longer than the limit. Tell the bank.',
  BANK_FILE_LAYOUT:
    'The layout of the file is not the known one. The fault is in line {line}. Tell the bank.',
  BANK_FILE_MAPPING_NEEDED: 'The columns of the file are not known. Map them first.',
  BANK_FILE_MAPPING_DIFFERS:
    'The column titles differ from what was saved for this bank. Check the mapping and save it again.',
  BANK_FILE_SHEET_MISSING: 'The workbook has no sheet "{detail}". Choose the sheet in the mapping.',
  BANK_FILE_FORMULA:
    'Cell {detail} holds a formula, which is not accepted where a payment is named or counted. Ask the bank for plain values.',
  BANK_FILE_CELL_UNREADABLE:
    'Cell {detail} holds an error, or a number longer than a workbook can keep. Ask the bank for a text file.',
  TABLE_MAPPING_INCOMPLETE: 'The mapping is not complete. Fill in what is marked red, then save.',
  SENT_NOT_OURS: 'This is a {kind} file, not a payment message that we sent.',
  SENT_RUN_UNKNOWN: 'The message {messageId} names no run of ours. Check where it comes from.',
  SENT_DIFFERS:
    'Message and run differ in {count} payments; nothing is recorded. Correct one and compare again.',
  NOTHING_MATCHES:
    'No line of this file matches a payment of ours. Confirm that when committing, or discard it.',
  OTHER_MONTH:
    'The lines of this file are of a closed cycle ({months}). Confirm that when committing, or discard it.',
  BANK_FILE_TOTALS_DIFFER:
    'The total of the file does not match its lines. It cannot be committed before the bank corrects it.',
  BANK_FILE_ARCHIVE_UNSAFE: 'The archive is not safe. Tell the bank.',
  BANK_FILE_ARCHIVE_BROKEN: 'The archive is broken. Download it from the bank again.',
  MONEY_NOT_BACK:
    'The money of payment {reference} is not proven back. Only what a bank rejected or returned is resumed.',
  ALREADY_RESUMED: 'Payment {reference} was resumed before. Follow its new attempt.',
  OTHER_ATTEMPT_LIVE:
    'The beneficiary has another live payment for this month, {other}. Two are never sent for one month.',
  PAID_INSTEAD:
    'One answer says that payment {reference} arrived, another that it was rejected. Settle its exception first.',
  PERSON_FROZEN:
    'Everything of this beneficiary is frozen until life-status case {number} is settled. Finish its steps first.',
  RESUME_NEVER: 'After code {reason} nothing is sent again. Do what the table of reasons asks for.',
  COMPLAINT_DUE:
    'Payment {reference} failed twice. Open the complaint from the first attempt, then resume if need be.',
  ACCOUNT_NOT_VERIFIED: 'The IBAN is not proven to be tied to the national ID. Finish step one.',
  ACCOUNT_OTHER_HOLDER:
    'Somebody else holds the account. Take one in the beneficiary’s name and prove it.',
  NEW_ACCOUNT_NEEDED:
    'The bank closed the old account. Record a new one in the beneficiary’s name.',
  ACCOUNT_NOT_CONFIRMED: 'The bank’s letter is not recorded. Finish step two.',
  ACCOUNT_FROZEN:
    'The account is frozen or dormant. The beneficiary asks his bank; record its letter then.',
  EDIT_DAYS_CLOSED:
    'Accounts cannot be changed today. Changing opens from {opensOn} to {closesOn}.',
  ACCOUNT_HELD_BY_ANOTHER:
    'Another beneficiary of the branch is paid to this account. Take one in this person’s name.',
  PROOF_IN_FUTURE: 'The document’s date {on} lies ahead. Correct it.',
  PROOF_NOT_ATTACHED: 'The document is not attached to this case. Attach it, then choose it.',
  PROPOSED_BY_ANOTHER: 'Only the proposer withdraws a proposal. Whoever approves can send it back.',
  CYCLE_PASSED:
    'The pay date of the cycle of {month} has passed. Propose again for the next cycle.',
  NOT_RESUMED: 'This payment is not resumed yet.',
  ATTEMPT_SENT: 'Attempt {reference} went to the bank and is not cancelled. Wait for the answer.',
  ATTEMPT_IN_RUN: 'Attempt {reference} stands in a run. Dissolve the run first, then cancel.',
  NOT_FAILED_AGAIN:
    'The bank neither rejected nor returned attempt {reference}. Wait for the answer.',
  MIXED_REASONS: 'You chose payments of several reasons. Choose those of one.',
  SENIORITY_WOULD_BE_LOST:
    'Payments have not arrived ({references}). Withdrawing or deleting the file would lose seniority in entitlement: resume the payments instead.',
  ALREADY_WITHDRAWN: 'This application was withdrawn before.',
  LIFE_DECIDED: 'Life-status case {number} is settled and stays so.',
  RECORD_ASKED: 'The civil record was asked before. Record its answer when it comes.',
  RECORD_NOT_ASKED: 'Ask the civil record first, then record its answer.',
  DEATH_DATE_MISSING: 'Write the date of death as the document has it.',
  DEATH_IN_FUTURE: 'The date of death lies ahead. Correct it.',
  CALCULATION_OBJECT: 'The household cannot be read. Clear it and type it again.',
  CALCULATION_LIST: 'A list of the household cannot be read. Clear it and type it again.',
  CALCULATION_TEXT: 'A field of the household is empty or too long. Complete it and try again.',
  CALCULATION_YES_OR_NO: 'A choice of the household cannot be read. Choose it again.',
  CALCULATION_NUMBER:
    'A number of the household is out of bounds. Write a whole number from {min} to {max}.',
  CALCULATION_CHOICE: 'A choice of the household is not known. Choose from the list.',
  CALCULATION_MONEY: 'An amount of the household cannot be right. Mend it.',
  CALCULATION_MONEY_NEGATIVE: 'An amount of the household is negative. Write it as a positive one.',
  CALCULATION_MONTH: 'The month is not known. Choose from the list.',
  CALCULATION_DATE: 'A date of the household does not exist. Mend it.',
  CALCULATION_DATE_FUTURE: 'A date of the household is after today, {today}. Mend it.',
  CALCULATION_FIELD_MISSING: 'A field of the household is missing. Complete it and try again.',
  CALCULATION_FIELD_UNKNOWN:
    'The household has a field that the sum does not know. Clear it and type it again.',
  CALCULATION_TWO_HEADS: 'A household has one head. Make the other a dependant.',
  CALCULATION_PERSON_TWICE: 'Somebody is in the household twice. Remove one of the two.',
  CALCULATION_PERSON_UNKNOWN:
    'An income or wealth is of somebody outside the household. Choose whose it is.',
  CALCULATION_MONTHLY_OR_YEARLY: 'An income is of a month or of a year, and not both. Mend it.',
  CALCULATION_BORN_LATER:
    'Somebody of the household was born after {month}. Remove him or mend his date.',
  CALCULATION_INDEPENDENT_ALONE:
    'An independent has no dependants. Make it a family, or remove them.',
  CALCULATION_TOO_MANY: 'There are more than {max} entries. Make them fewer and try again.',
  CALCULATION_SETTING_UNKNOWN: 'A setting is not known to this sum. Remove it and try again.',
  SETTING_NOT_CHANGED_HERE:
    'This setting is not changed here. It is changed on the screen of its work.',
  SETTING_NUMBER: 'The number is out of bounds. Write a whole number from {min} to {max}.',
  SETTING_WORDS: 'The text is too short or too long. Write one line of {min} to {max} letters.',
  SETTING_CHOICE: 'The choice is not known. Choose from the list.',
  SETTING_SHAPE: 'The value is incomplete. Fill in the fields and try again.',
  SETTING_HOLIDAY: '{date} is no date. Correct or remove it.',
  SETTING_HOLIDAYS_MANY: 'There are more than {max} holidays. Remove those of the past.',
  SETTING_WEEKEND: 'A weekend has one to three days. Choose them.',
  SETTING_MOVED_TWICE: 'One weekday is moved twice. Keep one of the two.',
  SETTING_EDIT_DAYS_ORDER: 'The last day of editing comes before the first. Correct the two.',
  SETTING_PAID_STATUSES:
    'These statuses do not fit together. Choose the first that counts as arrived.',
  SETTING_UNCHANGED: 'This value holds on that date already. Change it, or change the date.',
  SETTING_TOO_EARLY: 'This setting does not reach into the past. The earliest date is {earliest}.',
  SETTING_MONTH_CLOSED:
    'The cycle of {month} is closed and keeps its rules. The earliest date is {earliest}.',
  SETTING_TOO_LATE: 'The date is far away. The latest is {latest}.',
  SETTING_WAITS:
    'A change of this setting from {from} awaits approval. Wait for it, or withdraw it first.',
  SETTING_DECIDED: 'This change has been decided already. See the history of the setting.',
  SETTING_IN_FORCE:
    'The value has held since {since} and is not withdrawn. Record a new one instead.',
} as const satisfies EnglishOf<typeof ar>;
