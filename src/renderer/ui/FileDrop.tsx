import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { bridge } from '../lib/bridge.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { useShortcuts } from '../lib/keyboard/shortcuts.ts';
import './file-drop.css';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface DroppedFile {
  /** Where it lies on disk: what the backend opens. */
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * `<FileDrop label="أفلت ملف البنك هنا أو اختره" extensions={['.xml', '.csv']} onFile={read} keys="Ctrl+O" />`: one file,
 * dropped or chosen.
 */
export function FileDrop({
  label,
  note,
  extensions,
  onFile,
  isDisabled = false,
  keys,
}: {
  label: string;
  note?: ReactNode;
  /** With the dot, small letters; empty accepts all. */
  extensions: readonly string[];
  onFile: (file: DroppedFile) => void;
  isDisabled?: boolean | undefined;
  keys?: string | undefined;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const choose = (): void => input.current?.click();
  useShortcuts(keys === undefined ? {} : { [keys]: choose }, { enabled: !isDisabled });

  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file === undefined || isDisabled) return;
    const isKnown =
      extensions.length === 0 ||
      extensions.some((extension) => file.name.toLowerCase().endsWith(extension));
    if ((files?.length ?? 0) > 1) setFault(t('ui.oneFileOnly'));
    else if (!isKnown) setFault(t('ui.fileKindRefused', { name: file.name }));
    else {
      setFault(null);
      onFile({ path: bridge.pathForFile(file), name: file.name, size: file.size });
    }
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <div className="drop-box">
      <button
        type="button"
        className={`drop ${isOver ? 'over' : ''}`}
        disabled={isDisabled}
        onClick={choose}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!isDisabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" size={20} />
        <b>{isOver ? t('ui.dropNow') : label}</b>
        {note !== undefined && <span className="cap muted">{note}</span>}
        {keys !== undefined && <Kbd keys={keys} />}
      </button>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label={label}
        accept={extensions.join(',')}
        disabled={isDisabled}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      {fault !== null && (
        <span className="help error" role="alert">
          <Icon name="alertc" size={14} />
          {fault}
        </span>
      )}
    </div>
  );
}
