import { bankCodeOfIban, parseIban } from '../../../../domain/registry/iban.ts';
import { bankNameOf } from '../../../../domain/registry/bank-names.ts';
import { errorWords } from '../../../lib/error-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { TextField } from '../../../ui/Fields.tsx';

const WHOLE = 24;

/** An IBAN in groups of four, as banks print it, with the bank that it names once it is whole. */
export function IbanField({
  value,
  onChange,
}: {
  value: string;
  onChange: (iban: string) => void;
}) {
  const t = useT();
  const bare = value.replace(/\s+/g, '');
  const parsed = parseIban(bare);
  const bank = parsed.ok ? bankNameOf(bankCodeOfIban(parsed.value))[t.language] : null;
  const isWhole = bare.length >= WHOLE;
  return (
    <TextField
      label={t('resume.iban')}
      ltr
      isRequired
      value={grouped(value)}
      onChange={(typed) => onChange(typed.replace(/\s+/g, '').toUpperCase())}
      maxLength={WHOLE + 10}
      help={bank === null ? t('resume.ibanHelp') : t('resume.ibanBank', { bank })}
      error={isWhole && !parsed.ok ? errorWords(t, parsed.error) : null}
    />
  );
}

function grouped(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
