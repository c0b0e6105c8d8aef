import type { ReactNode } from 'react';
import type { Refusal } from '../../domain/shared/result.ts';
import { copyText } from '../lib/copy.ts';
import { errorWords, referenceOf } from '../lib/error-words.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import './states.css';

/** `<EmptyState icon="checkc" title="لا شكاوى متأخرة" action={<Button/>}>what to do next</EmptyState>` */
export function EmptyState({
  icon = 'checkc',
  title,
  children,
  action,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icon} size={24} />
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/** `<ErrorState error={refusal} onRetry={refetch} />`: the officer's words, the next step and the code to read out. */
export function ErrorState({
  error,
  onRetry,
  title,
}: {
  error: Refusal;
  onRetry?: (() => void) | undefined;
  title?: string | undefined;
}) {
  const t = useT();
  const reference = referenceOf(error);
  return (
    <div className="empty" role="alert">
      <Icon name="alertc" size={24} />
      {title !== undefined && <b>{title}</b>}
      <p>{errorWords(t, error)}</p>
      <div className="row">
        {onRetry !== undefined && (
          <Button size="s" onPress={onRetry}>
            {t('ui.retry')}
          </Button>
        )}
        <Button size="s" variant="quiet" icon="copy" onPress={() => copyText(reference)}>
          {t('ui.copyReference', { reference })}
        </Button>
      </div>
    </div>
  );
}

const NOTICE_ICONS = {
  info: 'info',
  warning: 'alert',
  danger: 'alert',
  success: 'checkc',
  violet: 'usercheck',
} as const;

/** `<Notice tone="warning" action={<Button size="s"/>}>…</Notice>`: a rule stated where it blocks. */
export function Notice({
  tone = 'info',
  icon,
  children,
  action,
}: {
  tone?: keyof typeof NOTICE_ICONS;
  icon?: IconName;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon name={icon ?? NOTICE_ICONS[tone]} />
      <span>{children}</span>
      {action}
    </div>
  );
}

/** A refusal of an action, in a strip beside the button that was pressed. */
export function RefusalNotice({ error }: { error: Refusal }) {
  const t = useT();
  return <Notice tone="danger">{errorWords(t, error)}</Notice>;
}
