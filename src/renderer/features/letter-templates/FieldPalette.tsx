import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { searchKey } from '../../../domain/shared/search-key.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { useEditor } from './editor-context.ts';
import type { FieldScope, ScopedField } from './template-fields.ts';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly example: string | undefined;
  readonly field: ScopedField;
  readonly format: string | null;
}

/** Every field that may stand here, by its meaning, with what it looks like; then how it is written. */
export function FieldPalette({
  scope,
  onChoose,
  onClose,
}: {
  scope: FieldScope;
  onChoose: (field: ScopedField, format: string | null) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [field, setField] = useState<ScopedField | null>(null);
  return (
    <Dialog isOpen onClose={onClose} title={t('letterTemplates.fieldTitle')} size="top">
      {field === null ? (
        <Choices
          key="fields"
          label={t('letterTemplates.fieldTitle')}
          choices={scope.fields.map((one) => ({
            id: one.name,
            title: one.meaning[t.language],
            name: one.name,
            example: one.examples[0],
            field: one,
            format: null,
          }))}
          onChoose={({ field: chosen }) =>
            chosen.formats.length > 1 ? setField(chosen) : onChoose(chosen, null)
          }
        />
      ) : (
        <Choices
          key="formats"
          label={t('letterTemplates.formatTitle', { field: field.meaning[t.language] })}
          choices={field.formats.map((format, index) => ({
            id: format,
            title: field.examples[index] ?? format,
            name: t.maybe(`letterTemplates.format.${format}`) ?? format,
            example: undefined,
            field,
            // The first is how it is written where no format is named.
            format: index === 0 ? null : format,
          }))}
          onChoose={({ format }) => onChoose(field, format)}
        />
      )}
    </Dialog>
  );
}

function Choices({
  label,
  choices,
  onChoose,
}: {
  label: string;
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
}) {
  const t = useT();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => {
    const words = searchKey(search).split(' ');
    return choices.filter(({ title, name }) => {
      const key = searchKey(`${title} ${name}`);
      return words.every((word) => key.includes(word));
    });
  }, [choices, search]);
  const at = Math.min(active, found.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (at + step + found.length) % Math.max(1, found.length);
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = found[at];
      if (chosen !== undefined) onChoose(chosen);
    }
  };
  return (
    <div className="pal">
      <div className="pal-q">
        <Icon name="search" size={20} />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-label={label}
          {...(found[at] === undefined ? {} : { 'aria-activedescendant': `${listId}-${at}` })}
          autoFocus
          dir="auto"
          value={search}
          placeholder={label}
          onChange={(event) => {
            setSearch(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </div>
      <div className="pal-list" role="listbox" id={listId} aria-label={label}>
        {found.length === 0 && <EmptyState icon="search" title={t('letterTemplates.fieldNone')} />}
        {found.map((choice, index) => (
          <div
            key={`${choice.id}-${index}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={`pal-row tpl-choice ${index === at ? 'on' : ''}`}
            onPointerMove={() => setActive(index)}
            onClick={() => onChoose(choice)}
          >
            <span className="two">
              <span className="ell">{choice.title}</span>
              <span className="cap muted ell">
                <bdi className={choice.example === undefined ? '' : 'mono'}>{choice.name}</bdi>
                {choice.example !== undefined && <> · {choice.example}</>}
              </span>
            </span>
            <span className="sp" />
            {choice.format === null && <FieldNature t={t} field={choice.field} />}
          </div>
        ))}
      </div>
      <div className="pal-ft">
        <Kbd keys="Up" />
        <Kbd keys="Down" /> {t('letterTemplates.keysMove')}
        <Kbd keys="Enter" /> {t('letterTemplates.keysChoose')}
      </div>
    </div>
  );
}

/** Whether the letter must name a field, may lack it, or only chooses by it. */
function FieldNature({ t, field }: { t: Translate; field: ScopedField }) {
  const { fields } = useEditor();
  const isOfRow = !fields.some(({ name }) => name === field.name);
  return (
    <span className="row">
      {isOfRow && <Chip tone="info">{t('letterTemplates.rowField')}</Chip>}
      {field.requiredBy !== null && (
        <Chip tone="violet" icon="shield" title={t(`letterTemplates.required.${field.requiredBy}`)}>
          {field.requiredBy === 'purpose'
            ? t('letterTemplates.required')
            : t(`letterTemplates.required.${field.requiredBy}`)}
        </Chip>
      )}
      {field.optional && <Chip>{t('letterTemplates.optional')}</Chip>}
      {field.type === 'list' && <Chip>{t('letterTemplates.rows')}</Chip>}
      {(field.type === 'flag' || field.type === 'gender') && (
        <Chip>{t('letterTemplates.chooses')}</Chip>
      )}
    </span>
  );
}
