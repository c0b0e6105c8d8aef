import { useT } from '../../../lib/i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateText, MonthText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Notice } from '../../../ui/States.tsx';
import type { Household, Looking } from './use-household.ts';

/** Says that what is on screen is not today's household as it is known now, and how much differs. */
export function TimeBanner({
  household,
  looking: { month, knownOn },
  onBack,
}: {
  household: Household;
  looking: Looking;
  onBack: () => void;
}) {
  const t = useT();
  if (month === null && knownOn === null) return null;
  const differing = household.facts.filter(({ mark }) => mark !== 'same').length;
  const date = knownOn === null ? null : <DateText date={knownOn} />;
  return (
    <Notice
      tone="warning"
      icon="clock"
      action={
        <Button size="s" onPress={onBack}>
          {t('households.backToToday')}
        </Button>
      }
    >
      <b>
        {month !== null && date !== null ? (
          <Message
            id="households.bannerPastKnown"
            values={{ month: <MonthText month={month} />, date }}
          />
        ) : month !== null ? (
          <Message id="households.bannerPast" values={{ month: <MonthText month={month} /> }} />
        ) : (
          <Message id="households.bannerKnown" values={{ date }} />
        )}
      </b>{' '}
      <span className="hh-differences">
        {t('households.differences', { n: differing })}
        {'. '}
        {t('households.notToday')}
      </span>
    </Notice>
  );
}
