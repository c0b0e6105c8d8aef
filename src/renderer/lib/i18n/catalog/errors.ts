import type { ArabicMessages, EnglishOf } from '../messages.ts';

/** One sentence for what happened and one for the next step, by the code that the backend answers with. */
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
} as const satisfies EnglishOf<typeof ar>;
