import type {
  IssuedCopy,
  LetterKey,
  LetterSealReader,
  LetterSealWriter,
  SealOfLetter,
  StoredSeal,
} from '../../app/letters/seal/ports.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type { Reader, Transactor } from '../database.ts';

export class LetterSealReadRepo implements LetterSealReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  currentKey(): Promise<LetterKey | undefined> {
    return this.#db
      .selectFrom('letter_key')
      .select(['id', 'secret'])
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  key(id: string): Promise<LetterKey | undefined> {
    return this.#db
      .selectFrom('letter_key')
      .select(['id', 'secret'])
      .where('id', '=', id)
      .executeTakeFirst();
  }

  async ofLetter(letterId: string): Promise<SealOfLetter | undefined> {
    const row = await this.#db
      .selectFrom('letter_seal as s')
      .innerJoin('letter as l', 'l.id', 's.letter_id')
      .where('s.letter_id', '=', letterId)
      .select(['s.key_id', 's.content_sha256', 's.code', 'l.number', 'l.issued_at'])
      .executeTakeFirst();
    return (
      row && {
        letterId,
        keyId: row.key_id,
        contentSha256: row.content_sha256,
        code: row.code,
        number: row.number,
        issuedAt: row.issued_at as IsoInstant,
      }
    );
  }

  letterByNumber: LetterSealReader['letterByNumber'] = async (number) => {
    const row = await this.#db
      .selectFrom('letter')
      .where('number', '=', number)
      .select(['id', 'issued_at', 'content'])
      .executeTakeFirst();
    return row && { id: row.id, issuedAt: row.issued_at as IsoInstant, content: row.content };
  };

  letterByFile: LetterSealReader['letterByFile'] = async (sha256) => {
    const row = await this.#db
      .selectFrom('letter')
      .where('sha256', '=', sha256)
      .select('id')
      .executeTakeFirst();
    return row?.id;
  };

  async copyByFile(sha256: string): Promise<IssuedCopy | undefined> {
    const row = await this.#db
      .selectFrom('letter_copy as c')
      .innerJoin('officer as o', 'o.id', 'c.made_by')
      .where('c.sha256', '=', sha256)
      .select(['c.letter_id', 'c.made_at', 'o.full_name'])
      .executeTakeFirst();
    return (
      row && {
        letterId: row.letter_id,
        at: row.made_at as IsoInstant,
        officerName: row.full_name,
      }
    );
  }
}

export class LetterSealWriteRepo extends LetterSealReadRepo implements LetterSealWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async addKey({ id, secret }: LetterKey, at: IsoInstant): Promise<void> {
    await this.#db.insertInto('letter_key').values({ id, secret, created_at: at }).execute();
  }

  async add({ letterId, keyId, contentSha256, code }: StoredSeal): Promise<void> {
    await this.#db
      .insertInto('letter_seal')
      .values({ letter_id: letterId, key_id: keyId, content_sha256: contentSha256, code })
      .execute();
  }

  addCopy: LetterSealWriter['addCopy'] = async ({ sha256, letterId, at, officerId }) => {
    // The same copy on the same day by the same officer has the same bytes.
    await this.#db
      .insertInto('letter_copy')
      .values({ sha256, letter_id: letterId, made_at: at, made_by: officerId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  };
}
