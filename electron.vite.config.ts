import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// NOTE: the older of the two runtimes that this code meets; see src/decisions/001-electron-runtime.md.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        // NOTE: `backend` is the utility process: a program of its own, beside the shell.
        input: {
          index: 'src/main/index.ts',
          backend: 'src/backend/process.ts',
          // A thread of the backend that can be ended; it stands beside `backend.js`.
          'inspect-pdf-worker': 'src/backend/documents/inspect-pdf-worker.ts',
          // Another that copies the database's log while officers are served.
          'checkpoint-thread': 'src/backend/db/dialect/checkpoint-thread.ts',
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      // NOTE: a sandboxed preload is CommonJS and may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: chromeTarget,
      sourcemap: true,
    },
  },
});
