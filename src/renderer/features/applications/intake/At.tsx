import type { ReactNode } from 'react';

/** Where a field stands: what a problem of its path jumps to. */
export function At({
  path,
  className = '',
  children,
}: {
  path: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div data-path={path} className={`at ${className}`}>
      {children}
    </div>
  );
}
