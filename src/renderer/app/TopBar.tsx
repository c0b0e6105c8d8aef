import { Button as AriaButton } from 'react-aria-components';
import type { IsoDate } from '../../domain/shared/iso-date.ts';
import { longGregorian, longHijri } from '../lib/format/date-words.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { useOfficer } from '../lib/session-store.ts';
import { useSettings } from '../lib/settings-store.ts';
import { useShell } from '../lib/shell-store.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Menu } from '../ui/Menu.tsx';

export function TopBar({
  today,
  onSearch,
  onLock,
  onSignOut,
  onChangePassword,
}: {
  today: IsoDate;
  onSearch: () => void;
  onLock: () => void;
  onSignOut: () => void;
  onChangePassword: () => void;
}) {
  const t = useT();
  const title = useShell((shell) => shell.title);
  const note = useShell((shell) => shell.note);
  const { officer, branch } = useOfficer();
  const { language, setLanguage, theme, setTheme, digits, setDigits } = useSettings();
  const dark = isDark(theme);

  return (
    <header className="topbar">
      <h1>
        {title}
        {note !== null && (
          <>
            {' '}
            <small>{note}</small>
          </>
        )}
      </h1>
      <AriaButton className="omni" aria-label={t('shell.search')} onPress={onSearch}>
        <Icon name="search" />
        <span title={t('shell.searchHint')}>{t('shell.searchHint')}</span>
        <Kbd keys="Ctrl+K" />
      </AriaButton>
      <span className="sp" />
      <div className="when">
        <b>{longHijri(t, today)}</b>
        {longGregorian(t, today)}
      </div>
      <Button
        variant="quiet"
        className="lang"
        aria-label={t('shell.languageLabel')}
        onPress={() => setLanguage(language === 'ar' ? 'en' : 'ar')}
      >
        {language === 'ar' ? 'EN' : 'ع'}
      </Button>
      <IconButton
        icon={dark ? 'sun' : 'moon'}
        label={t('shell.theme')}
        onPress={() => setTheme(dark ? 'light' : 'dark')}
      />
      <IconButton icon="lock" label={t('shell.lock')} keys="Ctrl+L" onPress={onLock} />
      <Menu
        label={t('shell.account', { name: officer.fullName })}
        items={[
          {
            id: 'theme',
            label: t('shell.themeSystem'),
            icon: 'moon',
            isChecked: theme === 'system',
            onAction: () => setTheme('system'),
          },
          {
            id: 'digits',
            label: t('shell.digits'),
            icon: 'hash',
            isChecked: digits === 'arab',
            onAction: () => setDigits(digits === 'arab' ? 'latn' : 'arab'),
          },
          '-',
          {
            id: 'password',
            label: t('shell.changePassword'),
            icon: 'shield',
            onAction: onChangePassword,
          },
          { id: 'out', label: t('shell.signOut'), icon: 'exit', onAction: onSignOut },
        ]}
      >
        <AriaButton className="me" aria-label={t('shell.account', { name: officer.fullName })}>
          <Avatar name={officer.fullName} />
          <span className="me-words">
            <b className="ell" dir="auto">
              {officer.fullName}
            </b>
            <span className="ell" dir="auto">
              {branch}
            </span>
          </span>
        </AriaButton>
      </Menu>
    </header>
  );
}

function isDark(theme: 'system' | 'light' | 'dark'): boolean {
  return theme === 'system'
    ? window.matchMedia('(prefers-color-scheme: dark)').matches
    : theme === 'dark';
}
