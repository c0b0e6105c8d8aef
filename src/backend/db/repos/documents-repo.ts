import type { Selectable } from 'kysely';
import { inOrder, type ActiveContent } from '../../../domain/documents/document-content.ts';
import type {
  DocumentReader,
  DocumentWriter,
  NewDocument,
  OwnerType,
  StoredDocument,
} from '../../app/documents/ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { DocumentTable } from '../schema/letters.ts';

function storedDocument(row: Selectable<DocumentTable>): StoredDocument {
  return {
    id: row.id,
    ownerType: row.owner_type,
    ownerId: row.owner_id,
    title: row.title,
    fileName: row.file_name,
    mime: row.mime,
    sizeBytes: row.size_bytes,
    pages: row.pages,
    sha256: row.sha256,
    contents: inOrder(JSON.parse(row.contents) as ActiveContent[]),
  };
}

export class DocumentReadRepo implements DocumentReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async byId(id: string): Promise<StoredDocument | undefined> {
    const row = await this.#db
      .selectFrom('document')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && storedDocument(row);
  }

  async of(ownerType: OwnerType, ownerId: string): Promise<StoredDocument[]> {
    const rows = await this.#db
      .selectFrom('document')
      .selectAll()
      .where('owner_type', '=', ownerType)
      .where('owner_id', '=', ownerId)
      .orderBy('added_at')
      .orderBy('id')
      .execute();
    return rows.map(storedDocument);
  }
}

export class DocumentWriteRepo extends DocumentReadRepo implements DocumentWriter {
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async add(document: NewDocument): Promise<void> {
    await this.#db
      .insertInto('document')
      .values({
        id: document.id,
        owner_type: document.ownerType,
        owner_id: document.ownerId,
        title: document.title,
        file_name: document.fileName,
        mime: document.mime,
        size_bytes: document.sizeBytes,
        pages: document.pages,
        sha256: document.sha256,
        contents: JSON.stringify(document.contents),
        added_at: document.addedAt,
        added_by: document.addedBy,
      })
      .execute();
  }
}
