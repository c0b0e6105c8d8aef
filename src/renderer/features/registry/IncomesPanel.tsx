import { useT } from '../../lib/i18n/use-t.ts';
import { Money } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { Person } from './use-person.ts';

/** Incomes on record, as they are earned: how much of each counts is worked out elsewhere. */
export function IncomesPanel({ incomes }: { incomes: Person['incomes'] }) {
  const t = useT();
  return (
    <Panel title={t('registry.incomes')} flush pane>
      {incomes.length === 0 ? (
        <p className="per-none">{t('registry.noIncomes')}</p>
      ) : (
        <table className="tbl per-incomes">
          <thead>
            <tr>
              <th>{t('registry.incomeType')}</th>
              <th className="c-name">{t('registry.incomeOf')}</th>
              <th className="num c-amount">{t('registry.monthly')}</th>
            </tr>
          </thead>
          <tbody>
            {incomes.map(({ no, type, memberName, monthly }) => (
              <tr key={no}>
                <td>{t.maybe(`registry.income.${type}`) ?? type}</td>
                <td className="second" title={memberName}>
                  {memberName}
                </td>
                <td className="num">
                  <Money amount={monthly} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
