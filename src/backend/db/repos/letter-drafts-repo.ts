import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type {
  DraftFields,
  LetterDraft,
  LetterDraftReader,
  LetterDraftWriter,
} from '../../app/letters/drafts/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import { matchesSearch } from './case-rows.ts';

export class LetterDraftReadRepo implements LetterDraftReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  list: LetterDraftReader['list'] = async ({ mine, search, officerId, offset, limit }) => {
    const found = this.#db.selectFrom('letter_draft').where((eb) => {
      const typed = matchesSearch(eb, search, {
        nameKey: eb.ref('letter_draft.name_key'),
        numbers: [eb.ref('letter_draft.case_number')],
        beneficiaryId: eb.ref('letter_draft.beneficiary_id'),
      });
      return eb.and([
        ...(mine ? [eb('letter_draft.author', '=', officerId)] : []),
        ...(typed === null ? [] : [typed]),
      ]);
    });
    const { total } = await found
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const ids = await found
      .orderBy('letter_draft.updated_at', 'desc')
      .orderBy('letter_draft.id', 'desc')
      .offset(offset)
      .limit(limit)
      .select('letter_draft.id')
      .execute();
    return { rows: await this.#rows(ids.map(({ id }) => id)), total };
  };

  async byId(id: string): Promise<LetterDraft | undefined> {
    return (await this.#rows([id]))[0];
  }

  async #rows(ids: readonly string[]): Promise<LetterDraft[]> {
    const rows = await this.#db
      .selectFrom('letter_draft as d')
      .innerJoin('beneficiary as b', 'b.id', 'd.beneficiary_id')
      .innerJoin('officer as o', 'o.id', 'd.author')
      .where('d.id', 'in', ids)
      .select([
        'd.id',
        'd.kind',
        'd.subject',
        'd.case_type',
        'd.case_id',
        'd.case_number',
        'd.content',
        'd.created_at',
        'd.updated_at',
        'd.version',
        'd.author as author_id',
        'o.full_name as author',
        'b.id as beneficiary_id',
        'b.full_name as name',
        'b.national_id',
      ])
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined
        ? []
        : [
            {
              id: row.id,
              kind: row.kind,
              subject: row.subject,
              caseType: row.case_type,
              caseId: row.case_id,
              caseNumber: row.case_number,
              authorId: row.author_id,
              author: row.author,
              // NOTE: only `add` and `edit` write it.
              content: JSON.parse(row.content) as DraftFields,
              createdAt: row.created_at as IsoInstant,
              updatedAt: row.updated_at as IsoInstant,
              version: row.version,
              beneficiaryId: row.beneficiary_id,
              name: row.name,
              nationalId: row.national_id,
            },
          ];
    });
  }
}

export class LetterDraftWriteRepo extends LetterDraftReadRepo implements LetterDraftWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  add: LetterDraftWriter['add'] = async (draft, at) => {
    await this.#db
      .insertInto('letter_draft')
      .values({
        id: draft.id,
        kind: draft.kind,
        author: draft.authorId,
        beneficiary_id: draft.beneficiaryId,
        case_type: draft.caseType,
        case_id: draft.caseId,
        case_number: draft.caseNumber,
        subject: draft.subject,
        content: JSON.stringify(draft.content),
        created_at: at,
        updated_at: at,
      })
      .execute();
  };

  edit: LetterDraftWriter['edit'] = async (id, version, { subject, content }, at) => {
    const result = await this.#db
      .updateTable('letter_draft')
      .set({ subject, content: JSON.stringify(content), updated_at: at, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  };

  remove: LetterDraftWriter['remove'] = async (id, version) => {
    const result = await this.#db
      .deleteFrom('letter_draft')
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return result.numDeletedRows === 1n;
  };
}
