import { useEffect, useMemo } from 'react';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { hrefOf, navigate, type ScreenProps } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useCommands, useKeyHints } from '../../lib/shell-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { CasesPanel } from './CasesPanel.tsx';
import { HouseholdTabs } from './household/HouseholdTabs.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonLetters } from './PersonLetters.tsx';
import { PersonPayments } from './PersonPayments.tsx';
import { rememberPerson } from './registry-store.ts';
import { TimeLine } from './TimeLine.tsx';
import { usePerson } from './use-person.ts';

/** Everything the branch knows about one beneficiary, with one time line beside it. */
export function PersonPage({ id, query }: { id: string; query: ScreenProps['query'] }) {
  const t = useT();
  const found = usePerson(id);
  const mayWork = useMay('cases.work');
  const person = found.data;

  useEffect(() => {
    if (person === undefined) return;
    const { id: personId, name, maskedNationalId, bankAccounts } = person;
    rememberPerson({
      id: personId,
      name,
      maskedNationalId,
      note: bankAccounts.find(({ validTo }) => validTo === null)?.maskedIban ?? '',
    });
  }, [person]);

  const newComplaint = useMemo(() => () => navigate(hrefOf('complaints', null, { new: id })), [id]);
  const toSearch = (): void => navigate(hrefOf('beneficiaries'));
  useShortcuts({ 'Ctrl+N': newComplaint }, { enabled: mayWork });
  useShortcuts({ F: toSearch });
  useKeyHints(
    useMemo(
      () => [
        ...(mayWork ? [{ keys: ['Ctrl+N'], label: t('registry.keyNewComplaint') }] : []),
        { keys: ['1', '5'], label: t('households.keyTabs') },
        { keys: ['[', ']'], label: t('households.keyMonth') },
        { keys: ['F'], label: t('registry.keySearch') },
        { keys: ['F6'], label: t('shell.keyPane') },
      ],
      [t, mayWork],
    ),
  );
  useCommands(
    useMemo(
      () =>
        mayWork
          ? [
              {
                id: 'person-complaint',
                label: t('registry.newComplaint'),
                icon: 'complaint' as const,
                keys: 'Ctrl+N',
                run: newComplaint,
              },
            ]
          : [],
      [t, mayWork, newComplaint],
    ),
  );

  if (person === undefined) {
    return (
      <section className="panel find-none">
        {found.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <div>
            <ErrorState
              error={found.error}
              onRetry={found.refetch}
              title={t('registry.personFailed')}
            />
            <div className="find-other">
              <Button size="s" icon="search" onPress={toSearch}>
                {t('registry.allPeople')}
              </Button>
            </div>
          </div>
        )}
      </section>
    );
  }
  return (
    <div className="per">
      <PersonHead person={person} onNewComplaint={mayWork ? newComplaint : undefined} />
      <HouseholdTabs
        personId={person.id}
        query={query}
        money={
          <div className="per-main">
            <PersonPayments beneficiaryId={person.id} payments={person.payments} />
            <CasesPanel timeline={person.timeline} />
            <PersonLetters personId={person.id} />
          </div>
        }
      />
      <TimeLine timeline={person.timeline} />
    </div>
  );
}
