import type { SettlementStatus } from '../../../domain/settlements/settlement.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import type { Tone } from '../../ui/statuses.ts';

const LOOKS: Readonly<Record<SettlementStatus, { icon: IconName; tone: Tone }>> = {
  awaitingApproval: { icon: 'usercheck', tone: 'violet' },
  sentBack: { icon: 'undo', tone: 'danger' },
  approved: { icon: 'checkc', tone: 'success' },
  withdrawn: { icon: 'ban', tone: 'neutral' },
};

export function SettlementChip({
  status,
  plain = false,
}: {
  status: SettlementStatus;
  plain?: boolean;
}) {
  const t = useT();
  return (
    <Chip {...LOOKS[status]} plain={plain}>
      {t(`settlements.status.${status}`)}
    </Chip>
  );
}
