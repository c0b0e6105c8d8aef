import type { ReadRecordDto, RecordLayoutDraftDto } from '../../../contract/government-records.ts';
import { COLUMNS_OF, type RecordKind } from '../../../domain/government-records/record-kinds.ts';
import { CODES_OF, type CodedColumn } from '../../../domain/government-records/record-words.ts';
import { tableWord, type TableEncoding } from '../../../domain/tables/table-layout.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { Select } from '../../ui/Choices.tsx';
import { Notice } from '../../ui/States.tsx';
import { TableColumns } from '../../ui/tables/TableColumns.tsx';
import { TableSigns } from '../../ui/tables/TableSigns.tsx';

const DATES = ['birthDate', 'deceasedOn', 'since', 'until'] as const;

/** What the columns of a register's list are, how it writes numbers and days, and what its words mean. */
export function RecordLayout({
  kind,
  read,
  layout,
  onChange,
  onEncoding,
}: {
  kind: RecordKind;
  read: ReadRecordDto;
  layout: RecordLayoutDraftDto;
  onChange: (layout: RecordLayoutDraftDto) => void;
  onEncoding: (encoding: TableEncoding) => void;
}) {
  const t = useT();
  const sheet = read.sheets.find(({ name }) => name === layout.sheet) ?? read.sheets[0];
  const { columns } = layout;
  return (
    <div className="map">
      <div className="map-signs">
        <TableSigns
          table={read}
          draft={layout}
          hasAmounts={columns.amount !== undefined || columns.value !== undefined}
          hasDates={DATES.some((column) => columns[column] !== undefined)}
          onChange={(change) => onChange({ ...layout, ...change })}
          onEncoding={onEncoding}
        />
      </div>
      {read.problems.map((problem) => (
        <Notice key={problem} tone="danger">
          {t(`governmentRecords.problem.${problem}`)}
        </Notice>
      ))}
      <div className={read.words.length > 0 ? 'map-body' : ''}>
        <TableColumns
          titles={read.titles}
          examples={sheet?.rows.slice(layout.headerRow, layout.headerRow + 2) ?? []}
          fields={COLUMNS_OF[kind]}
          nameOf={(column) => t(`governmentRecords.column.${column}`)}
          columns={columns}
          onChange={(chosen) => onChange({ ...layout, columns: chosen })}
        />
        {read.words.length > 0 && (
          <fieldset className="map-list">
            <legend className="cap muted">{t('governmentRecords.words')}</legend>
            {read.words.map(({ column, word }) => {
              const known = layout.words.find((one) => isWord(one, column, word));
              return (
                <div key={`${column} ${word}`} className="map-word">
                  <bdi className="ell" title={word}>
                    {word}
                  </bdi>
                  <Select<string>
                    label={word}
                    hideLabel
                    error={known === undefined ? t('governmentRecords.wordUnknown') : null}
                    options={CODES_OF[column].map((code) => ({
                      value: code,
                      label: codeWords(t, column, code),
                    }))}
                    value={known?.code ?? null}
                    onChange={(code) =>
                      onChange({
                        ...layout,
                        words: [
                          ...layout.words.filter((one) => !isWord(one, column, word)),
                          { column, word, code },
                        ],
                      })
                    }
                  />
                </div>
              );
            })}
          </fieldset>
        )}
      </div>
    </div>
  );
}

const isWord = (
  one: { readonly column: CodedColumn; readonly word: string },
  column: CodedColumn,
  word: string,
): boolean => one.column === column && tableWord(one.word) === tableWord(word);

const FAMILIES = {
  sex: 'sex',
  nationality: 'nationality',
  relation: 'relationWord',
  incomeType: 'income',
  per: 'per',
  assetType: 'asset',
} as const satisfies Record<CodedColumn, string>;

const codeWords = (t: Translate, column: CodedColumn, code: string): string =>
  t.maybe(`households.${FAMILIES[column]}.${code}`) ?? code;
