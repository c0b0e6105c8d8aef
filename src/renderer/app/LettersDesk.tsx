import { lazy, Suspense } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { useShortcuts } from '../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate, type ScreenProps } from '../lib/route.ts';
import { useMay } from '../lib/session-store.ts';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Tabs.tsx';
import './letters-desk.css';

const Register = lazy(async () => ({
  default: (await import('../features/letters/LettersScreen.tsx')).LettersScreen,
}));
const Outbox = lazy(async () => ({
  default: (await import('../features/deliveries/OutboxScreen.tsx')).OutboxScreen,
}));
const SendLetter = lazy(async () => ({
  default: (await import('../features/deliveries/SendLetterDialog.tsx')).SendLetterDialog,
}));

const outboxHref = hrefOf('letters', null, { desk: 'outbox' });

/** The register of letters and the outbox that sends them, each the work of its own area. */
export function LettersDesk(props: ScreenProps) {
  const t = useT();
  const { id, query } = props;
  const maySend = useMay('letters.send');
  const desk = query['desk'] === 'outbox' ? 'outbox' : 'register';
  const isSending = maySend && id !== null && query['do'] === 'send';
  const canSend = maySend && id !== null && desk === 'register';
  const send = (): void => {
    if (id !== null) navigate(hrefOf('letters', id, { do: 'send' }));
  };
  useShortcuts({ E: send }, { enabled: canSend && !isSending });
  return (
    <div className="letters-desk">
      <div className="letters-desk-row">
        <Segmented
          label={t('deliveries.desks')}
          items={[
            { id: 'register', label: t('deliveries.register'), icon: 'letter' },
            { id: 'outbox', label: t('deliveries.outbox'), icon: 'send' },
          ]}
          selected={desk}
          onSelect={(chosen) => navigate(chosen === 'outbox' ? outboxHref : hrefOf('letters'))}
        />
        <span className="sp" />
        {canSend && (
          <Button icon="send" keys="E" onPress={send}>
            {t('deliveries.sendLetter')}
          </Button>
        )}
      </div>
      {desk === 'outbox' ? <Outbox /> : <Register {...props} />}
      {isSending && (
        <Suspense>
          <SendLetter
            letterId={id}
            onClose={() => navigate(hrefOf('letters', id))}
            onOutbox={() => navigate(outboxHref)}
          />
        </Suspense>
      )}
    </div>
  );
}
