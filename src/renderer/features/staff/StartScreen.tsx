import { useEffect, useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { showSignIn, useSession } from '../../lib/session-store.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { FirstStart } from './FirstStart.tsx';
import { SignIn } from './SignIn.tsx';
import { StartFrame } from './StartFrame.tsx';

/** Before anybody is signed in: an empty data folder is given its branch, then officers sign in. */
export function StartScreen() {
  const t = useT();
  const status = useSession((state) => state.session.status);
  const [made, setMade] = useState<string | null>(null);
  const start = useApiQuery(['staff', 'firstStart'], () => api.staff.firstStart({}));

  useEffect(() => {
    if (start.data?.needed === false && status === 'starting') showSignIn();
  }, [start.data, status]);

  if (start.error !== null) {
    return (
      <StartFrame title={t('shell.product')}>
        <ErrorState error={start.error} onRetry={start.refetch} />
      </StartFrame>
    );
  }
  if (start.data === undefined) {
    return (
      <StartFrame title={t('shell.starting')}>
        <Skeleton lines={3} />
      </StartFrame>
    );
  }
  if (start.data.needed) {
    return (
      <FirstStart
        onMade={(notice) => {
          setMade(notice);
          start.refetch();
        }}
      />
    );
  }
  return (
    <SignIn branch={start.data.branch} sampleAccounts={start.data.sampleAccounts} notice={made} />
  );
}
