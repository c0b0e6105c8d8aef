import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, net, protocol, session } from 'electron';

const SCHEME = 'insaf';

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Before the application is ready: our pages have an origin of their own instead of `file:`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

function serveRenderer(): void {
  const root = path.join(import.meta.dirname, '../renderer');
  session.defaultSession.protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = path.normalize(path.join(root, decodeURIComponent(pathname)));
    if (host !== 'app' || !(file === root || file.startsWith(root + path.sep))) {
      return new Response(null, { status: 404 });
    }
    const served = await net.fetch(pathToFileURL(file).toString());
    const headers = new Headers(served.headers);
    headers.set('Content-Security-Policy', POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(served.body, { status: served.status, headers });
  });
}

/** No page of ours asks for a camera, a place or the clipboard's content, and none leaves this computer. */
function closeDoors(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  const development = process.env['ELECTRON_RENDERER_URL'];
  defaultSession.webRequest.onBeforeRequest((details, decide) => {
    const allowed =
      /^(insaf|blob|data|devtools|file):/.test(details.url) ||
      (development !== undefined &&
        /^(https?|wss?):\/\/(localhost|127\.0\.0\.1)[:/]/.test(details.url));
    decide({ cancel: !allowed });
  });
}

/** The one window of a branch desk. */
export async function openWindow(): Promise<BrowserWindow> {
  serveRenderer();
  closeDoors();
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 683,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#F3F5F4',
    title: 'إنصاف',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL(pageAddress('index.html'));
  return window;
}

/** Where a page of ours is loaded from. */
export function pageAddress(page: 'index.html' | 'print-pages.html'): string {
  const development = process.env['ELECTRON_RENDERER_URL'];
  return development === undefined ? `${SCHEME}://app/${page}` : `${development}/${page}`;
}
