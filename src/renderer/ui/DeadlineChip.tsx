import { useT, type Translate } from '../lib/i18n/use-t.ts';
import { Chip } from './Chip.tsx';
import type { IconName } from './Icon.tsx';
import type { Tone } from './statuses.ts';

/** A deadline as the contract tells it; `days` are whole days left, negative when overdue. */
export interface Deadline {
  readonly state: 'within' | 'today' | 'overdue' | 'paused' | 'met';
  readonly days?: number;
}

export function deadlineLook(
  t: Translate,
  { state, days = 0 }: Deadline,
  isMasculine = false,
): { tone: Tone; icon: IconName; words: string } {
  switch (state) {
    case 'within':
      return { tone: 'line', icon: 'clock', words: t('ui.dueIn', { n: days }) };
    case 'today':
      return { tone: 'warning', icon: 'clock', words: t('ui.today') };
    case 'overdue':
      return {
        tone: 'danger',
        icon: 'alert',
        words: t(isMasculine ? 'ui.overdueByMasculine' : 'ui.overdueBy', { n: Math.abs(days) }),
      };
    case 'paused':
      return { tone: 'neutral', icon: 'pausec', words: t('ui.paused') };
    case 'met':
      return { tone: 'success', icon: 'check', words: t('ui.met') };
  }
}

/** `<DeadlineChip deadline={row.deadline} />` بعد 3 أيام; `plain` without its ground, for dense rows. */
export function DeadlineChip({
  deadline,
  plain = false,
  isMasculine = false,
}: {
  deadline: Deadline;
  plain?: boolean;
  /** Of an objection (اعتراض متأخر) rather than a complaint (شكوى متأخرة). */
  isMasculine?: boolean;
}) {
  const { tone, icon, words } = deadlineLook(useT(), deadline, isMasculine);
  return (
    <Chip tone={tone} icon={icon} plain={plain}>
      {words}
    </Chip>
  );
}
