import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import { useShortcuts } from '../lib/keyboard/shortcuts.ts';
import './data-table.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { Skeleton } from './Skeleton.tsx';
import { useTableModel, type Column, type Sort } from './table-model.ts';
import { useTableSelection } from './table-selection.ts';

export interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  /** All rows, or with `totalRows` the ones loaded so far, each at its index (`useWindowedRows`). */
  rows: readonly (Row | undefined)[];
  rowKey: (row: Row) => string;
  /** Set it when rows come in pages: the table then never sorts by itself. */
  totalRows?: number | undefined;
  /** The half-open range of indexes on screen, so that missing pages can be fetched. */
  onRangeNeeded?: ((start: number, end: number) => void) | undefined;
  sort?: Sort | undefined;
  onSortChange?: ((sort: Sort) => void) | undefined;
  /** The row whose content is open elsewhere: green bar at its start. */
  currentKey?: string | null | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  /** With `onSelectedKeysChange` the table gets check boxes. */
  selectedKeys?: ReadonlySet<string> | undefined;
  onSelectedKeysChange?: ((keys: ReadonlySet<string>) => void) | undefined;
  rowHeight?: 28 | 36 | 52 | undefined;
  /** `changed` amber ground (differs since last seen), `dim` not yours. */
  rowTone?: ((row: Row) => 'changed' | 'dim' | undefined) | undefined;
  isLoading?: boolean | undefined;
  /** Shown in place of rows: an `<EmptyState>` that says what to do next. */
  empty?: ReactNode;
  /** Shown in place of rows: an `<ErrorState>`. */
  error?: ReactNode;
  /** J, K, X and Shift X act wherever the focus is on the screen. Only for the screen's main list. */
  hotkeys?: boolean | undefined;
  hideHead?: boolean | undefined;
  className?: string | undefined;
}

