import { sql, type RawBuilder } from 'kysely';

/**
 * A line's id is its file's number times this, and its place in the file: the lines of a file lie together, and nothing has to
 * be looked up to find them. A file of 2 GB holds fewer, and the product stays a safe integer for 67 million files.
 */
export const LINES_OF_FILE = 2 ** 27;

/** The number under which lines know their file. */
export function fileNo(fileId: string): RawBuilder<number> {
  return sql<number>`(select no from bank_file where id = ${fileId})`;
}

/** Whether `id` is that of a line of the file. */
export function isOfFile(id: string, fileId: string): RawBuilder<boolean> {
  const base = sql`(select no * ${LINES_OF_FILE} from bank_file where id = ${fileId})`;
  return sql`${sql.ref(id)} between ${base} and ${base} + ${LINES_OF_FILE - 1}`;
}

/** The place of line `l` in its file. */
export const placeOfLine = sql.raw(`l.id - l.file_no * ${LINES_OF_FILE}`);
