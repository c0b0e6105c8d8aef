import { useMemo, useState } from 'react';
import { worded } from '../../lib/cases/event-words.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useProgrammes } from '../../lib/programmes.ts';
import { useKeyHints } from '../../lib/shell-store.ts';
import { StatusChip } from '../../ui/Chip.tsx';
import { CaseHead } from '../../ui/cases/CaseHead.tsx';
import { CaseLetters } from '../../ui/cases/CaseLetters.tsx';
import { HistoryDialog, LatestHistory } from '../../ui/cases/HistoryDialog.tsx';
import { DeadlineChip } from '../../ui/DeadlineChip.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ApplicationActions } from './ApplicationActions.tsx';
import type { ApplicationFile } from './application-file.ts';
import { DeclaredView } from './DeclaredView.tsx';
import { DecisionSide } from './decision/DecisionSide.tsx';
import { EligibilitySum } from './EligibilitySum.tsx';
import { PaperList } from './papers/PaperList.tsx';
import { SumView } from './SumView.tsx';
import { VisitList } from './VisitList.tsx';

const TABS = ['declared', 'papers', 'eligibility', 'visits', 'letters'] as const;
type TabId = (typeof TABS)[number];
const TAB_ICONS = {
  declared: 'application',
  papers: 'clip',
  eligibility: 'calc',
  visits: 'home',
  letters: 'letter',
} as const;

/** One application: what was declared and what proves it on one side, the decision on the other. */
export function ApplicationCase({ file }: { file: ApplicationFile }) {
  const t = useT();
  const { application } = file;
  const { id, number } = application;
  const [tab, setTab] = useState<TabId>('declared');
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const openHistory = (): void => setHistoryOpen(true);
  const missing = file.papers.filter(
    ({ mandatory, state }) => mandatory && state !== 'accepted',
  ).length;
  const events = worded(t, file.events).map((event) => ({
    ...event,
    words: t.maybe(`applications.event.${event.type}`) ?? event.words,
  }));
  useShortcuts(
    Object.fromEntries(TABS.map((one, index) => [`Alt+${index + 1}`, () => setTab(one)])),
    { inFields: true },
  );
  useKeyHints(
    useMemo(
      () => [
        { keys: ['Alt+1', 'Alt+5'], label: t('applications.keyTabs') },
        ...(file.mayPropose === null
          ? [
              { keys: ['1', '2'], label: t('applications.outcome') },
              { keys: ['D'], label: t('applications.askCompletion') },
              { keys: ['V'], label: t('applications.recordVisit') },
            ]
          : []),
        { keys: ['Ctrl+Enter'], label: t('applications.keyDecide') },
      ],
      [t, file.mayPropose],
    ),
  );

  return (
    <article
      className="panel app-case"
      aria-label={t('applications.applicationNumber', { number })}
    >
      <div className="app-top">
        <CaseHead
          name={application.name}
          maskedNationalId={application.maskedNationalId}
          reveal={(reason) =>
            api.registry.reveal({
              beneficiaryId: application.beneficiaryId ?? '',
              field: 'nationalId',
              reason,
            })
          }
          sub={<Sub file={file} />}
        >
          <StatusChip family="application" status={application.status} />
          {application.deadline !== null && (
            <DeadlineChip isMasculine deadline={application.deadline} />
          )}
          <ApplicationActions file={file} onHistory={openHistory} />
        </CaseHead>
      </div>
      <div className="app-main" data-pane="" tabIndex={-1}>
        <Tabs
          label={t('applications.parts')}
          tabs={TABS.map((one) => ({
            id: one,
            label: t(`applications.tab.${one}`),
            icon: TAB_ICONS[one],
            ...(one === 'papers' && missing > 0 ? { count: missing } : {}),
            ...(one === 'visits' && file.visits.length > 0 ? { count: file.visits.length } : {}),
          }))}
          selected={tab}
          onSelect={setTab}
        >
          <div className="app-tab">
            {tab === 'declared' && <DeclaredView intake={file.intake} isMasked />}
            {tab === 'papers' && (
              <PaperList
                file={file}
                mayAttach={file.mayWork === null}
                mayJudge={file.mayWork === null}
              />
            )}
            {tab === 'eligibility' && <Eligibility file={file} />}
            {tab === 'visits' && <VisitList file={file} />}
            {tab === 'letters' && (
              <>
                <CaseLetters of={{ type: 'application', id }} />
                <LatestHistory events={events} onAll={openHistory} />
              </>
            )}
          </div>
        </Tabs>
      </div>
      <DecisionSide key={application.status} file={file} onTab={setTab} />
      <HistoryDialog
        isOpen={isHistoryOpen}
        onClose={() => setHistoryOpen(false)}
        title={t('cases.historyOf', { number })}
        events={events}
      />
    </article>
  );
}

/** The sum on which a decision rests, as it was when it was proposed; until then the sum of today. */
function Eligibility({ file }: { file: ApplicationFile }) {
  const t = useT();
  const assessment = file.proposal?.assessment ?? null;
  if (assessment === null) return <EligibilitySum applicationId={file.application.id} />;
  return (
    <section className="app-sum" aria-label={t('applications.eligibility')}>
      <h3 className="strong">{t('applications.eligibilityProposed')}</h3>
      <SumView month={assessment.month} calculation={assessment.calculation} />
    </section>
  );
}

function Sub({ file }: { file: ApplicationFile }) {
  const t = useT();
  const { nameOf } = useProgrammes();
  const { number, programme, submittedOn } = file.application;
  return (
    <>
      {t('applications.application')} <Num>{number}</Num>
      {t('cases.listComma')}
      {nameOf(programme)}
      {t('cases.listComma')}
      {t(`cases.channel.${file.channel}`)}
      {submittedOn !== null && (
        <>
          {' '}
          <DateText date={submittedOn} calendar="both" />
        </>
      )}
    </>
  );
}
