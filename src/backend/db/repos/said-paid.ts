import { sql, type RawBuilder } from 'kysely';

/**
 * Whether exception `x` says that a bank paid although the payment stands otherwise: rejected, held, cancelled, or never sent.
 * Until an officer has settled which is true, nothing of it is sent, sent again or given up.
 */
export const saidPaid: RawBuilder<boolean> = sql<boolean>`(x.status = 'open' and (x.kind = 'rejectedThenPaid'
  or (x.kind = 'unclearReason' and exists (select 1 from bank_line said
    where said.id = x.bank_line_id and said.reported in ('settled', 'credited')))))`;
