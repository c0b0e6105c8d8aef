import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup as AriaRadioGroup,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { useT } from '../lib/i18n/use-t.ts';
import './check.css';
import { CheckMark } from './CheckMark.tsx';
import './choices.css';
import { FieldLabel, FieldNotes, type FieldProps } from './Fields.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly note?: ReactNode;
  readonly icon?: IconName | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** `<Select label={t('…')} options={options} value={reason} onChange={setReason} />` */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  ...field
}: FieldProps & {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
}) {
  const t = useT();
  return (
    <AriaSelect
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      isInvalid={field.error !== undefined && field.error !== null && field.error !== ''}
      isRequired={field.isRequired ?? false}
      isDisabled={field.isDisabled ?? false}
      placeholder={field.placeholder ?? t('ui.choose')}
      validationBehavior="aria"
      {...(field.hideLabel === true ? { 'aria-label': field.label } : {})}
      className={`field ${field.className ?? ''}`}
    >
      {field.hideLabel !== true && <FieldLabel {...field} />}
      <AriaButton className="input">
        <SelectValue className="select-value" />
        <Icon name="chevd" />
      </AriaButton>
      <FieldNotes {...field} />
      <Popover className="popover select-pop" offset={4}>
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              isDisabled={option.isDisabled ?? false}
              className="menu-item"
            >
              {option.icon !== undefined && <Icon name={option.icon} />}
              <span className="ell">{option.label}</span>
              {option.note !== undefined && <span className="cap muted">{option.note}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** `<Checkbox isChecked={…} onChange={…}>…</Checkbox>`; `isMixed` for some of many. */
export function Checkbox({
  children,
  isChecked,
  isMixed = false,
  onChange,
  isDisabled = false,
}: {
  children: ReactNode;
  isChecked: boolean;
  isMixed?: boolean;
  onChange: (isChecked: boolean) => void;
  isDisabled?: boolean;
}) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={isChecked}
      isIndeterminate={isMixed}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <CheckMark state={isMixed ? 'some' : isChecked ? 'all' : 'none'} />
      {children}
    </AriaCheckbox>
  );
}

/** `<RadioGroup label={t('…')} options={options} value={…} onChange={…} />` */
export function RadioGroup<Value extends string>({
  options,
  value,
  onChange,
  row = false,
  ...field
}: FieldProps & {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  row?: boolean;
}) {
  return (
    <Group {...field} options={options} value={value} onChange={onChange}>
      <div className={row ? 'radio-row' : 'radio-col'}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className="check"
          >
            <span className="rb" aria-hidden />
            <span>
              {option.label}
              {option.note !== undefined && <span className="cap muted block">{option.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </Group>
  );
}

/**
 * Big choices with their keys: `<OutcomeCards label={t('…')} options={[{ value, label, keys: '1' }]} … />`. The keys are
 * drawn; bind them with `useShortcuts`. `joined` draws one segmented strip with the choice filled (a finding).
 */
export function OutcomeCards<Value extends string>({
  options,
  value,
  onChange,
  joined = false,
  ...field
}: FieldProps & {
  options: readonly (Option<Value> & { readonly keys?: string })[];
  value: Value | null;
  onChange: (value: Value) => void;
  joined?: boolean;
}) {
  return (
    <Group {...field} options={options} value={value} onChange={onChange}>
      <div className={joined ? 'outcomes joined' : 'outcomes'}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className="outcome"
          >
            {option.icon !== undefined && <Icon name={option.icon} />}
            <span>{option.label}</span>
            {option.keys !== undefined && <Kbd keys={option.keys} />}
          </Radio>
        ))}
      </div>
    </Group>
  );
}

function Group<Value extends string>({
  options,
  value,
  onChange,
  children,
  ...field
}: FieldProps & {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  children: ReactNode;
}) {
  return (
    <AriaRadioGroup
      value={value ?? ''}
      onChange={(chosen) => {
        const option = options.find((known) => known.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      isDisabled={field.isDisabled ?? false}
      isInvalid={field.error !== undefined && field.error !== null && field.error !== ''}
      isRequired={field.isRequired ?? false}
      validationBehavior="aria"
      {...(field.hideLabel === true ? { 'aria-label': field.label } : {})}
      className={`field ${field.className ?? ''}`}
    >
      {field.hideLabel !== true && <FieldLabel {...field} />}
      {children}
      <FieldNotes {...field} />
    </AriaRadioGroup>
  );
}
