import type { ReactNode } from 'react';
import './panel.css';

/**
 * `<Panel title="…" note="…" actions={<Button/>}>…</Panel>`: a surface with a head of 44 px. `flush` leaves out the
 * padding (tables); `fill` takes the height that is there and scrolls inside. `pane` makes it a stop of F6.
 */
export function Panel({
  title,
  note,
  actions,
  footer,
  children,
  flush = false,
  fill = false,
  pane = false,
  label,
  className = '',
}: {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
  flush?: boolean;
  fill?: boolean;
  pane?: boolean;
  label?: string;
  className?: string;
}) {
  const name = label ?? (typeof title === 'string' ? title : undefined);
  return (
    <section
      className={`panel ${fill ? 'fill' : ''} ${className}`}
      aria-label={name}
      {...(pane ? { 'data-pane': '', tabIndex: -1 } : {})}
    >
      {(title !== undefined || actions !== undefined) && (
        <header>
          {title !== undefined && <h2>{title}</h2>}
          {note !== undefined && <span className="small muted ell">{note}</span>}
          <span className="sp" />
          {actions}
        </header>
      )}
      <div className={flush ? 'panel-body flush' : 'panel-body'}>{children}</div>
      {footer !== undefined && <footer>{footer}</footer>}
    </section>
  );
}
