import { useMemo, useState, type ReactNode } from 'react';
import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { isIsoDate, isIsoMonth } from '../../../../domain/shared/iso-date.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate } from '../../../lib/route.ts';
import { useMay } from '../../../lib/session-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { AccountsTab } from './AccountsTab.tsx';
import { EndDialog } from './EndDialog.tsx';
import type { FactDeeds } from './fact-deeds.ts';
import { FactDialog } from './FactDialog.tsx';
import { BreachesSection, StaysSection } from './FactLines.tsx';
import { Changes, RecordHistory } from './HistoryViews.tsx';
import { HomeSections } from './HomeSections.tsx';
import './household.css';
import { AssetsSection, IncomesSection } from './MeansSections.tsx';
import { PendingBar } from './PendingBar.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { RecordedNotice } from './RecordedNotice.tsx';
import { TimeBanner } from './TimeBanner.tsx';
import { TimeControl } from './TimeControl.tsx';
import {
  LOOKING_NOW,
  useHousehold,
  type FactKind,
  type Household,
  type Looking,
} from './use-household.ts';

const TABS = ['household', 'home', 'accounts', 'money', 'history'] as const;
type Tab = (typeof TABS)[number];

const TAB_ICONS = {
  household: 'people',
  home: 'home',
  accounts: 'bank',
  money: 'payments',
  history: 'clock',
} as const;

/** What can be added from the bar. */
const ADDED = ['person', 'income', 'asset', 'stay', 'breach'] as const satisfies FactKind[];

type Open =
  | { readonly what: 'add'; readonly kind: FactKind }
  | { readonly what: 'correct' | 'end' | 'remove' | 'history'; readonly fact: HouseholdFactDto };

