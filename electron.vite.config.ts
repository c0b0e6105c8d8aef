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
          // A process that reads documents of strangers and can be ended; with the thread that watches its memory.
          'document-process': 'src/backend/documents/process/document-process.ts',
          'memory-guard': 'src/backend/documents/process/memory-guard.ts',
          // Another that copies the database's log while officers are served.
          'checkpoint-thread': 'src/backend/db/dialect/checkpoint-thread.ts',
          // Threads that set letters.
          'letter-thread': 'src/backend/letters/letter-thread.ts',
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
      rolldownOptions: {
        input: {
          index: 'src/renderer/index.html',
          // The page of a hidden window that prints pictures of a letter's pages.
          'print-pages': 'src/renderer/print-pages.html',
        },
      },
    },
  },
});
