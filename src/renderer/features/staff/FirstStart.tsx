import { useState } from 'react';
import { useT } from '../../lib/i18n/use-t.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { MakeBranch } from './MakeBranch.tsx';
import { MakeSample } from './MakeSample.tsx';
import { StartFrame } from './StartFrame.tsx';

/** An empty data folder: a sample branch to learn on, or a real, empty one with its first administrator. */
export function FirstStart({ onMade }: { onMade: (notice: string) => void }) {
  const t = useT();
  const [way, setWay] = useState<'sample' | 'empty'>('sample');
  const [isBusy, setBusy] = useState(false);
  const choices = [
    {
      id: 'sample',
      icon: 'people',
      title: t('staff.firstSample'),
      text: t('staff.firstSampleText'),
    },
    { id: 'empty', icon: 'home', title: t('staff.firstEmpty'), text: t('staff.firstEmptyText') },
  ] as const satisfies readonly { id: string; icon: IconName; title: string; text: string }[];

  return (
    <StartFrame wide title={t('staff.firstTitle')} note={t('staff.firstText')}>
      <div className="start-choices" role="group" aria-label={t('staff.firstText')}>
        {choices.map((choice) => (
          <button
            key={choice.id}
            type="button"
            className="start-choice"
            aria-pressed={way === choice.id}
            disabled={isBusy}
            onClick={() => setWay(choice.id)}
          >
            <Icon name={choice.icon} size={20} />
            <b>{choice.title}</b>
            <span>{choice.text}</span>
          </button>
        ))}
      </div>
      {way === 'sample' ? (
        <MakeSample onBusy={setBusy} onMade={() => onMade(t('staff.madeSample'))} />
      ) : (
        <MakeBranch onBusy={setBusy} onMade={() => onMade(t('staff.madeBranch'))} />
      )}
    </StartFrame>
  );
}
