import { accountName } from '../../../domain/reconciliation/account-name.ts';
import type { BankRecord } from '../../../domain/reconciliation/bank-message.ts';
import { StatementCollector } from '../../../domain/reconciliation/collect-statements.ts';
import type { StagedLine } from '../../../domain/reconciliation/staged-line.ts';
import type { SettingValues } from '../../../domain/settings/settings.ts';
import { isForeign } from './statement-faults.ts';

/** Follows the statements of a file while its lines are kept: what stands on an account that is none of ours moves nothing. */
export class StatementIntake {
  readonly collector = new StatementCollector();
  readonly #settings: Pick<SettingValues, 'agencyAccounts'>;
  #isForeign = false;

  constructor(settings: Pick<SettingValues, 'agencyAccounts'>) {
    this.#settings = settings;
  }

  /** The lines that are complete with a record, as they count. */
  linesOf(record: BankRecord, lines: StagedLine[]): StagedLine[] {
    this.collector.add(record);
    if (record.type === 'statement') {
      const { agencyAccounts } = this.#settings;
      const account = record.account && accountName(record.account, agencyAccounts);
      this.#isForeign = isForeign(account, this.#settings);
    }
    return this.#isForeign ? lines.map((line) => ({ ...line, reported: 'noted' })) : lines;
  }
}
