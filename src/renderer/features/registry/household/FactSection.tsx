import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n/use-t.ts';
import { IconButton } from '../../../ui/Button.tsx';

/** A part of the page with its heading and, where something can be added, the way to. */
export function FactSection({
  title,
  kindLabel,
  onAdd,
  empty,
  isEmpty,
  children,
}: {
  title: string;
  /** What is added: `دخل`. */
  kindLabel: string;
  onAdd?: (() => void) | undefined;
  empty: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <section className="hh-section" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <span className="sp" />
        {onAdd !== undefined && (
          <IconButton
            size="s"
            icon="plus"
            label={t('households.addKind', { kind: kindLabel })}
            onPress={onAdd}
          />
        )}
      </header>
      {isEmpty ? <p className="per-none">{empty}</p> : children}
    </section>
  );
}
