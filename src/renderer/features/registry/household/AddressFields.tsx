import type { NationalAddress } from '../../../../domain/registry/household-fact.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { EMPTY_ADDRESS } from './drafts.ts';
import type { FaultOf } from './FactFieldset.tsx';

const PARTS = [
  ['buildingNo', true],
  ['street', false],
  ['district', false],
  ['city', false],
  ['postalCode', true],
  ['additionalNo', true],
  ['short', true],
] as const satisfies readonly (readonly [keyof NationalAddress, boolean])[];

/** The national address, where there is one. */
export function AddressFields({
  address,
  onChange,
  fault,
}: {
  address: NationalAddress | null;
  onChange: (address: NationalAddress | null) => void;
  fault: FaultOf;
}) {
  const t = useT();
  return (
    <>
      <Checkbox
        isChecked={address !== null}
        onChange={(has) => onChange(has ? EMPTY_ADDRESS : null)}
      >
        {t('households.hasNationalAddress')}
      </Checkbox>
      {address !== null && (
        <div className="hh-form-grid four">
          {PARTS.map(([part, ltr]) => (
            <TextField
              key={part}
              label={t(`households.field.${part}`)}
              value={address[part]}
              onChange={(text) => onChange({ ...address, [part]: text })}
              maxLength={60}
              ltr={ltr}
              error={fault(`address.${part}`)}
            />
          ))}
        </div>
      )}
    </>
  );
}
