import type { IntakeStay } from '../../../../domain/applications/intake.ts';
import { STAY_PLACES } from '../../../../domain/registry/household-fact.ts';
import { isIsoDate } from '../../../../domain/shared/iso-date.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Select } from '../../../ui/Choices.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { At } from './At.tsx';
import { useForms } from './intake-context.ts';
import { personOptions } from './people.ts';
import { Rows } from './Rows.tsx';

/** Who was abroad, or lives in a shelter or treatment centre, and from when to when. */
export function StayRows() {
  const t = useT();
  const { intake, change, errorAt } = useForms();
  const { stays } = intake;
  const people = personOptions(t, intake);
  const set = (index: number, part: Partial<IntakeStay>): void =>
    change({
      ...intake,
      stays: stays.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  return (
    <Rows
      list="stays"
      title={t('applications.part.stays')}
      note={t('applications.staysNote')}
      none={t('applications.noStays')}
      add={t('applications.addStay')}
      removeLabel={(number) => t('applications.removeStay', { number })}
      rows={stays}
      onAdd={() =>
        change({
          ...intake,
          stays: [...stays, { person: 0, place: null, where: '', from: '', to: '' }],
        })
      }
      onRemove={(index) => change({ ...intake, stays: stays.toSpliced(index, 1) })}
    >
      {(one, index) => {
        const path = `stays.${index}`;
        return (
          <>
            <At path={`${path}.person`}>
              <Select
                label={t('applications.field.person')}
                options={people}
                value={String(one.person)}
                onChange={(person) => set(index, { person: Number(person) })}
                error={errorAt(`${path}.person`)}
              />
            </At>
            <At path={`${path}.place`}>
              <Select
                label={t('applications.field.place')}
                options={STAY_PLACES.map((value) => ({
                  value,
                  label: t(`applications.place.${value}`),
                }))}
                value={one.place}
                onChange={(place) => set(index, { place })}
                isRequired
                error={errorAt(`${path}.place`)}
              />
            </At>
            <At path={`${path}.where`}>
              <TextField
                label={t('applications.field.where')}
                value={one.where}
                onChange={(where) => set(index, { where })}
                maxLength={120}
              />
            </At>
            <At path={`${path}.from`}>
              <DatePicker
                label={t('applications.field.from')}
                value={isIsoDate(one.from) ? one.from : null}
                onChange={(from) => set(index, { from: from ?? '' })}
                isRequired
                error={errorAt(`${path}.from`)}
              />
            </At>
            <At path={`${path}.to`}>
              <DatePicker
                label={t('applications.field.to')}
                value={isIsoDate(one.to) ? one.to : null}
                onChange={(to) => set(index, { to: to ?? '' })}
                error={errorAt(`${path}.to`)}
              />
            </At>
          </>
        );
      }}
    </Rows>
  );
}
