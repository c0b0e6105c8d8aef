import type { AreaHandlers } from '../handlers.ts';
import { listStatements, statementOfException } from './list-statements.ts';
import { setAccounts } from './set-accounts.ts';

export function createStatementHandlers(): AreaHandlers<'statements'> {
  return {
    'statements.list': listStatements,
    'statements.ofException': (context, { id }) => statementOfException(context, id),
    'statements.setAccounts': setAccounts,
  };
}
