import type { LifeStatus } from '../../../../domain/resume/life-case.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Chip } from '../../../ui/Chip.tsx';
import type { IconName } from '../../../ui/Icon.tsx';
import type { Tone } from '../../../ui/statuses.ts';

const LOOKS: Readonly<Record<LifeStatus, { readonly icon: IconName; readonly tone: Tone }>> = {
  open: { icon: 'ring', tone: 'neutral' },
  asked: { icon: 'hourglass', tone: 'warning' },
  awaitingApproval: { icon: 'usercheck', tone: 'violet' },
  alive: { icon: 'checkc', tone: 'success' },
  deceased: { icon: 'lock', tone: 'danger' },
  withdrawn: { icon: 'undo', tone: 'neutral' },
};

export function LifeStatusChip({ status, plain = false }: { status: LifeStatus; plain?: boolean }) {
  const t = useT();
  return (
    <Chip {...LOOKS[status]} plain={plain}>
      {t(`resume.life.status.${status}`)}
    </Chip>
  );
}
