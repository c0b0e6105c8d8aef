import { useT } from '../lib/i18n/use-t.ts';
import { CheckMark } from './CheckMark.tsx';
import { Icon } from './Icon.tsx';
import type { Sort } from './table-model.ts';

interface Header {
  readonly id: string;
  readonly text: string;
  readonly canSort: boolean;
  readonly numeric: boolean;
}

export function DataTableHead({
  headers,
  sort,
  onSort,
  selectAll,
}: {
  headers: readonly Header[];
  sort: Sort | null;
  onSort: (id: string) => void;
  selectAll: { state: 'none' | 'some' | 'all'; toggle: () => void } | null;
}) {
  const t = useT();
  return (
    <div className="dt-head" role="rowgroup">
      <div className="dt-row" role="row" aria-rowindex={1}>
        {selectAll !== null && (
          <div className="dt-cell dt-check" role="columnheader">
            <button
              type="button"
              role="checkbox"
              aria-checked={selectAll.state === 'some' ? 'mixed' : selectAll.state === 'all'}
              aria-label={t('ui.selectAll')}
              className="cb-button"
              onClick={selectAll.toggle}
            >
              <CheckMark state={selectAll.state} />
            </button>
          </div>
        )}
        {headers.map((header) => {
          const sorted = sort?.id === header.id ? sort : null;
          return (
            <div
              key={header.id}
              role="columnheader"
              className={`dt-cell ${header.numeric ? 'num' : ''}`}
              aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
            >
              {header.canSort ? (
                <button
                  type="button"
                  className={`th-sort ${sorted === null ? '' : 'on'}`}
                  onClick={() => onSort(header.id)}
                >
                  <span className="ell">{header.text}</span>
                  {sorted !== null && (
                    <Icon name={sorted.descending ? 'arrowd' : 'arrowu'} size={12} />
                  )}
                </button>
              ) : (
                <span className="ell" title={header.text}>
                  {header.text}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
