import { useT } from '../lib/i18n/use-t.ts';
import { dismissToast, useToasts } from '../lib/toasts.ts';
import { Button, IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './toast.css';

const ICONS = { success: 'checkc', info: 'info', warning: 'alert', danger: 'xc' } as const;

/** Where toasts appear; the shell mounts it once. Call `toast()` of `lib/toasts.ts` to show one. */
export function ToastRegion() {
  const t = useT();
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className="toasts" aria-label={t('ui.notifications')} aria-live="polite">
      {toasts.map(({ id, tone, text, note, action }) => (
        <div key={id} data-toast={id} className={`toast ${tone}`}>
          <Icon name={ICONS[tone]} />
          <span>
            {text}
            {note !== undefined && <small>{note}</small>}
          </span>
          <span className="row">
            {action !== undefined && (
              <Button
                size="s"
                variant="quiet"
                keys={action.keys}
                onPress={() => {
                  action.run();
                  dismissToast(id);
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton
              icon="x"
              size="s"
              label={t('ui.dismiss')}
              onPress={() => dismissToast(id)}
            />
          </span>
        </div>
      ))}
    </section>
  );
}
