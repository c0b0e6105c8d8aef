import { api } from '../../../lib/client.ts';
import { articleWords } from '../../../lib/format/article-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Code } from '../../../ui/Chip.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Icon } from '../../../ui/Icon.tsx';

/** The reasons of the table in force; those that the sum found come first, and each chosen one may have a note. */
export function RefusalGrounds({
  chosen,
  suggested,
  onChange,
  error,
}: {
  /** Codes with the note of each. */
  chosen: Readonly<Record<string, string>>;
  suggested: ReadonlySet<string>;
  onChange: (chosen: Readonly<Record<string, string>>) => void;
  error: string | null;
}) {
  const t = useT();
  const table = useApiQuery(['objections', 'refusalReasons'], () =>
    api.objections.refusalReasons({}),
  );
  const rows = (table.data ?? [])
    .filter(({ active, code }) => active || code in chosen)
    .toSorted((a, b) => Number(suggested.has(b.code)) - Number(suggested.has(a.code)));
  return (
    <fieldset className="grounds">
      <legend className="label">{t('applications.refusalReasons')}</legend>
      <ul>
        {rows.map(({ code, textAr, textEn, article }) => (
          <li key={code}>
            <Checkbox
              isChecked={code in chosen}
              onChange={(isChecked) => {
                const { [code]: _, ...others } = chosen;
                onChange(isChecked ? { ...chosen, [code]: '' } : others);
              }}
            >
              <Code>{code}</Code>
              <span>
                {t.language === 'ar' ? textAr : textEn}
                {article !== '' && (
                  <span className="cap muted nowrap"> {articleWords(t, article)}</span>
                )}
                {suggested.has(code) && (
                  <span className="cap t-primary block">{t('applications.foundBySum')}</span>
                )}
              </span>
            </Checkbox>
            {code in chosen && (
              <TextField
                label={t('applications.reasonNote', { code })}
                hideLabel
                placeholder={t('applications.reasonNoteHint')}
                value={chosen[code] ?? ''}
                onChange={(note) => onChange({ ...chosen, [code]: note })}
                maxLength={500}
              />
            )}
          </li>
        ))}
      </ul>
      {error !== null && (
        <span className="help error" role="alert">
          <Icon name="alertc" size={14} />
          {error}
        </span>
      )}
    </fieldset>
  );
}