/**
 * The one table: fixed row height, virtual rows (300,000 and more), sorting, one focused row and many selected ones.
 * It fills its container and scrolls inside, so give it a height: `<Panel flush fill>` or a flex column.
 * Keys: J K or arrows, PgUp PgDn, Home End, X select, Shift X range, Enter open.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowHeight = 36, isLoading = false, hideHead = false } = props;
  const t = useT();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const headHeight = hideHead ? 0 : 31;
  const total = props.totalRows ?? rows.length;

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingEnd: headHeight,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const visible = virtualizer.getVirtualItems();
  const start = visible[0]?.index ?? 0;
  const end = (visible.at(-1)?.index ?? -1) + 1;
  const { onRangeNeeded } = props;
  useEffect(() => {
    if (end > start) onRangeNeeded?.(start, end);
  }, [onRangeNeeded, start, end, rows]);

  const model = useTableModel(props);
  const selection = useTableSelection({
    total,
    rowAt: model.rowAt,
    rowKey: props.rowKey,
    currentKey: props.currentKey ?? null,
    selectedKeys: props.selectedKeys,
    onSelectedKeysChange: props.onSelectedKeysChange,
    onFocusChange: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  });
  // What opens beside the list may take its room: the row that is open stays in sight.
  const openRow = selection.isCurrent(selection.focusIndex) ? selection.focusIndex : null;
  useEffect(() => {
    const box = scroller.current;
    if (box === null || openRow === null) return;
    const observer = new ResizeObserver(() =>
      virtualizer.scrollToIndex(openRow, { align: 'auto' }),
    );
    observer.observe(box);
    return () => observer.disconnect();
  }, [virtualizer, openRow]);
  const pageRows = Math.max(
    1,
    Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1,
  );

  useShortcuts(
    {
      J: () => selection.moveBy(1),
      K: () => selection.moveBy(-1),
      X: () => selection.toggle(),
      'Shift+X': () => selection.selectRange(),
    },
    { enabled: props.hotkeys ?? false },
  );

  const openAt = (index: number): void => {
    const row = model.rowAt(index);
    if (row !== undefined) props.onOpen?.(row);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    // With hotkeys the window's shortcuts take these, so that a screen may give J and K a wider meaning.
    if (props.hotkeys === true && /^Key[JKX]$/.test(event.code)) return;
    const act = keyAction(event.code, event.shiftKey, pageRows);
    if (act === null) return;
    event.preventDefault();
    if (act.do === 'open') openAt(selection.focusIndex);
    else if (act.do === 'toggle') selection.toggle();
    else if (act.do === 'range') selection.selectRange();
    else if (act.do === 'move') selection.moveBy(act.by, event.shiftKey);
    else if (act.do === 'jump')
      selection.moveTo(act.to === 'start' ? 0 : total - 1, event.shiftKey);
  };

  const onRowClick = (index: number, event: MouseEvent): void => {
    if (event.shiftKey && selection.isSelectable) selection.selectRange(index);
    else if ((event.ctrlKey || event.metaKey) && selection.isSelectable) selection.toggle(index);
    else {
      selection.moveTo(index);
      openAt(index);
    }
  };

  const stable = useStableHandlers(onRowClick, selection.toggle);
  const body = bodyState(props, total, isLoading);
  const focusShown = visible.some((item) => item.index === selection.focusIndex);

  return (
    <div className={`dt ${props.className ?? ''}`}>
      <div
        ref={scroller}
        className="dt-scroll"
        role="grid"
        aria-label={label}
        aria-rowcount={total + (hideHead ? 0 : 1)}
        aria-colcount={props.columns.length + (selection.isSelectable ? 1 : 0)}
        aria-busy={isLoading}
        {...(selection.isSelectable ? { 'aria-multiselectable': true } : {})}
        {...(body === 'rows' && focusShown
          ? { 'aria-activedescendant': `${id}-${selection.focusIndex}` }
          : {})}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div
          className="dt-inner"
          style={{ '--dt-cols': model.template, minInlineSize: model.minWidth }}
        >
          {!hideHead && (
            <DataTableHead
              headers={model.headers}
              sort={model.sort}
              onSort={model.toggleSort}
              selectAll={
                selection.isSelectable
                  ? { state: selection.allState, toggle: selection.toggleAll }
                  : null
              }
            />
          )}
          {body === 'rows' && (
            <div
              className="dt-body"
              role="rowgroup"
              style={{ blockSize: virtualizer.getTotalSize() }}
            >
              {visible.map((item) => (
                <DataTableRow
                  key={item.key}
                  id={`${id}-${item.index}`}
                  index={item.index}
                  start={item.start}
                  height={rowHeight}
                  columns={props.columns}
                  row={model.rowAt(item.index)}
                  isCurrent={selection.isCurrent(item.index)}
                  isSelected={selection.isSelected(item.index)}
                  isFocused={item.index === selection.focusIndex}
                  isSelectable={selection.isSelectable}
                  tone={toneOf(props, model.rowAt(item.index))}
                  onClick={stable.click}
                  onToggle={stable.toggle}
                />
              ))}
            </div>
          )}
        </div>
        {body === 'loading' && <Skeleton lines={6} />}
        {body === 'error' && <div className="dt-note">{props.error}</div>}
        {body === 'empty' && (
          <div className="dt-note">
            {props.empty ?? <p className="muted small">{t('ui.emptyTable')}</p>}
          </div>
        )}
      </div>
      <span className="sr" role="status">
        {body === 'rows' ? t('ui.rowCount', { n: total }) : ''}
      </span>
    </div>
  );
}

/** The same two functions at every render, so that rows which did not change are not drawn again. */
function useStableHandlers(
  onClick: (index: number, event: MouseEvent) => void,
  onToggle: (index: number) => void,
) {
  const latest = useRef({ onClick, onToggle });
  useEffect(() => {
    latest.current = { onClick, onToggle };
  });
  return {
    click: useCallback(
      (index: number, event: MouseEvent) => latest.current.onClick(index, event),
      [],
    ),
    toggle: useCallback((index: number) => latest.current.onToggle(index), []),
  };
}

type KeyAction =
  | { do: 'open' }
  | { do: 'toggle' }
  | { do: 'range' }
  | { do: 'move'; by: number }
  | { do: 'jump'; to: 'start' | 'end' };

function keyAction(code: string, shift: boolean, page: number): KeyAction | null {
  switch (code) {
    case 'ArrowDown':
    case 'KeyJ':
      return { do: 'move', by: 1 };
    case 'ArrowUp':
    case 'KeyK':
      return { do: 'move', by: -1 };
    case 'PageDown':
      return { do: 'move', by: page };
    case 'PageUp':
      return { do: 'move', by: -page };
    case 'Home':
      return { do: 'jump', to: 'start' };
    case 'End':
      return { do: 'jump', to: 'end' };
    case 'Enter':
    case 'NumpadEnter':
      return { do: 'open' };
    case 'Space':
    case 'KeyX':
      return { do: shift ? 'range' : 'toggle' };
    default:
      return null;
  }
}

function bodyState<Row>(
  props: DataTableProps<Row>,
  total: number,
  isLoading: boolean,
): 'rows' | 'loading' | 'error' | 'empty' {
  if (props.error !== undefined && props.error !== null) return 'error';
  if (total > 0) return 'rows';
  return isLoading ? 'loading' : 'empty';
}

function toneOf<Row>(
  props: DataTableProps<Row>,
  row: Row | undefined,
): 'changed' | 'dim' | undefined {
  return row === undefined ? undefined : props.rowTone?.(row);
}
