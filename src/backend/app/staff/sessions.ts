import { randomBytes } from 'node:crypto';

/** Who is signed in, in memory only: a restart signs everybody out. */
export interface Sessions {
  open(officerId: string): string;
  officerOf(session: string): string | undefined;
  /** Everybody who is signed in, in the order in which they did. */
  all(): readonly { readonly session: string; readonly officerId: string }[];
  close(session: string): void;
  closeAllOf(officerId: string): void;
}

export function createSessions(): Sessions {
  const officers = new Map<string, string>();
  return {
    open(officerId) {
      const session = randomBytes(32).toString('base64url');
      officers.set(session, officerId);
      return session;
    },
    officerOf: (session) => officers.get(session),
    all: () => [...officers].map(([session, officerId]) => ({ session, officerId })),
    close: (session) => {
      officers.delete(session);
    },
    closeAllOf: (officerId) => {
      for (const [session, owner] of officers) if (owner === officerId) officers.delete(session);
    },
  };
}
