import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { FieldLabel, FieldNotes } from '../Fields.tsx';
import { Num } from '../Figures.tsx';
import { Icon } from '../Icon.tsx';
import './cases.css';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly maskedNationalId: string | null;
  readonly note: string;
}

/** Finds one beneficiary by ID, IBAN, phone or name; what is found comes from outside as the officer types. */
export function PersonPicker({
  label,
  chosen,
  onChoose,
  search,
  onSearch,
  people,
  error,
}: {
  label: string;
  chosen: Person | null;
  onChoose: (person: Person | null) => void;
  search: string;
  onSearch: (search: string) => void;
  people: readonly Person[];
  error?: string | null | undefined;
}) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  if (chosen !== null) {
    return (
      <div className="field">
        <span className="label">{label}</span>
        <div className="input person-chosen">
          <Icon name="person" />
          <b className="ell medium">{chosen.name}</b>
          {chosen.maskedNationalId !== null && (
            <span className="muted">
              <Num>{chosen.maskedNationalId}</Num>
            </span>
          )}
          <span className="sp" />
          <Button size="s" variant="quiet" onPress={() => onChoose(null)}>
            {t('cases.anotherPerson')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <ComboBox
      className="field"
      inputValue={search}
      onInputChange={onSearch}
      items={people}
      selectedKey={null}
      onSelectionChange={(key) => {
        const person = people.find(({ id }) => id === key);
        if (person !== undefined) onChoose(person);
      }}
      onOpenChange={setOpen}
      allowsEmptyCollection={search.trim().length >= 2}
      menuTrigger="input"
      allowsCustomValue
      isInvalid={error !== undefined && error !== null && error !== ''}
      validationBehavior="aria"
      isRequired
      autoFocus
    >
      <FieldLabel label={label} isRequired />
      <div className="input" data-open={isOpen}>
        <Icon name="search" />
        <Input className="bare" dir="auto" placeholder={t('cases.personPlaceholder')} />
      </div>
      <FieldNotes error={error} />
      <Popover className="popover select-pop" offset={4}>
        <ListBox<Person>
          className="menu"
          renderEmptyState={() => <p className="person-none">{t('cases.personNotFound')}</p>}
        >
          {(person) => (
            <ListBoxItem id={person.id} textValue={person.name} className="menu-item">
              <Icon name="person" />
              <span className="ell">{person.name}</span>
              <span className="sp" />
              {person.maskedNationalId !== null && (
                <span className="cap muted">
                  <Num>{person.maskedNationalId}</Num>
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
