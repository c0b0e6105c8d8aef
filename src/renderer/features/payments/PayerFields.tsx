import type { PayerField } from '../../../contract/payment-runs.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { TextField } from '../../ui/Fields.tsx';
import { Notice } from '../../ui/States.tsx';

export const NO_PAYER: PayerField = {
  name: '',
  iban: '',
  bic: '',
  establishmentId: '',
  ministryId: '',
};

/** Who pays, as the banks know it: asked for once. */
export function PayerFields({
  payer,
  onChange,
}: {
  payer: PayerField;
  onChange: (payer: PayerField) => void;
}) {
  const t = useT();
  const field = (key: keyof PayerField, label: string, isRequired: boolean) => (
    <TextField
      label={label}
      value={payer[key]}
      onChange={(text) => onChange({ ...payer, [key]: text })}
      isRequired={isRequired}
      ltr
    />
  );
  return (
    <>
      <Notice>{t('payments.export.payerMissing')}</Notice>
      <div className="pay-payer">
        {field('name', t('payments.export.payerName'), true)}
        {field('iban', t('payments.export.payerIban'), true)}
        {field('bic', t('payments.export.payerBic'), true)}
        {field('establishmentId', t('payments.export.payerEstablishment'), false)}
        {field('ministryId', t('payments.export.payerMinistry'), false)}
      </div>
    </>
  );
}
