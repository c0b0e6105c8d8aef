import { create } from 'zustand';
import type { Digits } from './format/numbers.ts';

export type Language = 'ar' | 'en';
export type Theme = 'system' | 'light' | 'dark';

interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly digits: Digits;
}

interface SettingsStore extends Settings {
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setDigits: (digits: Digits) => void;
}

const STORAGE_KEY = 'insaf.window';
const defaults: Settings = { language: 'ar', theme: 'system', digits: 'latn' };

/** How this officer's window looks; nothing about people is kept here. */
export const useSettings = create<SettingsStore>()((set) => ({
  ...readSettings(),
  setLanguage: (language) => set({ language }),
  setTheme: (theme) => set({ theme }),
  setDigits: (digits) => set({ digits }),
}));

/** Keeps `<html lang dir data-theme>` and the stored choice in step with the store. Call once. */
export function applySettings(): void {
  reflect(useSettings.getState());
  useSettings.subscribe((settings) => {
    reflect(settings);
    const { language, theme, digits } = settings;
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify({ language, theme, digits }));
    } catch {
      // The window's storage may be closed: the choice then lasts as long as the window.
    }
  });
}

function reflect({ language, theme }: Settings): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function readSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return defaults;
    return {
      language: 'language' in stored && stored.language === 'en' ? 'en' : 'ar',
      theme:
        'theme' in stored && (stored.theme === 'light' || stored.theme === 'dark')
          ? stored.theme
          : 'system',
      digits: 'digits' in stored && stored.digits === 'arab' ? 'arab' : 'latn',
    };
  } catch {
    return defaults;
  }
}
