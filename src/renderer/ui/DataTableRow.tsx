import { memo, type MouseEvent } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { CheckMark } from './CheckMark.tsx';
import type { Column } from './table-model.ts';

function DataTableRowOf<Row>({
  id,
  index,
  start,
  height,
  columns,
  row,
  isCurrent,
  isSelected,
  isFocused,
  isSelectable,
  tone,
  onClick,
  onToggle,
}: {
  id: string;
  index: number;
  start: number;
  height: number;
  columns: readonly Column<Row>[];
  /** Undefined while its page is being fetched. */
  row: Row | undefined;
  isCurrent: boolean;
  isSelected: boolean;
  isFocused: boolean;
  isSelectable: boolean;
  tone: 'changed' | 'dim' | undefined;
  onClick: (index: number, event: MouseEvent) => void;
  onToggle: (index: number) => void;
}) {
  const t = useT();
  const classes = [
    'dt-row',
    isCurrent ? 'current' : '',
    isSelected ? 'selected' : '',
    isFocused ? 'focused' : '',
    tone ?? '',
  ].join(' ');
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isSelected : isCurrent}
      {...(isCurrent ? { 'aria-current': true } : {})}
      className={classes}
      style={{ transform: `translateY(${start}px)`, blockSize: height }}
      onClick={(event) => onClick(index, event)}
    >
      {isSelectable && (
        <div className="dt-cell dt-check" role="gridcell">
          <span
            role="checkbox"
            aria-checked={isSelected}
            aria-label={t('ui.selectRow')}
            className="cb-button"
            onClick={(event) => {
              event.stopPropagation();
              onToggle(index);
            }}
          >
            <CheckMark state={isSelected ? 'all' : 'none'} />
          </span>
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={`dt-cell ${column.numeric === true ? 'num' : ''}`}
        >
          {row === undefined ? <span className="sk" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when something about it changes, not at every step of scrolling. */
export const DataTableRow = memo(DataTableRowOf) as typeof DataTableRowOf;
