import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';

/**
 * A list of a form whose rows are filled in where they stand. Alt+Enter in any field begins another row and goes there, so
 * that a household is typed without leaving the keys.
 */
export function Rows<Row>({
  list,
  title,
  note,
  none,
  add,
  removeLabel,
  rows,
  onAdd,
  onRemove,
  children,
}: {
  /** Of the intake: `incomes`. */
  list: string;
  title: string;
  note?: string;
  none: string;
  add: string;
  removeLabel: (number: number) => string;
  rows: readonly Row[];
  onAdd: () => void;
  onRemove: (index: number) => void;
  children: (row: Row, index: number) => ReactNode;
}) {
  const t = useT();
  const part = useRef<HTMLFieldSetElement>(null);
  const addAndGo = (): void => {
    onAdd();
    requestAnimationFrame(() => {
      const row = part.current?.querySelector('.in-rows > li:last-child');
      row?.querySelector<HTMLElement>('input, button:not([aria-label])')?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    addAndGo();
  };
  return (
    <fieldset className="in-part" ref={part} onKeyDownCapture={onKeyDown}>
      <legend>
        {title}
        {note !== undefined && <span className="cap muted"> {note}</span>}
      </legend>
      {rows.length === 0 ? (
        <p className="small muted">{none}</p>
      ) : (
        <ol className="in-rows">
          {rows.map((row, index) => (
            <li key={index} aria-label={t(`applications.rowOf`, { title, number: index + 1 })}>
              <span className="in-number" aria-hidden>
                {index + 1}
              </span>
              <div className={`in-row ${list}`}>{children(row, index)}</div>
              <IconButton
                icon="x"
                size="s"
                label={removeLabel(index + 1)}
                onPress={() => onRemove(index)}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="row">
        <Button size="s" icon="plus" onPress={addAndGo}>
          {add}
        </Button>
        {rows.length > 0 && (
          <span className="cap muted">
            <Kbd keys="Alt+Enter" /> {t('applications.addByKey')}
          </span>
        )}
      </div>
    </fieldset>
  );
}
