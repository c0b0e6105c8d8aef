import type { LetterheadSetting } from '../../../../domain/settings/settings.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { TextField } from '../../../ui/Fields.tsx';
import { LogoField, LogoPicture } from './LogoField.tsx';
import type { EditorProps } from './editor.ts';

const FIELDS = [
  ['country', 80],
  ['ministry', 120],
  ['branch', 120],
  ['code', 40],
  ['addressLine', 200],
  ['signatoryPost', 80],
  ['signatoryName', 80],
] as const satisfies readonly (readonly [Exclude<keyof LetterheadSetting, 'logo'>, number])[];

/** The words around a letter, and where they stand on it. */
export function LetterheadEditor({ value, onChange }: EditorProps<'letterhead'>) {
  const t = useT();
  return (
    <>
      <div className="set-pair">
        {FIELDS.map(([field, maxLength]) => (
          <TextField
            key={field}
            label={t(`settings.${field}`)}
            value={value[field]}
            onChange={(text) => onChange({ ...value, [field]: text })}
            maxLength={maxLength}
            isRequired={field === 'branch'}
          />
        ))}
      </div>
      <LogoField value={value.logo ?? null} onChange={(logo) => onChange({ ...value, logo })} />
      <figure className="set-letter" aria-label={t('settings.letterheadPreview')}>
        <figcaption className="cap muted">{t('settings.letterheadPreview')}</figcaption>
        <div dir="rtl" lang="ar">
          {value.logo !== null && value.logo !== undefined && <LogoPicture logo={value.logo} />}
          {[value.country, value.ministry, value.branch, value.code]
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          <p className="set-letter-end">
            {value.signatoryPost}
            <br />
            {value.signatoryName.trim() === '' ? (
              <span className="muted">{t('settings.signatoryNone')}</span>
            ) : (
              value.signatoryName
            )}
          </p>
          <p className="set-letter-foot cap">{value.addressLine}</p>
        </div>
      </figure>
    </>
  );
}
