import type { NationalAddress } from '../../../../domain/registry/household-fact.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { TextField } from '../../../ui/Fields.tsx';
import { At } from './At.tsx';
import { useForms } from './intake-context.ts';

const PARTS = [
  'short',
  'buildingNo',
  'street',
  'district',
  'city',
  'postalCode',
  'additionalNo',
] as const;
const LTR: ReadonlySet<string> = new Set(['short', 'buildingNo', 'postalCode', 'additionalNo']);

export const NO_ADDRESS: NationalAddress = {
  buildingNo: '',
  street: '',
  district: '',
  city: '',
  postalCode: '',
  additionalNo: '',
  short: '',
};

/** The national address, part by part, as the national register writes it. */
export function AddressFields({
  path,
  value,
  onChange,
}: {
  path: string;
  value: NationalAddress;
  onChange: (value: NationalAddress) => void;
}) {
  const t = useT();
  const { errorAt } = useForms();
  return (
    <div className="in-grid four">
      {PARTS.map((part) => (
        <At key={part} path={`${path}.${part}`}>
          <TextField
            label={t(`applications.field.${part}`)}
            value={value[part]}
            onChange={(text) => onChange({ ...value, [part]: text })}
            ltr={LTR.has(part)}
            maxLength={LTR.has(part) ? 12 : 80}
            isRequired={part === 'city'}
            placeholder={part === 'short' ? 'RRRD2929' : undefined}
            error={errorAt(`${path}.${part}`)}
          />
        </At>
      ))}
    </div>
  );
}
