import type { RecoveryStatus } from '../../../domain/recoveries/recovery-case.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import type { Tone } from '../../ui/statuses.ts';

const LOOKS: Readonly<Record<RecoveryStatus, { icon: IconName; tone: Tone }>> = {
  awaitingApproval: { icon: 'usercheck', tone: 'violet' },
  sentBack: { icon: 'undo', tone: 'danger' },
  toNotify: { icon: 'letter', tone: 'info' },
  noticed: { icon: 'hourglass', tone: 'warning' },
  warned: { icon: 'alert', tone: 'danger' },
  agreed: { icon: 'half', tone: 'info' },
  appealed: { icon: 'pausec', tone: 'neutral' },
  awaitingClosure: { icon: 'usercheck', tone: 'violet' },
  paid: { icon: 'checks', tone: 'success' },
  closed: { icon: 'lock', tone: 'neutral' },
  withdrawn: { icon: 'ban', tone: 'neutral' },
};

export function RecoveryChip({
  status,
  plain = false,
}: {
  status: RecoveryStatus;
  plain?: boolean;
}) {
  const t = useT();
  return (
    <Chip {...LOOKS[status]} plain={plain}>
      {t(`recoveries.status.${status}`)}
    </Chip>
  );
}
