import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon.tsx';
import './cases.css';

/** A rule that blocks or binds, in words, where it does so. */
export function Rule({
  icon = 'usercheck',
  tone = 'violet',
  children,
}: {
  icon?: IconName;
  tone?: 'violet' | 'warning' | 'danger' | 'success' | 'muted';
  children: ReactNode;
}) {
  return (
    <p className={`rule ${tone}`} role="note">
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </p>
  );
}
