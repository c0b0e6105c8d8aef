import { bankCodeOfIban, parseIban } from '../../../../domain/registry/iban.ts';
import { bankName } from '../../../lib/format/bank-name.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { TextField } from '../../../ui/Fields.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { At } from './At.tsx';
import { useForms } from './intake-context.ts';

/** The account into which the pension would be paid; the bank is read from the IBAN. */
export function BankStep() {
  const t = useT();
  const { intake, change, errorAt } = useForms();
  const iban = parseIban(intake.bank.iban);
  return (
    <fieldset className="in-part">
      <legend>{t('applications.part.account')}</legend>
      <div className="in-grid">
        <At path="bank.iban" className="wide">
          <TextField
            label={t('applications.field.iban')}
            value={intake.bank.iban}
            onChange={(text) => change({ ...intake, bank: { iban: text } })}
            ltr
            placeholder="SA00 0000 0000 0000 0000 0000"
            maxLength={40}
            isRequired
            error={errorAt('bank.iban')}
            help={
              iban.ok ? (
                <>
                  <Icon name="checkc" size={14} />{' '}
                  {t('applications.ibanOf', { bank: bankName(t, bankCodeOfIban(iban.value)) })}
                </>
              ) : (
                t('applications.ibanHelp')
              )
            }
          />
        </At>
      </div>
      <Rule icon="bank" tone="muted">
        {t('applications.accountRule')}
      </Rule>
    </fieldset>
  );
}
