import {
  RECOVERY_GROUNDS,
  type RecoveryGround,
} from '../../../domain/recoveries/recovery-ground.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useToday } from '../../lib/use-today.ts';
import { Select } from '../../ui/Choices.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { TextField } from '../../ui/Fields.tsx';

export interface BasisOnScreen {
  readonly ground: RecoveryGround;
  readonly cause: string;
  readonly visitOn: IsoDate | null;
}

export const NO_BASIS: BasisOnScreen = { ground: 'changeNotReported', cause: '', visitOn: null };

const SHORTEST = 3;
export const isBasisShort = ({ cause }: BasisOnScreen): boolean => cause.trim().length < SHORTEST;

/** Why money is asked back, and how it arose. */
export function RecoveryBasisFields({
  basis,
  onChange,
  isChecked,
}: {
  basis: BasisOnScreen;
  onChange: (basis: BasisOnScreen) => void;
  isChecked: boolean;
}) {
  const t = useT();
  const today = useToday();
  return (
    <>
      <Select<RecoveryGround>
        label={t('settlements.ground')}
        options={RECOVERY_GROUNDS.map((value) => ({
          value,
          label: t(`settlements.ground.${value}`),
        }))}
        value={basis.ground}
        onChange={(ground) => onChange({ ...basis, ground })}
      />
      {basis.ground === 'ineligibleByVisit' && (
        <DatePicker
          label={t('settlements.visitOn')}
          help={t('settlements.visitHelp')}
          value={basis.visitOn}
          onChange={(visitOn) => onChange({ ...basis, visitOn })}
          max={today}
        />
      )}
      <TextField
        label={t('settlements.cause')}
        value={basis.cause}
        onChange={(cause) => onChange({ ...basis, cause })}
        multiline
        isRequired
        maxLength={2000}
        error={isChecked && isBasisShort(basis) ? t('settlements.reasonShort') : null}
      />
    </>
  );
}
