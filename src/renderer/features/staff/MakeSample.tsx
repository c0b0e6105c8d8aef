import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Choices.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RefusalNotice } from '../../ui/States.tsx';

type Size = 'small' | 'branch' | 'region';

export function MakeSample({
  onBusy,
  onMade,
}: {
  onBusy: (isBusy: boolean) => void;
  onMade: () => void;
}) {
  const t = useT();
  const [size, setSize] = useState<Size>('small');
  const job = useApiJob(api.staff.createSample, ['staff']);

  const make = async (): Promise<void> => {
    onBusy(true);
    const result = await job.run({ size });
    onBusy(false);
    if (result.ok) onMade();
  };

  return (
    <div className="start-form">
      <RadioGroup
        label={t('staff.sampleSize')}
        options={[
          { value: 'small', label: t('staff.sizeSmall'), note: t('staff.sizeSmallText') },
          { value: 'branch', label: t('staff.sizeBranch'), note: t('staff.sizeBranchText') },
          { value: 'region', label: t('staff.sizeRegion'), note: t('staff.sizeRegionText') },
        ]}
        value={size}
        onChange={setSize}
        isDisabled={job.isBusy}
        row
      />
      {job.error !== null && <RefusalNotice error={job.error} />}
      {job.isBusy ? (
        <Progress label={t('staff.makingSample')} progress={job.progress} onCancel={job.cancel} />
      ) : (
        <div className="start-actions">
          <Button variant="primary" onPress={() => void make()}>
            {t('staff.makeSample')}
          </Button>
          <span className="cap muted">{t('staff.sampleNotice')}</span>
        </div>
      )}
    </div>
  );
}
