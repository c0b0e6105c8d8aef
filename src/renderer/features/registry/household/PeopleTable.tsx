import { daysAway, yearBefore } from '../../../../domain/registry/stay-days.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Masked } from '../../../ui/Masked.tsx';
import { Message } from '../../../ui/Message.tsx';
import type { FactDeeds } from './fact-deeds.ts';
import { FactMarks, rowClass, wholeYears } from './FactMarks.tsx';
import { FactMenu } from './FactMenu.tsx';
import { factsOf, type FactOf, type Household } from './use-household.ts';

/** The people of a household: its head, and under him the dependants. */
export function PeopleTable({
  personId,
  household,
  deeds,
}: {
  personId: string;
  household: Household;
  deeds: FactDeeds;
}) {
  const t = useT();
  const people = factsOf(household, 'person').toSorted(
    (left, right) => left.subject - right.subject || (left.validFrom < right.validFrom ? -1 : 1),
  );
  return (
    <table className="tbl hh-people">
      <thead>
        <tr>
          <th className="c-name">{t('households.person')}</th>
          <th className="c-relation">{t('households.relation')}</th>
          <th className="c-age">{t('households.age')}</th>
          <th className="c-id">{t('households.nationalId')}</th>
          <th>{t('households.facts')}</th>
          <th className="c-menu">
            <span className="sr">{t('households.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow
            key={`${person.seq}-${person.mark}`}
            personId={personId}
            person={person}
            household={household}
            deeds={deeds}
          />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({
  personId,
  person,
  household,
  deeds,
}: {
  personId: string;
  person: FactOf<'person'>;
  household: Household;
  deeds: FactDeeds;
}) {
  const t = useT();
  const { data, subject, seq } = person;
  return (
    <tr className={rowClass(person, household)} aria-label={data.name}>
      <td title={data.name}>
        <span className={subject === 0 ? 'hh-name strong' : 'hh-name'}>
          <Icon name={subject === 0 ? 'person' : 'dotc'} size={14} />
          <span className="ell">{data.name}</span>
        </span>
      </td>
      <td>
        <Standing person={person} household={household} />
      </td>
      <td>
        {t('households.years', { n: wholeYears(data.birthDate, household.on) })}{' '}
        <span className="muted">
          {data.birthTyped?.calendar === 'hijri' ? (
            <DateText date={data.birthDate} calendar="hijri" />
          ) : (
            <DateText date={data.birthDate} />
          )}
        </span>
      </td>
      <td>
        {data.maskedNationalId === null ? (
          <Chip tone="line">{t('households.noId')}</Chip>
        ) : (
          <Masked
            value={data.maskedNationalId}
            label={`${t('households.nationalId')}: ${data.name}`}
            reveal={(reason) =>
              api.registry.reveal({
                beneficiaryId: personId,
                field: 'nationalId',
                fact: seq,
                reason,
              })
            }
          />
        )}
      </td>
      <td>
        <span className="hh-chips">
          <Circumstances person={person} household={household} />
          <FactMarks fact={person} household={household} />
        </span>
      </td>
      <td>{person.mark !== 'missing' && <FactMenu fact={person} deeds={deeds} />}</td>
    </tr>
  );
}

function Standing({
  person: { data, subject },
  household,
}: {
  person: FactOf<'person'>;
  household: Household;
}) {
  const t = useT();
  if (subject === 0 || data.relation === null) {
    const kind = factsOf(household, 'household')[0]?.data.kind;
    return <>{t(kind === 'independent' ? 'households.independent' : 'households.head')}</>;
  }
  return (
    <>
      {t(`households.relationWord.${data.relation}`)}
      {data.dependantKind !== null && (
        <span className="muted">
          {t('cases.listComma')}
          {t(`households.dependantKind.${data.dependantKind}`)}
        </span>
      )}
    </>
  );
}

function Circumstances({
  person: { data, subject },
  household,
}: {
  person: FactOf<'person'>;
  household: Household;
}) {
  const t = useT();
  const { on } = household;
  const stays = factsOf(household, 'stay').filter(
    (stay) => stay.subject === subject && stay.mark !== 'missing',
  );
  const abroad = stays.filter((stay) => stay.data.place === 'abroad');
  const isNow = (stay: FactOf<'stay'>): boolean =>
    stay.validFrom <= on && (stay.validTo === null || stay.validTo > on);
  const days = daysAway(abroad, yearBefore(on), on);
  return (
    <>
      {data.deceasedOn !== null && (
        <Chip tone="danger" icon="alert">
          <Message
            id="households.deceasedOn"
            values={{ date: <DateText date={data.deceasedOn} /> }}
          />
        </Chip>
      )}
      {subject === 0 && household.life.frozenBy !== null && (
        <Chip tone="danger" icon="lock">
          <Message id="households.frozen" values={{ number: household.life.frozenBy }} />
        </Chip>
      )}
      {data.student && <Chip icon="doc">{t('households.student')}</Chip>}
      {data.disabled && <Chip icon="info">{t('households.disabled')}</Chip>}
      {days > 0 && (
        <Chip tone="warning" icon="globe">
          {t('households.abroadDays', { n: days })}
        </Chip>
      )}
      {days === 0 && abroad.some(isNow) && (
        <Chip tone="warning" icon="globe">
          {t('households.abroadNow')}
        </Chip>
      )}
      {stays.some((stay) => stay.data.place === 'centre' && isNow(stay)) && (
        <Chip tone="warning" icon="home">
          {t('households.inCentre')}
        </Chip>
      )}
      {data.nationality !== 'saudi' && (
        <Chip tone="line">{t(`households.nationality.${data.nationality}`)}</Chip>
      )}
    </>
  );
}
