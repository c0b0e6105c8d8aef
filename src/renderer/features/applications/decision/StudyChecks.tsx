import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/api.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { DateText, Money } from '../../../ui/Figures.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { ApplicationFile } from '../application-file.ts';
import type { DecisionTab } from './DecisionSide.tsx';

/** What to look at before deciding, each with the way to it; nothing here decides anything. */
export function StudyChecks({
  file,
  study,
  onTab,
}: {
  file: ApplicationFile;
  study: OutputOf<'applications.assess'> | undefined;
  onTab: (tab: DecisionTab) => void;
}) {
  const t = useT();
  const open = file.papers.filter(({ mandatory, state }) => mandatory && state !== 'accepted');
  const lastVisit = file.visits.at(-1);
  const differs = file.visits.flatMap(({ items }) => items).filter(({ agrees }) => !agrees).length;
  const sum = study?.sum ?? null;
  return (
    <ul className="checks">
      <Line isWarning={open.length > 0} onPress={() => onTab('papers')}>
        {open.length > 0
          ? t('applications.checkPapersOpen', { n: open.length })
          : t('applications.checkPapers')}
      </Line>
      {study !== undefined && (
        <Line
          isWarning={study.problems.length > 0 || sum?.calculation.eligible === false}
          onPress={() => onTab('eligibility')}
        >
          {study.problems.length > 0 ? (
            t('applications.checkProblems', { n: study.problems.length })
          ) : sum === null ? (
            t('applications.noSum')
          ) : sum.calculation.eligible ? (
            <>
              {t('applications.checkEligible')} <Money amount={sum.calculation.pension} unit />
            </>
          ) : (
            t('applications.checkIneligible')
          )}
        </Line>
      )}
      <Line isWarning={lastVisit === undefined || differs > 0} onPress={() => onTab('visits')}>
        {lastVisit === undefined ? (
          t('applications.checkNoVisit')
        ) : (
          <>
            {t(differs > 0 ? 'applications.checkVisitDiffers' : 'applications.checkVisit')}{' '}
            <DateText date={lastVisit.on} />
          </>
        )}
      </Line>
    </ul>
  );
}

function Line({
  isWarning,
  onPress,
  children,
}: {
  isWarning: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <li className={isWarning ? 'w' : ''}>
      <Icon name={isWarning ? 'alert' : 'check'} size={14} />
      <button type="button" className="link-button" onClick={onPress}>
        {children}
      </button>
    </li>
  );
}
