import type { CommandContext } from '../context.ts';
import { idSequence } from '../id-sequence.ts';
import type { KnownFault, OpenFault, StoredStatement } from './ports.ts';
import { difference, faultsAround, isForeign } from './statement-faults.ts';

/**
 * Brings the exceptions about statements in line with the series as they are now that a file was committed or taken back: a new
 * fault opens one, a fault that is gone withdraws it (the missing statement has come), one that is back opens it again. What an
 * officer has settled stays settled while its fault lasts. Answers how many were opened.
 */
export async function settleStatements(
  { repos, settings, now, newId }: CommandContext,
  fileId: string,
  { isCommitted }: { readonly isCommitted: boolean },
): Promise<number> {
  const { statements } = repos;
  const ofFile = await statements.ofFile(fileId);
  if (ofFile.length === 0) return 0;
  const around = await faultsAround(statements, ofFile, settings, { isCommitted: true });
  const left = new Set(isCommitted ? [] : ofFile.map(({ id }) => id));
  const faults = around.faults.filter(({ statementId }) => !left.has(statementId));
  if (isCommitted) {
    const ours = ofFile.filter(({ account }) => !isForeign(account, settings));
    faults.push(...(await entryFaults(statements, fileId, ours)));
  }
  const seen = [...new Set(around.seen.map(({ id }) => id))];
  const known = new Map((await statements.faultsOf(seen)).map((fault) => [keyOf(fault), fault]));
  const wanted = new Map(faults.map((fault) => [keyOf(fault), fault]));
  const nextId = idSequence(newId);
  const added = [...wanted].filter(([key]) => !known.has(key));
  const back = [...wanted.keys()].flatMap((key) => known.get(key) ?? []);
  const reopened = back.filter(({ status }) => status === 'withdrawn');
  const gone = [...known].filter(
    ([key, { status, fault, statementId }]) =>
      status === 'open' &&
      !wanted.has(key) &&
      // Details are compared when their own file is committed or taken back.
      (fault !== 'detailsDiffer' || ofFile.some(({ id }) => id === statementId)),
  );
  await statements.open(
    added.map(([, fault]) => ({ ...fault, id: nextId() })),
    now,
  );
  await statements.reopen(reopened.map(({ exceptionId }) => exceptionId));
  await statements.withdraw(gone.map(([, { exceptionId }]) => exceptionId));
  return added.length + reopened.length;
}

const keyOf = (fault: OpenFault | KnownFault): string =>
  `${fault.statementId} ${fault.fault} ${fault.subject}`;

async function entryFaults(
  statements: CommandContext['repos']['statements'],
  fileId: string,
  ours: readonly StoredStatement[],
): Promise<OpenFault[]> {
  const differences = await statements.differencesOfOurs(fileId);
  return differences.flatMap(({ place, entry, currency, amount, details, lineId }) => {
    const statement = ours.find((known) => known.place === place);
    if (!statement) return [];
    return [
      {
        statementId: statement.id,
        fault: 'detailsDiffer',
        subject: entry,
        kind: 'balanceBreak',
        expected: amount,
        found: details,
        other: null,
        amount: difference(currency, amount, details),
        bankLineId: lineId,
      },
    ];
  });
}
