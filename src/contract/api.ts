import type { z } from 'zod';
import { applications } from './applications.ts';
import { arrivals } from './arrivals.ts';
import { calculator } from './calculator.ts';
import { caseLetters } from './case-letters.ts';
import { complaints } from './complaints.ts';
import type { Operation } from './define.ts';
import { deliveries } from './deliveries.ts';
import { documents } from './documents.ts';
import { dossiers } from './dossiers.ts';
import { entitlement } from './entitlement.ts';
import { duplicates } from './duplicates.ts';
import { exports } from './exports.ts';
import { governmentRecords } from './government-records.ts';
import { households } from './households.ts';
import { letterSeals } from './letter-seals.ts';
import { letterBatches } from './letter-batches.ts';
import { letterTemplates } from './letter-templates.ts';
import { letters } from './letters.ts';
import { objections } from './objections.ts';
import { payments } from './payments.ts';
import { recoveries } from './recoveries.ts';
import { settlements } from './settlements.ts';
import { printJobs } from './print-jobs.ts';
import { programmes } from './programmes.ts';
import { reconciliation } from './reconciliation.ts';
import { registry } from './registry.ts';
import { resume } from './resume.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { statements } from './statements.ts';
import { today } from './today.ts';
import { whyAmount } from './why-amount.ts';

/** Every command and query of Insaf, once. Client, preload, dispatch and tests take their types from here. */
export const contract = {
  staff,
  today,
  registry,
  households,
  entitlement,
  duplicates,
  governmentRecords,
  payments,
  programmes,
  settlements,
  recoveries,
  reconciliation,
  statements,
  arrivals,
  resume,
  complaints,
  objections,
  applications,
  letters,
  caseLetters,
  letterBatches,
  letterTemplates,
  deliveries,
  printJobs,
  letterSeals,
  documents,
  dossiers,
  exports,
  settings,
  whyAmount,
  calculator,
} satisfies Record<string, Record<string, Operation>>;

export type Contract = typeof contract;
export type AreaName = keyof Contract;

/** `complaints.propose`: the name under which an operation crosses a transport. */
export type OperationName = {
  [Area in AreaName]: `${Area}.${keyof Contract[Area] & string}`;
}[AreaName];

export type OperationOf<Name extends OperationName> = Name extends `${infer Area}.${infer Op}`
  ? Area extends AreaName
    ? Op extends keyof Contract[Area]
      ? Contract[Area][Op]
      : never
    : never
  : never;

/** What a caller passes (before defaults) and what the handler receives (after them). */
export type InputOf<Name extends OperationName> =
  OperationOf<Name> extends Operation<infer _Kind, infer Input, infer _Output>
    ? z.input<Input>
    : never;
export type ParsedInputOf<Name extends OperationName> =
  OperationOf<Name> extends Operation<infer _Kind, infer Input, infer _Output>
    ? z.output<Input>
    : never;
export type OutputOf<Name extends OperationName> =
  OperationOf<Name> extends Operation<infer _Kind, infer _Input, infer Output>
    ? z.output<Output>
    : never;

export function findOperation(name: string): Operation | undefined {
  const [area, op, ...rest] = name.split('.');
  if (area === undefined || op === undefined || rest.length > 0) return undefined;
  const operations: Record<string, Record<string, Operation>> = contract;
  if (!Object.hasOwn(operations, area)) return undefined;
  const found = operations[area];
  return found && Object.hasOwn(found, op) ? found[op] : undefined;
}

export function operationNames(): OperationName[] {
  return Object.entries(contract).flatMap(([area, operations]) =>
    Object.keys(operations).map((op) => `${area}.${op}` as OperationName),
  );
}
