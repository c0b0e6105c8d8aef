import { useCallback } from 'react';
import type { InputOf } from '../../contract/api.ts';
import type { ExportTable } from '../../contract/exports.ts';
import { bridge } from './bridge.ts';
import { api } from './client.ts';
import { errorWords } from './error-words.ts';
import { useT, type Translate } from './i18n/use-t.ts';
import { useApiJob, type Progress } from './queries.ts';
import { toast } from './toasts.ts';

type List = InputOf<'exports.write'>['list'];

/** What is exported: the list with its filter, and its columns in their order. */
export interface ExportRequest {
  readonly list: List;
  readonly columns: readonly string[];
  /** Words for the codes in its cells, by `family.code`. */
  readonly words: Readonly<Record<string, string>>;
}

/** Asks where to, and has the backend write the whole list there; says what came of it. */
export function useExport(): {
  readonly run: (request: ExportRequest) => Promise<void>;
  readonly isBusy: boolean;
  readonly progress: Progress | null;
  readonly cancel: () => void;
} {
  const t = useT();
  const job = useApiJob(api.exports.write, []);
  const { run: write, isBusy, progress, cancel } = job;
  const run = useCallback(
    async ({ list, columns, words }: ExportRequest) => {
      const title = t(`exports.${list.table satisfies ExportTable}`);
      const path = await bridge.chooseTarget(`${title}.xlsx`, [
        { name: t('exports.spreadsheet'), extensions: ['xlsx'] },
      ]);
      if (path === null) return;
      const result = await write({
        path,
        list,
        title,
        rightToLeft: t.language === 'ar',
        columns: columns.map((id) => ({ id, header: headerOf(t, id) })),
        words,
      });
      if (result.ok) toast({ tone: 'success', text: t('exports.done', { n: result.value.rows }) });
      else if (result.error.code !== 'CANCELLED') {
        toast({ tone: 'danger', text: errorWords(t, result.error) });
      }
    },
    [t, write],
  );
  return { run, isBusy, progress, cancel };
}

function headerOf(t: Translate, column: string): string {
  return t.maybe(`exports.column.${column}`) ?? column;
}

/** Words of a catalogue for the cells of a list: `wordsFor(t, 'kind', EXCEPTION_KINDS, 'status.exception')`. */
export function wordsFor(
  t: Translate,
  family: string,
  codes: readonly string[],
  keys: string,
): Record<string, string> {
  return Object.fromEntries(
    codes.map((code) => [`${family}.${code}`, t.maybe(`${keys}.${code}`) ?? code]),
  );
}
