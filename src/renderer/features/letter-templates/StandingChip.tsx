import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';

/** Whether the branch has words of its own for a kind. */
export function StandingChip({ isAsShipped }: { isAsShipped: boolean }) {
  const t = useT();
  return isAsShipped ? (
    <Chip icon="checkc">{t('letterTemplates.asShipped')}</Chip>
  ) : (
    <Chip tone="info" icon="mark">
      {t('letterTemplates.edited')}
    </Chip>
  );
}
