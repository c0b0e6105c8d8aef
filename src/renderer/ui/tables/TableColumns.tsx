import { useT } from '../../lib/i18n/use-t.ts';
import { Select } from '../Choices.tsx';
import './tables.css';

type Chosen<Field extends string> = Readonly<Partial<Record<Field, number>>>;

/** Each column of a file with what it means and two examples; a meaning has one column. */
export function TableColumns<Field extends string>({
  titles,
  examples,
  fields,
  nameOf,
  columns,
  onChange,
}: {
  titles: readonly string[];
  /** The first rows below the titles. */
  examples: readonly (readonly string[])[];
  fields: readonly Field[];
  nameOf: (field: Field) => string;
  /** Columns by what they mean, from 0. */
  columns: Chosen<Field>;
  onChange: (columns: Partial<Record<Field, number>>) => void;
}) {
  const t = useT();
  const fieldOf = (column: number): Field | 'ignore' =>
    fields.find((field) => columns[field] === column) ?? 'ignore';
  const choose = (column: number, chosen: Field | 'ignore'): void => {
    const next: Partial<Record<Field, number>> = {};
    for (const field of fields) {
      const at = columns[field];
      if (field === chosen) next[field] = column;
      else if (at !== undefined && at !== column) next[field] = at;
    }
    onChange(next);
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
        {titles.map((title, column) => (
          <tr key={`${column}-${title}`}>
            <td>
              <bdi>{title}</bdi>
            </td>
            <td>
              <Select<Field | 'ignore'>
                label={title === '' ? String(column + 1) : title}
                hideLabel
                options={[
                  ...fields.map((field) => ({ value: field, label: nameOf(field) })),
                  { value: 'ignore', label: t('mappings.ignore') },
                ]}
                value={fieldOf(column)}
                onChange={(chosen) => choose(column, chosen)}
              />
            </td>
            <td className="muted small">
              {examples.map((row, index) => (
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
