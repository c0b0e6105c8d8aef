import type { ReactNode } from 'react';
import { useT } from '../lib/i18n/use-t.ts';
import './chip.css';
import { Icon, type IconName } from './Icon.tsx';
import { statuses, type StatusFamily, type StatusOf, type Tone } from './statuses.ts';

export interface ChipProps {
  children: ReactNode;
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  /** Words and icon in the tone's colour without its ground, for dense rows. */
  plain?: boolean | undefined;
  title?: string | undefined;
}

/** `<Chip tone="warning" icon="clock">…</Chip>`: icon and words always, never colour alone. */
export function Chip({ children, tone = 'neutral', icon, plain = false, title }: ChipProps) {
  return (
    <span className={`chip ${tone} ${plain ? 'plain' : ''}`} title={title}>
      {icon && <Icon name={icon} size={14} />}
      <span className="ell">{children}</span>
    </span>
  );
}

/** `<StatusChip family="complaint" status="awaitingApproval" />`; families and states stand in `statuses.ts`. */
export function StatusChip<Family extends StatusFamily>({
  family,
  status,
  plain = false,
}: {
  family: Family;
  status: StatusOf<Family>;
  plain?: boolean;
}) {
  const t = useT();
  const look = lookOf(family, status);
  return (
    <Chip tone={look.tone} icon={look.icon} plain={plain}>
      {t.maybe(`status.${family}.${status}`) ?? status}
    </Chip>
  );
}

function lookOf(family: StatusFamily, status: string): { icon: IconName; tone: Tone } {
  const looks: Readonly<Record<string, { icon: IconName; tone: Tone }>> = statuses[family];
  return looks[status] ?? { icon: 'question', tone: 'neutral' };
}

/** `<Code>AC06</Code>`: a code of the bank or of a table, left to right in both languages. */
export function Code({ children }: { children: ReactNode }) {
  return <bdi className="code">{children}</bdi>;
}

/** A small number beside a heading or in a tab. */
export function Count({ value, tone = 'neutral' }: { value: ReactNode; tone?: Tone }) {
  return <span className={`chip count ${tone}`}>{value}</span>;
}
