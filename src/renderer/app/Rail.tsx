import { useT } from '../lib/i18n/use-t.ts';
import { formatNumber } from '../lib/format/numbers.ts';
import { hrefOf, type ScreenName } from '../lib/route.ts';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import type { Screen } from './screens.tsx';

/** The screens at the window's start edge, each with what is due there. */
export function Rail({
  screens,
  current,
  counts,
}: {
  screens: readonly Screen[];
  current: ScreenName | null;
  counts: Readonly<Partial<Record<ScreenName, number>>>;
}) {
  const t = useT();
  return (
    <aside className="rail">
      <div className="brand" title={t('shell.product')}>
        <Logo />
      </div>
      <nav aria-label={t('shell.mainNavigation')} data-pane="" tabIndex={-1}>
        {screens.map(({ name, label, icon }) => {
          const due = counts[name] ?? 0;
          return (
            <a
              key={name}
              href={hrefOf(name)}
              className={name === 'administration' ? 'end' : ''}
              {...(name === current ? { 'aria-current': 'page' } : {})}
              {...(due > 0
                ? { 'aria-label': t('shell.waitingCount', { screen: t(label), n: due }) }
                : {})}
            >
              <Icon name={icon} size={20} />
              <span className="rail-label ell">{t(label)}</span>
              {due > 0 && (
                <span className="dot" aria-hidden>
                  {due > 99 ? '99+' : formatNumber(due, t.digits)}
                </span>
              )}
            </a>
          );
        })}
      </nav>
    </aside>
  );
}
