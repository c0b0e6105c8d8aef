import type { ReadTableDto, TableMappingDraft } from '../../../../contract/table-mappings.ts';
import { TABLE_FIELDS, type TableField } from '../../../../domain/reconciliation/table-mapping.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Select } from '../../../ui/Choices.tsx';

/** Each column of the file with what it means and two examples. */
export function MappingColumns({
  table,
  draft,
  onChange,
}: {
  table: ReadTableDto;
  draft: TableMappingDraft;
  onChange: (draft: TableMappingDraft) => void;
}) {
  const t = useT();
  const sheet = table.sheets.find(({ name }) => name === draft.sheet) ?? table.sheets[0];
  const below = sheet?.rows.slice(draft.headerRow, draft.headerRow + 2) ?? [];
  const fieldOf = (column: number): TableField | 'ignore' =>
    TABLE_FIELDS.find((field) => draft.columns[field] === column) ?? 'ignore';
  const choose = (column: number, chosen: TableField | 'ignore'): void => {
    const kept = TABLE_FIELDS.flatMap((field) => {
      const at = draft.columns[field];
      return at === undefined || at === column || field === chosen ? [] : [[field, at] as const];
    });
    const columns = Object.fromEntries(chosen === 'ignore' ? kept : [...kept, [chosen, column]]);
    onChange({ ...draft, columns });
  };
  return (
    <table className="tbl dense" aria-label={t('mappings.columns')}>
      <thead>
        <tr>
          <th>{t('mappings.column')}</th>
          <th>{t('mappings.field')}</th>
          <th>{t('mappings.examples')}</th>
        </tr>
      </thead>
      <tbody>
        {table.titles.map((title, column) => (
          <tr key={`${column}-${title}`}>
            <td>
              <bdi>{title}</bdi>
            </td>
            <td>
              <Select<TableField | 'ignore'>
                label={title === '' ? String(column + 1) : title}
                hideLabel
                options={[
                  ...TABLE_FIELDS.map((field) => ({
                    value: field,
                    label: t(`mappings.field.${field}`),
                  })),
                  { value: 'ignore', label: t('mappings.ignore') },
                ]}
                value={fieldOf(column)}
                onChange={(chosen) => choose(column, chosen)}
              />
            </td>
            <td className="muted small">
              {below.map((row, index) => (
                <span key={index} className="ell map-example" title={row[column] ?? ''}>
                  <bdi>{row[column] ?? ''}</bdi>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
