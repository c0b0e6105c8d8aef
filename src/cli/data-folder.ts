import { homedir } from 'node:os';
import path from 'node:path';

/** Where the window keeps the branch when it is started without `--data`: the system's folder for this user. */
export function defaultDataFolder(): string {
  const home = homedir();
  switch (process.platform) {
    case 'win32':
      return path.join(process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Insaf');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Insaf');
    default:
      return path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'Insaf');
  }
}

/** Fonts and code tables that ship with the application. */
export function resourcesFolder(): string {
  return path.join(import.meta.dirname, '../../resources');
}
