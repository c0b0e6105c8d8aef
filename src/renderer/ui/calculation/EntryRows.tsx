import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { Button, IconButton } from '../Button.tsx';

/**
 * A list whose rows are typed where they stand, under one line of titles. Its key begins another row from anywhere on the
 * screen, Alt+Enter from within the list, and goes there.
 */
export function EntryRows<Row>({
  title,
  columns,
  add,
  keys,
  rows,
  removeLabel,
  onAdd,
  onRemove,
  children,
}: {
  title: string;
  columns: readonly string[];
  add: string;
  keys: string;
  rows: readonly Row[];
  removeLabel: (number: number) => string;
  onAdd: () => void;
  onRemove: (index: number) => void;
  children: (row: Row, index: number) => ReactNode;
}) {
  const t = useT();
  const part = useRef<HTMLElement>(null);
  const addAndGo = (): void => {
    onAdd();
    requestAnimationFrame(() => {
      const row = part.current?.querySelector('.calc-rows > li:last-child');
      row?.querySelector<HTMLElement>('input, button')?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    });
  };
  useShortcuts({ [keys]: addAndGo }, { inFields: true });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    addAndGo();
  };
  return (
    <section className="calc-part" aria-label={title} ref={part} onKeyDownCapture={onKeyDown}>
      <header>
        <h3>{title}</h3>
        <Button size="s" icon="plus" keys={keys} onPress={addAndGo}>
          {add}
        </Button>
      </header>
      {rows.length > 0 && (
        <>
          <div className="calc-row calc-titles" aria-hidden>
            {columns.map((column) => (
              <span key={column}>{column}</span>
            ))}
          </div>
          <ol className="calc-rows">
            {rows.map((row, index) => (
              <li
                key={index}
                className="calc-row"
                aria-label={t('calculator.rowOf', { title, number: index + 1 })}
              >
                {children(row, index)}
                <IconButton
                  icon="x"
                  size="s"
                  label={removeLabel(index + 1)}
                  onPress={() => onRemove(index)}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
