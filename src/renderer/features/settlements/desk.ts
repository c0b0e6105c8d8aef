import { hrefOf, navigate } from '../../lib/route.ts';

type Query = Readonly<Record<string, string>>;

/** What a settlement or a recovery shows itself in. */
export const SETTLEMENT_AREAS = [
  'settlements',
  'recoveries',
  'payments',
  'registry',
  'letters',
  'today',
] as const;

/** Changes what the desk shows; what is not named stays, `null` takes it away. */
export function showOnDesk(query: Query, change: Readonly<Record<string, string | null>>): void {
  const next = Object.fromEntries(
    Object.entries({ ...query, ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
  navigate(hrefOf('entitlement', null, next));
}

export const recoveryHref = (id: string): string =>
  hrefOf('entitlement', null, { desk: 'recoveries', case: id });

export const settlementHref = (id: string): string =>
  hrefOf('entitlement', null, { desk: 'differences', view: 'awaitingApproval', settlement: id });
