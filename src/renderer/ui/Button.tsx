import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useT } from '../lib/i18n/use-t.ts';
import './button.css';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { Tip } from './Tip.tsx';

export interface ButtonProps {
  children: ReactNode;
  onPress?: (() => void) | undefined;
  /** One `primary` a region; `quiet` has no border; `danger` is for what cannot be undone. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerFill' | undefined;
  size?: 'm' | 's' | undefined;
  icon?: IconName | undefined;
  /** Key drawn inside, e.g. `Ctrl+Enter`; binding it is the screen's business (`useShortcuts`). */
  keys?: string | undefined;
  isDisabled?: boolean | undefined;
  /** Shows the turning mark and refuses presses while the work is under way. */
  isBusy?: boolean | undefined;
  /** As wide as its container. */
  block?: boolean | undefined;
  /** Why it is disabled or what it does, on hover and focus. */
  hint?: ReactNode;
  type?: 'button' | 'submit' | undefined;
  autoFocus?: boolean | undefined;
  className?: string | undefined;
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

const CLASSES = {
  primary: 'primary',
  secondary: '',
  quiet: 'quiet',
  danger: 'danger',
  dangerFill: 'danger fill',
} as const;

/** `<Button variant="primary" keys="Ctrl+Enter" onPress={propose}>{t('complaints.propose')}</Button>` */
export function Button({
  children,
  onPress,
  variant = 'secondary',
  size = 'm',
  icon,
  keys,
  isDisabled = false,
  isBusy = false,
  block = false,
  hint,
  type = 'button',
  autoFocus = false,
  className = '',
  ref,
  ...aria
}: ButtonProps) {
  const t = useT();
  const button = (
    <AriaButton
      {...definedOnly(aria)}
      {...(ref === undefined ? {} : { ref })}
      type={type}
      autoFocus={autoFocus}
      isDisabled={isDisabled}
      isPending={isBusy}
      onPress={() => onPress?.()}
      className={`btn ${CLASSES[variant]} ${size === 's' ? 's' : ''} ${block ? 'block' : ''} ${className}`}
    >
      {isBusy ? <Icon name="refresh" className="turning" /> : icon && <Icon name={icon} />}
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
      {isBusy && <span className="sr">{t('ui.busy')}</span>}
    </AriaButton>
  );
  return hint === undefined ? button : <Tip content={hint}>{button}</Tip>;
}

export interface IconButtonProps {
  icon: IconName;
  /** The name for screen readers, shown as the tooltip as well. */
  label: string;
  onPress?: (() => void) | undefined;
  variant?: 'secondary' | 'quiet' | 'primary' | undefined;
  size?: 'm' | 's' | undefined;
  keys?: string | undefined;
  isDisabled?: boolean | undefined;
  isPressed?: boolean | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** `<IconButton icon="print" label={t('letters.print')} keys="P" onPress={print} />` */
export function IconButton({
  icon,
  label,
  onPress,
  variant = 'quiet',
  size = 'm',
  keys,
  isDisabled = false,
  isPressed,
  className = '',
  ref,
}: IconButtonProps) {
  return (
    <Tip
      content={
        <>
          {label}
          {keys !== undefined && <Kbd keys={keys} />}
        </>
      }
    >
      <AriaButton
        {...(ref === undefined ? {} : { ref })}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        aria-label={label}
        isDisabled={isDisabled}
        onPress={() => onPress?.()}
        className={`btn icon ${variant === 'secondary' ? '' : variant} ${size === 's' ? 's' : ''} ${className}`}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tip>
  );
}

function definedOnly(aria: {
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
}): { 'aria-label'?: string; 'aria-describedby'?: string } {
  return {
    ...(aria['aria-label'] === undefined ? {} : { 'aria-label': aria['aria-label'] }),
    ...(aria['aria-describedby'] === undefined
      ? {}
      : { 'aria-describedby': aria['aria-describedby'] }),
  };
}
