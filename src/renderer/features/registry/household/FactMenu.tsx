import type { HouseholdFactDto } from '../../../../contract/households.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Menu, type MenuAction } from '../../../ui/Menu.tsx';
import { factWords } from './fact-fields.ts';
import type { FactDeeds } from './fact-deeds.ts';

/** What can be done with one fact: corrected or ended where the officer may, its history always. */
export function FactMenu({ fact, deeds }: { fact: HouseholdFactDto; deeds: FactDeeds }) {
  const t = useT();
  const name = factWords(t, fact);
  const isOnce = fact.kind === 'household' || fact.kind === 'contact' || isHead(fact);
  const changes: (MenuAction | '-')[] = deeds.mayChange
    ? [
        {
          id: 'correct',
          label: t('households.correct'),
          icon: 'mark',
          onAction: () => deeds.correct(fact),
        },
        ...(isOnce
          ? []
          : [
              {
                id: 'end',
                label: t(endLabel(fact)),
                icon: 'exit' as const,
                isDisabled: fact.validTo !== null,
                onAction: () => deeds.end(fact),
              },
              {
                id: 'remove',
                label: t('households.remove'),
                icon: 'ban' as const,
                isDanger: true,
                onAction: () => deeds.remove(fact),
              },
            ]),
        '-',
      ]
    : [];
  return (
    <Menu
      label={t('households.more', { name })}
      items={[
        ...changes,
        {
          id: 'history',
          label: t('households.historyOf'),
          icon: 'clock',
          onAction: () => deeds.history(fact),
        },
      ]}
    >
      <IconButton size="s" icon="more" label={t('households.more', { name })} />
    </Menu>
  );
}

const isHead = ({ kind, subject }: HouseholdFactDto): boolean => kind === 'person' && subject === 0;

function endLabel({ kind }: HouseholdFactDto) {
  if (kind === 'person') return 'households.endPerson';
  return kind === 'stay' ? 'households.endStay' : 'households.end';
}
