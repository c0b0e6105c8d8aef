import { useState, type ReactNode } from 'react';
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import type { Halalas } from '../../domain/shared/halalas.ts';
import { formatMoney, parseMoney } from '../lib/format/money.ts';
import { useT } from '../lib/i18n/use-t.ts';
import './fields.css';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface FieldProps {
  label: string;
  /** Draws no label; it still names the field for screen readers. */
  hideLabel?: boolean | undefined;
  help?: ReactNode;
  /** Marks the field and says what to mend. */
  error?: string | null | undefined;
  /** Unusual but allowed. */
  warning?: string | null | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  placeholder?: string | undefined;
  className?: string | undefined;
}

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  /** Several lines; grows with its text. */
  multiline?: boolean | undefined;
  /** Identifiers, IBANs, user names: written left to right. */
  ltr?: boolean | undefined;
  type?: 'text' | 'password' | 'tel' | undefined;
  maxLength?: number | undefined;
  autoComplete?: string | undefined;
  name?: string | undefined;
  /** At the end of the box: a unit or a small button. */
  end?: ReactNode;
}

/** `<TextField label={t('…')} value={reason} onChange={setReason} multiline error={…} />` */
export function TextField(props: TextFieldProps) {
  const { value, onChange, multiline = false, ltr = false } = props;
  return (
    <AriaTextField
      value={value}
      onChange={onChange}
      onBlur={() => props.onBlur?.()}
      isInvalid={hasText(props.error)}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      type={props.type ?? 'text'}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
      {...(props.name === undefined ? {} : { name: props.name })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
      className={`field ${props.className ?? ''}`}
    >
      {props.hideLabel !== true && <FieldLabel {...props} />}
      {multiline ? (
        <TextArea
          className="input area"
          rows={2}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
      ) : (
        <div className="input">
          <Input
            className="bare"
            dir={ltr ? 'ltr' : 'auto'}
            {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
          />
          {props.end}
        </div>
      )}
      <FieldNotes {...props} />
    </AriaTextField>
  );
}

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  keys?: string | undefined;
  autoFocus?: boolean | undefined;
  className?: string | undefined;
}

/** `<SearchField label={t('…')} value={search} onChange={setSearch} />`; Esc clears it. */
export function SearchField(props: SearchFieldProps) {
  const t = useT();
  return (
    <AriaSearchField
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      onSubmit={(value) => props.onSubmit?.(value)}
      autoFocus={props.autoFocus ?? false}
      className={`field search ${props.className ?? ''}`}
    >
      <div className="input">
        <Icon name="search" />
        <Input className="bare" dir="auto" placeholder={props.placeholder ?? props.label} />
        {props.value === '' ? (
          props.keys !== undefined && <Kbd keys={props.keys} />
        ) : (
          <AriaButton className="bare-button" aria-label={t('ui.searchClear')}>
            <Icon name="x" size={14} />
          </AriaButton>
        )}
      </div>
    </AriaSearchField>
  );
}

export interface AmountFieldProps extends FieldProps {
  /** Halalas; null while it is empty or no amount. */
  value: Halalas | null;
  onChange: (value: Halalas | null) => void;
}

/** `<AmountField label={t('…')} value={halalas} onChange={setHalalas} />`: riyals typed, halalas out, `1,320.00` shown. */
export function AmountField({ value, onChange, ...field }: AmountFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : formatMoney(value, 'latn'));
  const isWrong = typed !== null && typed.trim() !== '' && parseMoney(typed) === null;
  return (
    <TextField
      {...field}
      ltr
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(parseMoney(text));
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
      error={field.error ?? (isWrong ? t('ui.amountInvalid') : null)}
      end={<span className="muted">{t('ui.sar')}</span>}
    />
  );
}

export function FieldLabel({ label, isRequired }: Pick<FieldProps, 'label' | 'isRequired'>) {
  const t = useT();
  return (
    <Label className="label">
      {label}
      {isRequired === true && (
        <span className="req" title={t('ui.required')}>
          {' '}
          *
        </span>
      )}
    </Label>
  );
}

export function FieldNotes({
  help,
  error,
  warning,
}: Pick<FieldProps, 'help' | 'error' | 'warning'>) {
  return (
    <>
      {hasText(error) && (
        <FieldError className="help error">
          <Icon name="alertc" size={14} />
          {error}
        </FieldError>
      )}
      {!hasText(error) && hasText(warning) && (
        <Text slot="description" className="help warn">
          <Icon name="alert" size={14} />
          {warning}
        </Text>
      )}
      {!hasText(error) && !hasText(warning) && help !== undefined && help !== null && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
    </>
  );
}

function hasText(text: string | null | undefined): text is string {
  return text !== undefined && text !== null && text !== '';
}
