import { useState, type ReactNode } from 'react';
import type { DocumentRef } from '../../../../contract/cases.ts';
import type { Refusal } from '../../../../domain/shared/result.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { Select } from '../../../ui/Choices.tsx';

/** Which document proves the step: the one chosen, or else the one attached last. */
export function useChosenProof(
  documents: readonly DocumentRef[],
): readonly [string | null, (id: string) => void] {
  const [chosen, choose] = useState<string | null>(null);
  return [chosen ?? documents.at(-1)?.id ?? null, choose];
}

/** What a document of the case proves: the question, the document, its date, and the button that records it. */
export function ProofForm({
  children,
  documents,
  documentLabel,
  chosen,
  onChoose,
  date,
  isReady,
  recordLabel,
  isBusy,
  error,
  onRecord,
}: {
  /** The questions that the document answers. */
  children: ReactNode;
  documents: readonly DocumentRef[];
  documentLabel: string;
  chosen: string | null;
  onChoose: (id: string) => void;
  date: ReactNode;
  /** Everything but the document is answered. */
  isReady: boolean;
  recordLabel: string;
  isBusy: boolean;
  error: Refusal | null;
  onRecord: () => void;
}) {
  const t = useT();
  return (
    <div className="guided-form">
      {children}
      <div className="guided-pair">
        <Select
          label={documentLabel}
          isRequired
          isDisabled={documents.length === 0}
          placeholder={documents.length === 0 ? t('resume.noDocument') : t('ui.choose')}
          options={documents.map(({ id, title }) => ({ value: id, label: title }))}
          value={chosen}
          onChange={onChoose}
        />
        {date}
      </div>
      <ActionRefused error={error} />
      <Button
        variant="primary"
        isDisabled={!isReady || chosen === null}
        isBusy={isBusy}
        onPress={onRecord}
      >
        {recordLabel}
      </Button>
    </div>
  );
}
