import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { DateText } from '../../../ui/Figures.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Message } from '../../../ui/Message.tsx';
import { factWords } from './fact-fields.ts';
import type { FactDeeds } from './fact-deeds.ts';
import { FactMarks, rowClass } from './FactMarks.tsx';
import { FactMenu } from './FactMenu.tsx';
import { FactSection } from './FactSection.tsx';
import { nameOf } from './MeansSections.tsx';
import { factsOf, type Household } from './use-household.ts';

interface SectionProps {
  household: Household;
  deeds: FactDeeds;
}

export function StaysSection({ household, deeds }: SectionProps) {
  const t = useT();
  return (
    <LinesSection
      title={t('households.stays')}
      kindLabel={t('households.kind.stay')}
      empty={t('households.noStays')}
      icon="globe"
      facts={factsOf(household, 'stay')}
      onAdd={() => deeds.add('stay')}
      household={household}
      deeds={deeds}
      withName
    />
  );
}

export function BreachesSection({ household, deeds }: SectionProps) {
  const t = useT();
  return (
    <LinesSection
      title={t('households.breaches')}
      kindLabel={t('households.kind.breach')}
      empty={t('households.noBreaches')}
      icon="alert"
      facts={factsOf(household, 'breach')}
      onAdd={() => deeds.add('breach')}
      household={household}
      deeds={deeds}
    />
  );
}

/** Facts that are told by their words and their time, one a line. */
function LinesSection({
  title,
  kindLabel,
  empty,
  icon,
  facts,
  onAdd,
  household,
  deeds,
  withName = false,
}: SectionProps & {
  title: string;
  kindLabel: string;
  empty: string;
  icon: IconName;
  facts: readonly HouseholdFactDto[];
  onAdd: () => void;
  withName?: boolean;
}) {
  const t = useT();
  return (
    <FactSection
      title={title}
      kindLabel={kindLabel}
      onAdd={deeds.mayChange ? onAdd : undefined}
      empty={empty}
      isEmpty={facts.length === 0}
    >
      <ul className="hh-lines">
        {facts.map((fact) => (
          <li key={`${fact.seq}-${fact.mark}`} className={rowClass(fact, household)}>
            <Icon name={icon} size={14} />
            <span className="hh-line-words">
              <span className="ell">
                {factWords(t, fact)}
                {withName && <span className="muted"> {nameOf(household, fact.subject)}</span>}
              </span>
              <small className="muted">
                <SpanText fact={fact} />
              </small>
            </span>
            <span className="hh-chips">
              <FactMarks fact={fact} household={household} />
            </span>
            {fact.mark !== 'missing' && <FactMenu fact={fact} deeds={deeds} />}
          </li>
        ))}
      </ul>
    </FactSection>
  );
}

export function SpanText({
  fact: { validFrom, validTo },
}: {
  fact: Pick<HouseholdFactDto, 'validFrom' | 'validTo'>;
}) {
  const from = <DateText date={validFrom} />;
  return validTo === null ? (
    <Message id="households.validSince" values={{ from }} />
  ) : (
    <Message id="households.validBetween" values={{ from, to: <DateText date={validTo} /> }} />
  );
}
