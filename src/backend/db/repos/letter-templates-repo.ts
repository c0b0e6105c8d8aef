import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { letterTemplateSchema } from '../../../contract/letter-templates.ts';
import type { LetterKind } from '../../../domain/letters/letter-kinds.ts';
import type { IsoInstant } from '../../../domain/shared/iso-date.ts';
import type {
  LetterTemplateReader,
  LetterTemplateWriter,
  NewTemplate,
  StoredTemplate,
  TemplateVersion,
} from '../../app/letters/letter-templates-ports.ts';
import type { Reader, Transactor } from '../database.ts';
import type { LetterTemplateTable } from '../schema/letter-templates.ts';

type VersionRow = Omit<LetterTemplateTable, 'content' | 'created_by'> & {
  readonly full_name: string | null;
};

export class LetterTemplateReadRepo implements LetterTemplateReader {
  readonly #db: Reader['db'];
  constructor({ db }: Reader | Transactor) {
    this.#db = db;
  }

  async current(kind: LetterKind): Promise<StoredTemplate | undefined> {
    const version = await this.currentVersion(kind);
    return version === undefined ? undefined : this.version(kind, version);
  }

  async currentVersion(kind: LetterKind): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom('letter_template')
      .where('kind', '=', kind)
      .select('version')
      .orderBy(sql`shipped_version is null`, 'desc')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.version;
  }

  async version(kind: LetterKind, version: number): Promise<StoredTemplate | undefined> {
    const row = await this.#rows()
      .select('t.content')
      .where('t.kind', '=', kind)
      .where('t.version', '=', version)
      .executeTakeFirst();
    return row && withContent(row);
  }

  async currentOfEach(): Promise<StoredTemplate[]> {
    const rows = await this.#rows()
      .select('t.content')
      .where(
        't.version',
        '=',
        sql<number>`(select c.version from letter_template c where c.kind = t.kind
          order by c.shipped_version is null desc, c.version desc limit 1)`,
      )
      .execute();
    return rows.map(withContent);
  }

  async shippedOfEach(): Promise<StoredTemplate[]> {
    const rows = await this.#rows()
      .select('t.content')
      .where(
        't.version',
        '=',
        sql<number>`(select max(c.version) from letter_template c
          where c.kind = t.kind and c.shipped_version is not null)`,
      )
      .execute();
    return rows.map(withContent);
  }

  async history(kind: LetterKind): Promise<TemplateVersion[]> {
    const rows = await this.#rows()
      .where('t.kind', '=', kind)
      .orderBy('t.version', 'desc')
      .execute();
    return rows.map(toVersion);
  }

  async newestVersion(kind: LetterKind): Promise<number> {
    const row = await this.#db
      .selectFrom('letter_template')
      .where('kind', '=', kind)
      .select((eb) => eb.fn.max('version').as('newest'))
      .executeTakeFirst();
    return row?.newest ?? 0;
  }

  async shipped(): Promise<{ kind: LetterKind; shippedVersion: number }[]> {
    const rows = await this.#db
      .selectFrom('letter_template')
      .where('shipped_version', 'is not', null)
      .select(['kind', 'shipped_version'])
      .execute();
    return rows.flatMap(({ kind, shipped_version: shippedVersion }) =>
      shippedVersion === null ? [] : [{ kind, shippedVersion }],
    );
  }

  #rows() {
    return this.#db
      .selectFrom('letter_template as t')
      .leftJoin('officer as o', 'o.id', 't.created_by')
      .select([
        't.kind',
        't.version',
        't.sha256',
        't.shipped_version',
        't.based_on',
        't.note',
        't.created_at',
        'o.full_name',
      ]);
  }
}

export class LetterTemplateWriteRepo
  extends LetterTemplateReadRepo
  implements LetterTemplateWriter
{
  readonly #db: Transactor['db'];
  constructor(tx: Transactor) {
    super(tx);
    this.#db = tx.db;
  }

  async add({
    template,
    shippedVersion,
    basedOn,
    note,
    at,
    officerId,
  }: NewTemplate): Promise<void> {
    const content = JSON.stringify(template);
    await this.#db
      .insertInto('letter_template')
      .values({
        kind: template.kind,
        version: template.version,
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
        shipped_version: shippedVersion,
        based_on: basedOn,
        note,
        created_at: at,
        created_by: officerId,
      })
      .execute();
  }
}

function withContent(row: VersionRow & { readonly content: string }): StoredTemplate {
  return {
    ...toVersion(row),
    template: letterTemplateSchema.parse(JSON.parse(row.content)),
  };
}

function toVersion(row: VersionRow): TemplateVersion {
  return {
    kind: row.kind,
    version: row.version,
    sha256: row.sha256,
    shippedVersion: row.shipped_version,
    basedOn: row.based_on,
    note: row.note,
    createdAt: row.created_at as IsoInstant,
    createdBy: row.full_name,
  };
}
