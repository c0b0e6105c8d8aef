import { useEffect, useRef, useState } from 'react';

interface SelectionInput<Row> {
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  readonly currentKey: string | null;
  readonly selectedKeys: ReadonlySet<string> | undefined;
  readonly onSelectedKeysChange: ((keys: ReadonlySet<string>) => void) | undefined;
  readonly onFocusChange: (index: number) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** One row with the focus, any number selected, and the range between the last selected one and here. */
export function useTableSelection<Row>(input: SelectionInput<Row>) {
  const { total, rowAt, rowKey, currentKey, onSelectedKeysChange } = input;
  const selected = input.selectedKeys ?? NONE;
  const [wanted, setWanted] = useState(0);
  const anchor = useRef<number | null>(null);
  const focusIndex = Math.max(0, Math.min(wanted, total - 1));

  const keyAt = (index: number): string | null => {
    const row = rowAt(index);
    return row === undefined ? null : rowKey(row);
  };

  // A row opened from elsewhere (palette, deep link) takes the focus once it is on screen or loaded nearby.
  useEffect(() => {
    if (currentKey === null || keyAt(focusIndex) === currentKey) return;
    for (let index = 0; index < Math.min(total, 2000); index += 1) {
      if (keyAt(index) === currentKey) {
        setWanted(index);
        return;
      }
    }
    // Only a change of what is open moves the focus; scrolling and loading do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentKey]);

  const moveTo = (index: number, extend = false): void => {
    if (total === 0) return;
    const next = Math.max(0, Math.min(index, total - 1));
    if (extend && onSelectedKeysChange !== undefined) {
      anchor.current ??= focusIndex;
      choose(anchor.current, next);
    }
    setWanted(next);
    input.onFocusChange(next);
  };

  const choose = (from: number, to: number): void => {
    const keys = new Set(selected);
    for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
      const key = keyAt(index);
      if (key !== null) keys.add(key);
    }
    onSelectedKeysChange?.(keys);
  };

  const toggle = (index: number = focusIndex): void => {
    const key = keyAt(index);
    if (key === null || onSelectedKeysChange === undefined) return;
    const keys = new Set(selected);
    if (!keys.delete(key)) keys.add(key);
    anchor.current = index;
    setWanted(index);
    onSelectedKeysChange(keys);
  };

  const loadedKeys = (): string[] => {
    const keys: string[] = [];
    for (let index = 0; index < total; index += 1) {
      const key = keyAt(index);
      if (key !== null) keys.push(key);
    }
    return keys;
  };

  return {
    focusIndex,
    isSelectable: onSelectedKeysChange !== undefined,
    isSelected: (index: number) => {
      const key = keyAt(index);
      return key !== null && selected.has(key);
    },
    isCurrent: (index: number) => currentKey !== null && keyAt(index) === currentKey,
    allState: allStateOf(selected.size, total),
    moveTo,
    moveBy: (by: number, extend = false) => moveTo(focusIndex + by, extend),
    toggle,
    selectRange: (index: number = focusIndex) => {
      choose(anchor.current ?? focusIndex, index);
      setWanted(index);
    },
    /** All loaded rows, or none when any is selected. */
    toggleAll: () => onSelectedKeysChange?.(selected.size > 0 ? NONE : new Set(loadedKeys())),
  };
}

function allStateOf(selected: number, total: number): 'none' | 'some' | 'all' {
  if (selected === 0) return 'none';
  return selected >= total ? 'all' : 'some';
}
