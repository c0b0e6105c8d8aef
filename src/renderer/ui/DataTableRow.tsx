import { FlexRender, type Row as TableRow } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { CheckMark } from './CheckMark.tsx';
import type { Column, Features } from './table-model.ts';

export function DataTableRow<Row>({
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
  row: TableRow<Features, Row & object> | undefined;
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
      {row === undefined
        ? columns.map((column) => (
            <div key={column.id} className="dt-cell" role="gridcell">
              <span className="sk" />
            </div>
          ))
        : row.getAllCells().map((cell, position) => (
            <div
              key={cell.id}
              role="gridcell"
              className={`dt-cell ${columns[position]?.numeric === true ? 'num' : ''}`}
            >
              <FlexRender cell={cell} />
            </div>
          ))}
    </div>
  );
}
