import type {
  BankAccount,
  BankAccountReader,
  BankAccountWriter,
} from '../../app/registry/households/account-ports.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';

export class BankAccountReadRepo implements BankAccountReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async of(beneficiaryId: string): Promise<BankAccount[]> {
    const rows = await this.#db
      .selectFrom('bank_account')
      .selectAll()
      .where('beneficiary_id', '=', beneficiaryId)
      .orderBy('valid_from', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      iban: row.iban,
      bankCode: row.bank_code,
      validFrom: row.valid_from as IsoDate,
      validTo: row.valid_to as IsoDate | null,
      verifiedOn: row.verified_on as IsoDate | null,
      verifiedHow: row.verified_how,
      verifiedBy: row.verified_by,
      proofKind: row.proof_kind,
      proofDocumentId: row.proof_document_id,
    }));
  }
}

export class BankAccountWriteRepo extends BankAccountReadRepo implements BankAccountWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  replace: BankAccountWriter['replace'] = async (beneficiaryId, account) => {
    await this.#db
      .updateTable('bank_account')
      .set({ valid_to: account.validFrom })
      .where('beneficiary_id', '=', beneficiaryId)
      .where('valid_to', 'is', null)
      .execute();
    await this.#db
      .insertInto('bank_account')
      .values({
        id: account.id,
        beneficiary_id: beneficiaryId,
        iban: account.iban,
        bank_code: account.bankCode,
        valid_from: account.validFrom,
        valid_to: null,
        verified_on: account.verifiedOn,
        verified_how: account.verifiedHow,
        verified_by: account.verifiedBy,
        proof_kind: account.proofKind,
        proof_document_id: account.proofDocumentId,
      })
      .execute();
  };

  end: BankAccountWriter['end'] = async (id, on) => {
    await this.#db.updateTable('bank_account').set({ valid_to: on }).where('id', '=', id).execute();
  };
}
