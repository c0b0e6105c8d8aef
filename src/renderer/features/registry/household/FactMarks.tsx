import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { riyadhClock } from '../../../lib/format/dates.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { differingFields } from './fact-fields.ts';
import type { Household } from './use-household.ts';

/** How a fact stands beside what is compared, and when it begins, ends or was corrected. */
export function FactMarks({
  fact,
  household: { comparedWith, on },
}: {
  fact: HouseholdFactDto;
  household: Household;
}) {
  const t = useT();
  const { mark, validFrom, validTo, corrected } = fact;
  return (
    <>
      {comparedWith !== null && mark === 'changed' && fact.instead !== null && (
        <Chip tone="warning" icon="neq">
          {t(`households.mark.changed.${comparedWith}`, {
            words: differingFields(t, fact, fact.instead)
              .map(({ after }) => after)
              .join(t('cases.listComma')),
          })}
        </Chip>
      )}
      {comparedWith !== null && (mark === 'onlyHere' || mark === 'missing') && (
        <Chip
          tone={mark === 'missing' ? 'line' : 'warning'}
          icon={mark === 'missing' ? 'plus' : 'minus'}
        >
          {t(`households.mark.${mark}.${comparedWith}`)}
        </Chip>
      )}
      {corrected !== null && comparedWith === 'knownNow' && mark === 'changed' && (
        <Chip icon="undo" plain title={corrected.reason}>
          <Message
            id="households.corrected"
            values={{ date: <DateText date={riyadhClock(corrected.at).date} /> }}
          />
        </Chip>
      )}
      {validFrom > on && (
        <Chip tone="info" icon="clock">
          <Message id="households.startsOn" values={{ date: <DateText date={validFrom} /> }} />
        </Chip>
      )}
      {validTo !== null && validTo > on && validFrom <= on && (
        <Chip tone="info" icon="clock">
          <Message id="households.endsOn" values={{ date: <DateText date={validTo} /> }} />
        </Chip>
      )}
    </>
  );
}

/** The class of a row: what differs is tinted, what is only elsewhere is a gap. */
export function rowClass({ mark, validFrom }: HouseholdFactDto, { on }: Household): string {
  if (mark === 'missing') return 'hh-gap';
  if (mark !== 'same') return 'differs';
  return validFrom > on ? 'hh-later' : '';
}

/** For reading only: what age means for entitlement is the backend's business. */
export function wholeYears(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return Math.max(0, on.slice(5) < birth.slice(5) ? years - 1 : years);
}

/** Whether `FactMarks` has anything to say. */
export function hasMarks(
  { mark, validFrom, validTo }: HouseholdFactDto,
  { on }: Household,
): boolean {
  return mark !== 'same' || validFrom > on || (validTo !== null && validTo > on);
}
