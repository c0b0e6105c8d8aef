import { LETTER_MARKS } from '../../../domain/letters/letter-data.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Select } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { placeName, type EditedTemplate } from './editing.ts';
import { changeDraft } from './templates-store.ts';

/** What screens call the template, and the mark of its letters. */
export function TemplateAbout({ template }: { template: EditedTemplate }) {
  const t = useT();
  return (
    <details className="tpl-about">
      <summary className="small medium">{t('letterTemplates.about')}</summary>
      <div className="tpl-about-in">
        {(['ar', 'en'] as const).map((language) => (
          <div key={language} data-place={placeName({ block: null, part: `title.${language}` })}>
            <TextField
              label={t(language === 'ar' ? 'letterTemplates.titleAr' : 'letterTemplates.titleEn')}
              value={template.title[language]}
              maxLength={80}
              isRequired
              onChange={(name) =>
                changeDraft(
                  { ...template, title: { ...template.title, [language]: name } },
                  { block: null, part: `title.${language}` },
                  true,
                )
              }
            />
          </div>
        ))}
        <Select
          label={t('letterTemplates.mark')}
          value={template.mark ?? 'none'}
          options={(['none', ...LETTER_MARKS] as const).map((value) => ({
            value,
            label: t(`letterTemplates.mark.${value}`),
          }))}
          onChange={(mark) =>
            changeDraft(
              { ...template, mark: mark === 'none' ? undefined : mark },
              { block: null, part: 'mark' },
            )
          }
        />
      </div>
    </details>
  );
}
