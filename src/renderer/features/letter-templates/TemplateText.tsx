import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { useEditor } from './editor-context.ts';
import { placeName, type Place } from './editing.ts';
import type { FieldScope } from './template-fields.ts';
import { isInsideBraces, onOneLine, type ChosenText } from './text-edits.ts';
import { textMarks } from './text-marks.ts';

/**
 * A text of a template: a plain text area over a layer that paints grounds behind its fields. The layer holds the same
 * characters in the same face, so that both break and shape alike.
 */
export function TemplateText({
  label,
  hideLabel = false,
  place,
  value,
  scope,
  onChange,
  onEnter,
  onErase,
}: {
  label: string;
  hideLabel?: boolean;
  place: Place;
  value: string;
  scope: FieldScope;
  onChange: (text: string, isTyping: boolean) => void;
  /** Enter at a position that lies in no field. */
  onEnter?: ((at: number) => void) | undefined;
  /** Backspace in the empty text. */
  onErase?: (() => void) | undefined;
}) {
  const { activate, hasProblem } = useEditor();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const latest = useRef({ onChange, scope });
  useEffect(() => {
    latest.current = { onChange, scope };
  });
  const marks = useMemo(
    () => textMarks(value, new Set(scope.fields.map(({ name }) => name))),
    [value, scope],
  );

  const read = (): ChosenText => {
    const { value: text = '', selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    return { text, start: selectionStart, end: selectionEnd };
  };
  const write = ({ text, start, end }: ChosenText): void => {
    latest.current.onChange(text, false);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      const { text, start } = read();
      if (!isInsideBraces(text, start)) onEnter?.(start);
    } else if (event.key === 'Backspace' && value === '' && onErase !== undefined) {
      event.preventDefault();
      onErase();
    }
  };

  return (
    <div className="tpl-field">
      {!hideLabel && (
        <label className="label" htmlFor={id}>
          {label}
        </label>
      )}
      {/* Letters are Arabic whatever the language of the window. */}
      <div className="input area tpl-text" dir="rtl">
        <div className="tpl-marks" aria-hidden>
          {marks.map(({ kind, text }, index) => (
            <span key={index} className={`tpl-mark-${kind}`}>
              {text}
            </span>
          ))}
          {/* A last line that is empty has no height of its own. */}
          {'\u200b'}
        </div>
        <textarea
          ref={area}
          id={id}
          rows={1}
          value={value}
          data-place={placeName(place)}
          {...(hideLabel ? { 'aria-label': label } : {})}
          {...(hasProblem(place) ? { 'aria-invalid': true } : {})}
          onChange={(event) => onChange(onOneLine(event.target.value), true)}
          onFocus={() =>
            activate({
              get scope() {
                return latest.current.scope;
              },
              isThere: () => area.current !== null,
              read,
              write,
            })
          }
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}
