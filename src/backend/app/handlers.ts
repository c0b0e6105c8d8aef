import type { OperationName, OperationOf, OutputOf, ParsedInputOf } from '../../contract/api.ts';
import type { Operation } from '../../contract/define.ts';
import type { ApiResult } from '../../contract/errors.ts';
import type { CommandContext, JobContext, QueryContext } from './context.ts';

type ContextOf<Name extends OperationName> =
  OperationOf<Name> extends Operation<'query'>
    ? QueryContext
    : OperationOf<Name> extends Operation<'command'>
      ? CommandContext
      : JobContext;

export type Handler<Name extends OperationName> = (
  context: ContextOf<Name>,
  input: ParsedInputOf<Name>,
) => Promise<ApiResult<OutputOf<Name>>>;

export type Handlers = { readonly [Name in OperationName]: Handler<Name> };

/** The handlers of one area: `satisfies AreaHandlers<'complaints'>` fails to compile while one is missing. */
export type AreaHandlers<Area extends string> = {
  readonly [
    Name in OperationName as Name extends `${Area}.${string}` ? Name : never
  ]: Handler<Name>;
};
