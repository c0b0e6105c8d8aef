import { useT } from '../../lib/i18n/use-t.ts';
import { DateText } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { Person } from './use-person.ts';

/** Who belongs to the household today. */
export function HouseholdPanel({ household }: { household: Person['household'] }) {
  const t = useT();
  return (
    <Panel title={t('registry.household')} flush pane>
      {household.length === 0 ? (
        <p className="per-none">{t('registry.noHousehold')}</p>
      ) : (
        <table className="tbl per-household">
          <thead>
            <tr>
              <th className="c-name">{t('registry.member')}</th>
              <th>{t('registry.relation')}</th>
              <th className="c-birth">{t('registry.birthDate')}</th>
              <th>{t('registry.abroad')}</th>
              <th>{t('registry.inCentre')}</th>
            </tr>
          </thead>
          <tbody>
            {household.map((member) => (
              <tr key={member.no}>
                <td className="medium" title={member.name}>
                  {member.name}
                </td>
                <td>{t.maybe(`registry.relation.${member.relation}`) ?? member.relation}</td>
                <td>
                  <DateText date={member.birthDate} calendar="both" />
                </td>
                <td>
                  {member.daysAbroad === 0 ? (
                    <span className="muted">{t('ui.notSet')}</span>
                  ) : (
                    t('registry.days', { n: member.daysAbroad })
                  )}
                </td>
                <td>
                  {member.inCentre ? (
                    t('registry.yes')
                  ) : (
                    <span className="muted">{t('registry.no')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
