import type { FromBackend, ToBackend } from '../../../contract/wire.ts';
import type {
  DocumentProcessEvents,
  FromDocumentProcess,
  StartDocumentProcess,
  ToDocumentProcess,
} from './document-jobs.ts';

/** The port that the shell hands over, as far as it is used. */
export interface ShellPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
  postMessage(message: unknown): void;
  close(): void;
}

interface Asked {
  readonly events: DocumentProcessEvents;
  readonly waiting: ToDocumentProcess[];
  port: ShellPort | undefined;
}

type Answer = Extract<ToBackend, { type: 'documentsStarted' | 'documentsEnded' }>;

/** Asks the shell for processes of documents: from inside a utility process none can be started. */
export function askShell(shell: Pick<ShellPort, 'postMessage'>): {
  readonly start: StartDocumentProcess;
  /** What the shell answers. */
  readonly hear: (answer: Answer, ports: readonly ShellPort[]) => void;
} {
  const asked = new Map<number, Asked>();
  let last = 0;
  const post = (message: FromBackend): void => {
    shell.postMessage(message);
  };
  return {
    start: (memoryMegabytes, events) => {
      last += 1;
      const id = last;
      const one: Asked = { events, waiting: [], port: undefined };
      asked.set(id, one);
      post({ type: 'startDocuments', id, memoryMegabytes });
      return {
        post: (message) => {
          if (one.port === undefined) one.waiting.push(message);
          else one.port.postMessage(message);
        },
        kill: () => {
          post({ type: 'endDocuments', id });
        },
      };
    },
    hear: (answer, [port]) => {
      const one = asked.get(answer.id);
      if (one === undefined) return;
      if (answer.type === 'documentsEnded' || port === undefined) {
        asked.delete(answer.id);
        one.port?.close();
        one.events.onEnd();
        return;
      }
      one.port = port;
      port.on('message', ({ data }) => {
        one.events.onMessage(data as FromDocumentProcess);
      });
      port.start();
      for (const message of one.waiting) port.postMessage(message);
    },
  };
}
