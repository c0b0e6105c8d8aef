import type { ComparedSideDto } from '../../../../contract/duplicates.ts';
import type { ComparedField } from '../../../../domain/duplicates/compare-files.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { hrefOf } from '../../../lib/route.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { DateText, Money, MonthText, Num } from '../../../ui/Figures.tsx';
import { Masked } from '../../../ui/Masked.tsx';
import type { PairView } from './PairPanel.tsx';

const AGREES: ReadonlySet<string> = new Set(['same', 'shared']);
const OPEN: ReadonlySet<string> = new Set(['unknown', 'differs']);

type Standing = 'same' | 'near' | 'unknown' | 'differs';

const ICONS = {
  same: 'equal',
  near: 'half',
  unknown: 'question',
  differs: 'neq',
} as const satisfies Record<Standing, IconName>;

function standingOf(likeness: string): Standing {
  if (AGREES.has(likeness)) return 'same';
  if (!OPEN.has(likeness)) return 'near';
  return likeness === 'unknown' ? 'unknown' : 'differs';
}

/** Field by field, what differs marked in words, icon and colour; then what hangs on each of the files. */
export function CompareTable({ view: { one, other, fields } }: { view: PairView }) {
  const t = useT();
  const sides = [one, other];
  return (
    <table className="tbl dense dups-compare" aria-label={t('duplicates.compare')}>
      <thead>
        <tr>
          <th />
          {sides.map((side) => (
            <th key={side.beneficiaryId}>
              <a href={hrefOf('beneficiaries', side.beneficiaryId)}>
                <bdi>{side.name}</bdi>
              </a>
            </th>
          ))}
          <th>{t('duplicates.score')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, likeness, points }) => {
          const standing = standingOf(likeness);
          return (
            <tr key={field} className={standing}>
              <td className="muted">{t(`duplicates.field.${field}`)}</td>
              {sides.map((side) => (
                <td key={side.beneficiaryId}>
                  <span className={standing === 'differs' || standing === 'near' ? 'diff' : ''}>
                    <FieldValue field={field} side={side} />
                  </span>
                </td>
              ))}
              <td className={`dups-like ${standing}`}>
                <Icon name={ICONS[standing]} size={14} />
                <span>{t.maybe(`duplicates.like.${likeness}`) ?? likeness}</span>
                {points !== 0 && (
                  <span className="muted">
                    <Num>{points > 0 ? `+${points}` : points}</Num>
                  </span>
                )}
              </td>
            </tr>
          );
        })}
        {CARRIED.map((what) => (
          <tr key={what}>
            <td className="muted">{t(`duplicates.${what}`)}</td>
            {sides.map((side) => (
              <td key={side.beneficiaryId}>
                <CarriedValue what={what} side={side} />
              </td>
            ))}
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const CARRIED = ['address', 'registered', 'dependants', 'payments', 'cases', 'letters'] as const;

/** What hangs on a file and is not compared. */
function CarriedValue({ what, side }: { what: (typeof CARRIED)[number]; side: ComparedSideDto }) {
  switch (what) {
    case 'address':
      return <bdi>{side.address}</bdi>;
    case 'registered':
      return <DateText date={side.registeredOn} />;
    case 'dependants':
    case 'cases':
    case 'letters':
      return <Num>{side[what]}</Num>;
    case 'payments':
      return (
        <>
          <Num>{side.payments}</Num>
          {side.lastMonth !== null && (
            <span className="muted">
              {' · '}
              <Money amount={side.paid} unit /> {' · '}
              <MonthText month={side.lastMonth} />
            </span>
          )}
        </>
      );
  }
}

function FieldValue({ field, side }: { field: ComparedField; side: ComparedSideDto }) {
  const t = useT();
  const none = <span className="muted">{t('duplicates.nothing')}</span>;
  switch (field) {
    case 'name':
      return <bdi>{side.name}</bdi>;
    case 'nationalId':
      return <Masked value={side.maskedNationalId} label={t('duplicates.field.nationalId')} />;
    case 'birthDate':
      return side.birthDate === null ? none : <DateText date={side.birthDate} calendar="both" />;
    case 'phone':
      if (side.maskedPhone === null) return none;
      return <Masked value={side.maskedPhone} label={t('duplicates.field.phone')} />;
    case 'sex':
      return side.sex === null ? none : t(`households.sex.${side.sex}`);
    case 'iban':
      if (side.maskedIbans.length === 0) return none;
      return side.maskedIbans.map(({ masked, current }, index) => (
        <span key={`${masked}-${index}`} className="dups-iban">
          <Masked value={masked} label={t('duplicates.field.iban')} />
          {!current && <span className="cap muted">{t('duplicates.held')}</span>}
        </span>
      ));
  }
}