/** The household's page in its parts; the address keeps the part and the time that are looked at. */
export function HouseholdTabs({
  personId,
  query,
  money,
}: {
  personId: string;
  query: Readonly<Record<string, string>>;
  /** Payments, cases and letters. */
  money: ReactNode;
}) {
  const t = useT();
  const tab = TABS.find((known) => known === query['tab']) ?? 'household';
  const looking = useMemo(() => lookingOf(query), [query]);
  const found = useHousehold(personId, looking);
  const mayWrite = useMay('registry.write');
  const [open, setOpen] = useState<Open | null>(null);
  const go = (chosen: Tab, { month, knownOn }: Looking): void =>
    navigate(
      hrefOf('beneficiaries', personId, {
        ...(chosen === 'household' ? {} : { tab: chosen }),
        ...(month === null ? {} : { month }),
        ...(knownOn === null ? {} : { known: knownOn }),
      }),
      { replace: true },
    );
  const household = found.data;
  const mayChange = mayWrite && household?.isPresent === true && household.lastChange > 0;
  const deeds: FactDeeds = {
    mayChange,
    add: (kind) => setOpen({ what: 'add', kind }),
    correct: (fact) => setOpen({ what: 'correct', fact }),
    end: (fact) => setOpen({ what: 'end', fact }),
    remove: (fact) => setOpen({ what: 'remove', fact }),
    history: (fact) => setOpen({ what: 'history', fact }),
  };
  useShortcuts(
    {
      N: () => deeds.add('person'),
      ...Object.fromEntries(TABS.map((one, index) => [`${index + 1}`, () => go(one, looking)])),
    },
    { enabled: open === null },
  );
  const close = (): void => setOpen(null);

  return (
    <section className="panel fill hh" aria-label={t('households.tabs')} data-pane="" tabIndex={-1}>
      <Tabs
        label={t('households.tabs')}
        tabs={TABS.map((id) => ({ id, label: t(`households.tab.${id}`), icon: TAB_ICONS[id] }))}
        selected={tab}
        onSelect={(chosen) => go(chosen, looking)}
      >
        {tab === 'money' ? (
          money
        ) : household === undefined ? (
          found.error === null ? (
            <Skeleton lines={6} />
          ) : (
            <ErrorState
              error={found.error}
              onRetry={found.refetch}
              title={t('households.failed')}
            />
          )
        ) : tab === 'accounts' ? (
          <AccountsTab personId={personId} household={household} />
        ) : tab === 'history' ? (
          <div className="hh-scroll padded">
            <Changes personId={personId} record={null} />
          </div>
        ) : household.lastChange === 0 ? (
          <NothingKnown />
        ) : (
          <div className="hh-scroll">
            <div className="hh-bar">
              <TimeControl
                household={household}
                looking={looking}
                onLook={(chosen) => go(tab, chosen)}
              />
              <span className="sp" />
              {mayChange && (
                <Menu
                  label={t('households.add')}
                  items={ADDED.map((kind) => ({
                    id: kind,
                    label: t(
                      kind === 'person' ? 'households.kind.dependant' : `households.kind.${kind}`,
                    ),
                    ...(kind === 'person' ? { keys: 'N' } : {}),
                    onAction: () => deeds.add(kind),
                  }))}
                >
                  <Button size="s" icon="plus">
                    {t('households.add')}
                  </Button>
                </Menu>
              )}
            </div>
            <div className="hh-notices">
              <TimeBanner
                household={household}
                looking={looking}
                onBack={() => go(tab, LOOKING_NOW)}
              />
              {household.isPresent && <RecordedNotice personId={personId} />}
            </div>
            {household.facts.length === 0 ? (
              <NothingThen household={household} />
            ) : tab === 'home' ? (
              <HomeSections personId={personId} household={household} deeds={deeds} />
            ) : (
              <>
                <PeopleTable personId={personId} household={household} deeds={deeds} />
                <div className="hh-pair">
                  <IncomesSection household={household} deeds={deeds} />
                  <AssetsSection household={household} deeds={deeds} />
                  <StaysSection household={household} deeds={deeds} />
                  <BreachesSection household={household} deeds={deeds} />
                </div>
              </>
            )}
          </div>
        )}
      </Tabs>
      {household !== undefined && mayWrite && (
        <PendingBar personId={personId} household={household} />
      )}
      {household !== undefined && open !== null && (
        <OpenDialog personId={personId} household={household} open={open} onClose={close} />
      )}
    </section>
  );
}

function OpenDialog({
  personId,
  household,
  open,
  onClose,
}: {
  personId: string;
  household: Household;
  open: Open;
  onClose: () => void;
}) {
  const common = { personId, household, onClose };
  switch (open.what) {
    case 'add':
      return <FactDialog {...common} kind={open.kind} fact={null} />;
    case 'correct':
      return <FactDialog {...common} kind={open.fact.kind} fact={open.fact} />;
    case 'end':
    case 'remove':
      return <EndDialog {...common} fact={open.fact} action={open.what} />;
    case 'history':
      return <RecordHistory personId={personId} fact={open.fact} onClose={onClose} />;
  }
}

function NothingKnown() {
  const t = useT();
  return (
    <EmptyState
      icon="people"
      title={t('households.nothingKnown')}
      action={
        <Button size="s" onPress={() => navigate(hrefOf('applications'))}>
          {t('households.openApplications')}
        </Button>
      }
    >
      {t('households.nothingKnownText')}
    </EmptyState>
  );
}

function NothingThen({ household: { knownFrom } }: { household: Household }) {
  const t = useT();
  return (
    <EmptyState icon="clock" title={t('households.nothingThen')}>
      {knownFrom !== null && (
        <Message id="households.nothingThenText" values={{ date: <DateText date={knownFrom} /> }} />
      )}
    </EmptyState>
  );
}

function lookingOf({ month, known }: Readonly<Record<string, string>>): Looking {
  return {
    month: month !== undefined && isIsoMonth(month) ? month : null,
    knownOn: known !== undefined && isIsoDate(known) ? known : null,
  };
}
