import { lazy, Suspense } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { useShortcuts } from '../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate, type ScreenProps } from '../lib/route.ts';
import { useMay } from '../lib/session-store.ts';
import { Button } from '../ui/Button.tsx';
import type { IconName } from '../ui/Icon.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import './desk.css';

const Register = lazy(async () => ({
  default: (await import('../features/letters/LettersScreen.tsx')).LettersScreen,
}));
const Drafts = lazy(async () => ({
  default: (await import('../features/letters/drafts/DraftsScreen.tsx')).DraftsScreen,
}));
const Batches = lazy(async () => ({
  default: (await import('../features/letters/batches/BatchesScreen.tsx')).BatchesScreen,
}));
const Outbox = lazy(async () => ({
  default: (await import('../features/deliveries/OutboxScreen.tsx')).OutboxScreen,
}));
const Verify = lazy(async () => ({
  default: (await import('../features/letters/verify/VerifyLetter.tsx')).VerifyLetter,
}));
const SendLetter = lazy(async () => ({
  default: (await import('../features/deliveries/SendLetterDialog.tsx')).SendLetterDialog,
}));

const DESKS = ['drafts', 'register', 'batches', 'outbox', 'verify'] as const;
type Desk = (typeof DESKS)[number];
const ICONS = {
  drafts: 'doc',
  register: 'letter',
  batches: 'dup',
  outbox: 'send',
  verify: 'shield',
} as const satisfies Record<Desk, IconName>;

const hrefOfDesk = (desk: Desk): string =>
  desk === 'register' ? hrefOf('letters') : hrefOf('letters', null, { desk });

/** What is written, the register, letters over lists and the outbox: each desk the work of its own area. */
export function LettersDesk(props: ScreenProps) {
  const t = useT();
  const { id, query } = props;
  const maySend = useMay('letters.send');
  const desk = DESKS.find((known) => known === query['desk']) ?? 'register';
  const isSending = maySend && id !== null && query['do'] === 'send';
  const canSend = maySend && id !== null && desk === 'register';
  const send = (): void => {
    if (id !== null) navigate(hrefOf('letters', id, { do: 'send' }));
  };
  useShortcuts({ E: send }, { enabled: canSend && !isSending });
  return (
    <div className="area-desk">
      <div className="area-desk-row">
        <Segmented
          label={t('deliveries.desks')}
          items={DESKS.map((one) => ({
            id: one,
            label: t(`letters.desk.${one}`),
            icon: ICONS[one],
          }))}
          selected={desk}
          onSelect={(chosen) => navigate(hrefOfDesk(chosen))}
        />
        <span className="sp" />
        {canSend && (
          <Button icon="send" keys="E" onPress={send}>
            {t('deliveries.sendLetter')}
          </Button>
        )}
      </div>
      {desk === 'register' && <Register {...props} />}
      {desk === 'drafts' && <Drafts />}
      {desk === 'batches' && <Batches />}
      {desk === 'outbox' && <Outbox />}
      {desk === 'verify' && <Verify />}
      {isSending && (
        <Suspense>
          <SendLetter
            letterId={id}
            onClose={() => navigate(hrefOf('letters', id))}
            onOutbox={() => navigate(hrefOfDesk('outbox'))}
          />
        </Suspense>
      )}
    </div>
  );
}
