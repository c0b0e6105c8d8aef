import type { ReadTableDto, TableMappingDraft } from '../../../../contract/table-mappings.ts';
import { REPORTED, type Reported } from '../../../../domain/reconciliation/reported.ts';
import {
  TABLE_REASON_LISTS,
  type TableReasonList,
} from '../../../../domain/reconciliation/table-mapping.ts';
import { tableWord } from '../../../../domain/tables/table-layout.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { Select } from '../../../ui/Choices.tsx';

interface WordsProps {
  table: ReadTableDto;
  draft: TableMappingDraft;
  onChange: (draft: TableMappingDraft) => void;
}

/** The bank's words and what each says: status, direction, reason. */
export function MappingWords({ table, draft, onChange }: WordsProps) {
  const t = useT();
  const reported = REPORTED.map((value) => ({ value, label: t(`mappings.reported.${value}`) }));
  return (
    <div className="map-words">
      {draft.columns.status === undefined && draft.meaning === 'answers' && (
        <Select<Reported>
          label={t('mappings.everyRow')}
          options={reported}
          value={draft.everyRow}
          onChange={(everyRow) => onChange({ ...draft, everyRow })}
        />
      )}
      {draft.columns.status !== undefined && (
        <Words
          title={t('mappings.statusWords')}
          words={allWords(table.words.status, draft.statusWords)}
          options={reported}
          valueOf={(word) => known(draft.statusWords, word)?.reported ?? 'unclear'}
          onChoose={(word, chosen) =>
            onChange({
              ...draft,
              statusWords: [...without(draft.statusWords, word), { word, reported: chosen }],
            })
          }
        />
      )}
      {draft.columns.direction !== undefined && (
        <Words
          title={t('mappings.directionWords')}
          words={allWords(table.words.direction, draft.directionWords)}
          options={(['debit', 'credit'] as const).map((value) => ({
            value,
            label: t(`mappings.direction.${value}`),
          }))}
          valueOf={(word) => known(draft.directionWords, word)?.direction ?? null}
          onChoose={(word, direction) =>
            onChange({
              ...draft,
              directionWords: [...without(draft.directionWords, word), { word, direction }],
            })
          }
        />
      )}
      <Reasons table={table} draft={draft} onChange={onChange} />
    </div>
  );
}

function Reasons({ table, draft, onChange }: WordsProps) {
  const t = useT();
  const reasons = useApiQuery(['reconciliation', 'reasonCodes'], () =>
    api.reconciliation.reasonCodes({}),
  );
  const words = allWords(table.words.reason, draft.reasonWords);
  if (words.length === 0) return null;
  const codes = (reasons.data?.codes ?? []).flatMap(({ list, code, title }) =>
    isTableList(list) ? [{ list, code, title: title[t.language] }] : [],
  );
  return (
    <Words
      title={t('mappings.reasonWords')}
      words={words}
      options={[
        { value: 'none', label: t('mappings.reasonNone') },
        ...codes.map(({ list, code, title }) => ({
          value: `${list} ${code}`,
          label: `${code} ${title}`,
        })),
      ]}
      valueOf={(word) => {
        const one = known(draft.reasonWords, word);
        return one ? `${one.list} ${one.code}` : 'none';
      }}
      onChoose={(word, chosen) => {
        const kept = without(draft.reasonWords, word);
        const found = codes.find(({ list, code }) => `${list} ${code}` === chosen);
        const added = found ? [{ word, list: found.list, code: found.code }] : [];
        onChange({ ...draft, reasonWords: [...kept, ...added] });
      }}
    />
  );
}

function Words<Value extends string>({
  title,
  words,
  options,
  valueOf,
  onChoose,
}: {
  title: string;
  words: readonly string[];
  options: readonly { value: Value; label: string }[];
  valueOf: (word: string) => Value | null;
  onChoose: (word: string, value: Value) => void;
}) {
  if (words.length === 0) return null;
  return (
    <fieldset className="map-list">
      <legend className="cap muted">{title}</legend>
      {words.map((word) => (
        <div key={word} className="map-word">
          <bdi className="ell" title={word}>
            {word}
          </bdi>
          <Select
            label={word}
            hideLabel
            options={options}
            value={valueOf(word)}
            onChange={(value) => onChoose(word, value)}
          />
        </div>
      ))}
    </fieldset>
  );
}

interface Word {
  readonly word: string;
}

const isSame = (one: string, other: string): boolean => tableWord(one) === tableWord(other);

const known = <T extends Word>(words: readonly T[], word: string): T | undefined =>
  words.find((one) => isSame(one.word, word));

const without = <T extends Word>(words: readonly T[], word: string): T[] =>
  words.filter((one) => !isSame(one.word, word));

/** Those of the file first, then those that were given a meaning before. */
const allWords = (seen: readonly string[], given: readonly Word[]): string[] => [
  ...seen,
  ...given.map(({ word }) => word).filter((word) => !seen.some((one) => isSame(one, word))),
];

const isTableList = (list: string): list is TableReasonList =>
  TABLE_REASON_LISTS.some((one) => one === list);
