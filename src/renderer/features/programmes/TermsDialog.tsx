import { useState } from 'react';
import type { ProgrammeDto } from '../../../contract/programmes.ts';
import type { ProgrammeTerms } from '../../../domain/programmes/programme-terms.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { formatDate } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AmountsEditor, ConditionsEditor, DocumentsEditor, GroupsEditor } from './TermsEditors.tsx';
import { firstUnwritten, TERMS_PARTS, type TermsPart } from './terms-parts.ts';

const SHORTEST_REASON = 3;

/** Terms from a day on. What held before stays on record, and applications of before keep it. */
export function TermsDialog({
  programme,
  today,
  terms: before,
  after,
  onClose,
}: {
  programme: ProgrammeDto;
  today: IsoDate;
  terms: ProgrammeTerms;
  after: number | null;
  onClose: () => void;
}) {
  const t = useT();
  const [terms, setTerms] = useState(before);
  const [part, setPart] = useState<TermsPart>('documents');
  const [validFrom, setValidFrom] = useState<IsoDate | null>(today);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const save = useApiCommand(api.programmes.saveTerms, ['programmes']);
  const unwritten = firstUnwritten(terms);
  const isTouched = JSON.stringify(terms) !== JSON.stringify(before);
  const isShort = reason.trim().length < SHORTEST_REASON;

  const record = async (): Promise<void> => {
    setChecked(true);
    if (unwritten !== null) setPart(unwritten);
    if (validFrom === null || isShort || !isTouched || unwritten !== null) return;
    const result = await save.run({ code: programme.code, validFrom, terms, reason, after });
    if (!result.ok) return;
    toast({
      tone: 'success',
      text: t('programmes.recorded', { date: formatDate(validFrom, t.digits) }),
    });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!save.isBusy}
      size="l"
      title={t('programmes.termsOf', {
        name: t.language === 'ar' ? programme.nameAr : programme.nameEn,
      })}
      footer={
        <>
          <Button onPress={onClose} isDisabled={save.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={validFrom === null || !isTouched}
            isBusy={save.isBusy}
            onPress={() => void record()}
          >
            {t('programmes.record')}
          </Button>
        </>
      }
    >
      <RecordKey run={() => void record()} />
      <Tabs
        label={t('programmes.parts')}
        tabs={TERMS_PARTS.map((id) => ({
          id,
          label: t(`programmes.${id}`),
          count: terms[id].length,
        }))}
        selected={part}
        onSelect={setPart}
      >
        <div className="prog-edit">
          <PartEditor part={part} terms={terms} onChange={setTerms} isChecked={isChecked} />
        </div>
      </Tabs>
      <div className="prog-when">
        <DatePicker
          label={t('programmes.from')}
          value={validFrom}
          onChange={setValidFrom}
          min={today}
          help={t('programmes.fromHelp', { date: formatDate(today, t.digits) })}
          isRequired
        />
        <TextField
          label={t('programmes.reason')}
          help={t('programmes.reasonHelp')}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          isRequired
          error={isChecked && isShort ? t('ui.required') : null}
        />
      </div>
      {isChecked && unwritten !== null && (
        <Notice tone="danger">
          {t('programmes.unwritten', { part: t(`programmes.${unwritten}`) })}
        </Notice>
      )}
      {save.error !== null && <RefusalNotice error={save.error} />}
    </Dialog>
  );
}

function PartEditor({
  part,
  terms,
  onChange,
  isChecked,
}: {
  part: TermsPart;
  terms: ProgrammeTerms;
  onChange: (terms: ProgrammeTerms) => void;
  isChecked: boolean;
}) {
  switch (part) {
    case 'documents':
      return (
        <DocumentsEditor
          value={terms.documents}
          onChange={(documents) => onChange({ ...terms, documents })}
          isChecked={isChecked}
        />
      );
    case 'conditions':
      return (
        <ConditionsEditor
          value={terms.conditions}
          onChange={(conditions) => onChange({ ...terms, conditions })}
          isChecked={isChecked}
        />
      );
    case 'groups':
      return (
        <GroupsEditor
          value={terms.groups}
          onChange={(groups) => onChange({ ...terms, groups })}
          isChecked={isChecked}
        />
      );
    case 'amounts':
      return (
        <AmountsEditor
          value={terms.amounts}
          onChange={(amounts) => onChange({ ...terms, amounts })}
          isChecked={isChecked}
        />
      );
  }
}

/** Bound inside the dialog: keys of what lies below it sleep. */
function RecordKey({ run }: { run: () => void }) {
  useShortcuts({ 'Ctrl+Enter': run }, { inFields: true });
  return null;
}
