import type { PaymentRow } from '../../../contract/payments.ts';
import { maskIban, maskNationalId } from '../../../domain/registry/mask.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { refusing } from '../refused-file.ts';
import { importList } from './import-list.ts';
import type { PaymentListFiles, PaymentListRow } from './ports.ts';
import { createRunHandlers } from './run-handlers.ts';
import type { RunFiles } from './run-ports.ts';
import { previewList } from './preview-list.ts';

export function createPaymentHandlers(
  files: PaymentListFiles,
  runFiles: RunFiles,
  office: LetterOffice,
): AreaHandlers<'payments'> {
  return {
    ...createRunHandlers(runFiles, office),
    'payments.cycles': async ({ repos }) => ok([...(await repos.payments.cycles())]),
    'payments.list': async ({ repos }, input) => {
      const { rows, total, amount } = await repos.payments.list(input);
      return ok({ rows: rows.map(toPaymentRow), total, amount });
    },
    'payments.trace': async ({ repos }, { id }) => {
      const payment = await repos.payments.byId(id);
      if (!payment) return refuse('NOT_FOUND');
      return ok({
        payment: toPaymentRow(payment),
        events: [...(await repos.payments.events(id))],
      });
    },
    'payments.previewList': (context, input) => refusing(() => previewList(context, input, files)),
    'payments.importList': (context, input) => refusing(() => importList(context, input, files)),
  };
}

function toPaymentRow({ nationalId, iban, ...row }: PaymentListRow): PaymentRow {
  return { ...row, maskedNationalId: maskNationalId(nationalId), maskedIban: maskIban(iban) };
}
