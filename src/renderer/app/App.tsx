import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LockScreen } from '../features/staff/LockScreen.tsx';
import { StartScreen } from '../features/staff/StartScreen.tsx';
import { useT } from '../lib/i18n/use-t.ts';
import { listenForShortcuts } from '../lib/keyboard/shortcuts.ts';
import { createQueryClient } from '../lib/queries.ts';
import { lockWindow, useSession } from '../lib/session-store.ts';
import { clearToasts } from '../lib/toasts.ts';
import { bridge } from '../lib/bridge.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { Shell } from './Shell.tsx';

/** Providers around the one of four: starting and sign-in, the frame, or the lock over nothing. */
export function App() {
  const t = useT();
  const [queryClient] = useState(createQueryClient);
  const session = useSession((state) => state.session);
  const { status } = session;
  useEffect(() => listenForShortcuts(window), []);
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'changed') {
          for (const area of event.areas) void queryClient.invalidateQueries({ queryKey: [area] });
          void queryClient.invalidateQueries({ queryKey: ['today'] });
        } else if (event.type === 'signedOut') lockWindow('idle');
      }),
    [queryClient],
  );
  useEffect(() => {
    if (status !== 'signedIn') return;
    // Nothing of a case stays in memory behind the lock.
    return () => {
      queryClient.clear();
      clearToasts();
    };
  }, [status, queryClient]);

  const numbering = t.digits === 'arab' ? 'arab' : 'latn';
  return (
    <I18nProvider
      locale={
        t.language === 'ar' ? `ar-SA-u-ca-gregory-nu-${numbering}` : `en-GB-u-nu-${numbering}`
      }
    >
      <QueryClientProvider client={queryClient}>
        <CrashBoundary resetKey={status}>
          {status === 'signedIn' && <Shell />}
          {session.status === 'locked' && (
            <LockScreen officer={session.officer} why={session.why} />
          )}
          {(status === 'starting' || status === 'signedOut') && <StartScreen />}
        </CrashBoundary>
      </QueryClientProvider>
    </I18nProvider>
  );
}
