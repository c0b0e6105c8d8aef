import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Code } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import './objection-dialogs.css';

/** The reasons that the refusal gave, chosen from the table in force. */
export function RefusalReasons({
  table,
  chosen,
  onChange,
  error,
}: {
  table: OutputOf<'objections.refusalReasons'>;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  error: string | undefined;
}) {
  const t = useT();
  return (
    <fieldset className="refusal-reasons">
      <legend className="label">{t('objections.reasons')}</legend>
      <div>
        {table
          .filter(({ active }) => active)
          .map(({ code, textAr, textEn }) => (
            <Checkbox
              key={code}
              isChecked={chosen.includes(code)}
              onChange={(isChecked) =>
                onChange(isChecked ? [...chosen, code] : chosen.filter((known) => known !== code))
              }
            >
              <Code>{code}</Code>
              <span>{t.language === 'ar' ? textAr : textEn}</span>
            </Checkbox>
          ))}
      </div>
      {error !== undefined && (
        <span className="help error" role="alert">
          <Icon name="alertc" size={14} />
          {error}
        </span>
      )}
    </fieldset>
  );
}
