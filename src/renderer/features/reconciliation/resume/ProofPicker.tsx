import type { DocumentRef } from '../../../../contract/cases.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Select } from '../../../ui/Choices.tsx';

/** Which of the attached documents proves the step. */
export function ProofPicker({
  label,
  documents,
  value,
  onChange,
}: {
  label: string;
  documents: readonly DocumentRef[];
  value: string | null;
  onChange: (id: string) => void;
}) {
  const t = useT();
  return (
    <Select
      label={label}
      isRequired
      isDisabled={documents.length === 0}
      placeholder={documents.length === 0 ? t('resume.noDocument') : t('ui.choose')}
      options={documents.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}
