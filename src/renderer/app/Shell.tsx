import { Suspense, useMemo, useState } from 'react';
import type { IsoInstant } from '../../domain/shared/iso-date.ts';
import { ChangePasswordDialog } from '../features/staff/ChangePasswordDialog.tsx';
import { signOut } from '../features/staff/sign-out.ts';
import { api } from '../lib/client.ts';
import { riyadhClock } from '../lib/format/dates.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { useShortcuts } from '../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../lib/queries.ts';
import { hrefOf, navigate, useRoute, type ScreenName } from '../lib/route.ts';
import { lockWindow, useOfficer } from '../lib/session-store.ts';
import type { PaletteCommand } from '../lib/shell-store.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { EmptyState } from '../ui/States.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { focusNextPane } from './focus-panes.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { screens, type Screen } from './screens.tsx';
import './shell.css';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useNow } from './use-now.ts';

type Overlay = 'none' | 'palette' | 'keys' | 'password';

/** The frame: rail, top bar, the screen, status bar, and what opens over them. */
export function Shell() {
  const t = useT();
  const route = useRoute();
  const { permissions } = useOfficer();
  const [overlay, setOverlay] = useState<Overlay>('none');
  useIdleLock();
  const now = useNow();
  const { date } = riyadhClock(now.toISOString() as IsoInstant);

  const allowed = useMemo(
    () =>
      screens.filter(
        ({ permission }) => permission === undefined || permissions.includes(permission),
      ),
    [permissions],
  );
  const screen = allowed.find(({ name }) => name === route?.screen);
  const counts = useDueCounts();
  const commands = useMemo(
    () =>
      allowed.map(({ name, label, icon, goKey }): PaletteCommand => ({
        id: `go-${name}`,
        label: t('shell.goTo', { screen: t(label) }),
        icon,
        keys: `G ${goKey}`,
        run: () => navigate(hrefOf(name)),
      })),
    [allowed, t],
  );

  useShortcuts({
    'Ctrl+K': () => setOverlay('palette'),
    '?': () => setOverlay('keys'),
    'Ctrl+L': () => lockWindow('asked'),
    F6: () => focusNextPane(1),
    'Shift+F6': () => focusNextPane(-1),
    Esc: () => goBack(),
    ...Object.fromEntries(
      allowed.map(({ name, goKey }) => [`G ${goKey}`, () => navigate(hrefOf(name))]),
    ),
  });

  const close = (): void => setOverlay('none');
  return (
    <div className="app">
      <Rail screens={allowed} current={screen?.name ?? null} counts={counts} />
      <TopBar
        today={date}
        onSearch={() => setOverlay('palette')}
        onLock={() => lockWindow('asked')}
        onSignOut={() => void signOut()}
        onChangePassword={() => setOverlay('password')}
      />
      <main id="main">
        <CrashBoundary resetKey={`${route?.screen}/${route?.id}`}>
          <Suspense fallback={<Skeleton lines={6} />}>
            {screen === undefined || route === null ? (
              <NoScreen />
            ) : (
              <ScreenAt screen={screen} id={route.id} query={route.query} />
            )}
          </Suspense>
        </CrashBoundary>
      </main>
      <StatusBar onHelp={() => setOverlay('keys')} />
      <ToastRegion />
      <Palette isOpen={overlay === 'palette'} onClose={close} commands={commands} />
      <KeysDialog isOpen={overlay === 'keys'} onClose={close} screens={allowed} />
      <ChangePasswordDialog isOpen={overlay === 'password'} onClose={close} />
    </div>
  );
}

function ScreenAt({
  screen: { component: Component },
  id,
  query,
}: {
  screen: Screen;
  id: string | null;
  query: Readonly<Record<string, string>>;
}) {
  return <Component id={id} query={query} />;
}

function NoScreen() {
  const t = useT();
  return (
    <div className="panel crash">
      <EmptyState
        icon="question"
        title={t('shell.notFoundTitle')}
        action={<Button onPress={() => navigate(hrefOf('today'))}>{t('shell.openToday')}</Button>}
      >
        {t('shell.notFoundText')}
      </EmptyState>
    </div>
  );
}

/** What is due today or overdue, beside the icon of its screen. */
function useDueCounts(): Partial<Record<ScreenName, number>> {
  const summary = useApiQuery(['today', 'summary'], () => api.today.summary({}));
  if (summary.data === undefined) return {};
  const { complaints, objections, applications, settings } = summary.data;
  return {
    complaints: complaints.dueToday + complaints.overdue,
    objections: objections.dueToday + objections.overdue,
    applications: applications.dueToday + applications.overdue + applications.lapsed,
    administration: settings.toApprove,
  };
}

/** Esc: out of the case to its list. Dialogs, menus and fields take the key before this does. */
function goBack(): void {
  const inside = document.activeElement;
  if (inside instanceof HTMLInputElement || inside instanceof HTMLTextAreaElement) {
    inside.blur();
    return;
  }
  const [path = '', search] = location.hash.split('?');
  const parts = path.split('/');
  if (parts.length > 2) navigate(parts.slice(0, 2).join('/') + (search ? `?${search}` : ''));
}
