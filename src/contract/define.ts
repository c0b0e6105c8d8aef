import type { z } from 'zod';
import type { Permission } from '../domain/staff/permissions.ts';

/** Who may call: anyone before sign-in, anyone signed in, or whoever holds the permission. */
export type Access = 'anyone' | 'signedIn' | Permission;

/**
 * `query` reads; `command` runs in one transaction; `job` is long: it manages its own transactions, reports
 * progress and can be cancelled.
 */
export type OperationKind = 'query' | 'command' | 'job';

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly access: Access;
  readonly input: Input;
  readonly output: Output;
}

interface Definition<Input extends z.ZodType, Output extends z.ZodType> {
  readonly access: Access;
  readonly input: Input;
  readonly output: Output;
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): Operation<'query', Input, Output> {
  return { kind: 'query', ...definition };
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): Operation<'command', Input, Output> {
  return { kind: 'command', ...definition };
}

export function job<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): Operation<'job', Input, Output> {
  return { kind: 'job', ...definition };
}
