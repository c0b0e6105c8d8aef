import { useT } from '../../lib/i18n/use-t.ts';
import { Stepper } from '../../ui/Stepper.tsx';

/** A bank file's way: read, previewed, committed. */
export function FileSteps({ current }: { current: number }) {
  const t = useT();
  return (
    <Stepper
      label={t('reconciliation.steps')}
      steps={[
        t('reconciliation.step.read'),
        t('reconciliation.step.preview'),
        t('reconciliation.step.commit'),
      ]}
      current={current}
    />
  );
}
