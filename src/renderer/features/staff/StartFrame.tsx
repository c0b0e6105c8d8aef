import type { ReactNode } from 'react';
import { useT } from '../../lib/i18n/use-t.ts';
import { useSettings } from '../../lib/settings-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Logo } from '../../ui/Logo.tsx';
import './start.css';

/** The card in the middle of the window, before and behind which there is nothing. */
export function StartFrame({
  title,
  note,
  wide = false,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  const { language, setLanguage } = useSettings();
  return (
    <div className="start">
      <main className={`start-card ${wide ? 'wide' : ''}`}>
        <header className="start-head">
          <Logo size={40} />
          <div>
            <h1>{title}</h1>
            {note !== undefined && note !== null && <p className="small muted">{note}</p>}
          </div>
        </header>
        {children}
      </main>
      <Button
        variant="quiet"
        aria-label={t('shell.languageLabel')}
        icon="globe"
        onPress={() => setLanguage(language === 'ar' ? 'en' : 'ar')}
      >
        {t('shell.language')}
      </Button>
    </div>
  );
}
