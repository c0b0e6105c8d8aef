import { useState } from 'react';
import { VISIT_ITEMS, type VisitItem } from '../../../../domain/applications/application-status.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useOfficer } from '../../../lib/session-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { useToday } from '../../../lib/use-today.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../../ui/cases/ConfirmKey.tsx';
import { DatePicker } from '../../../ui/DatePicker.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Segmented } from '../../../ui/Tabs.tsx';
import type { ApplicationFile } from '../application-file.ts';

type Found = 'unseen' | 'agrees' | 'differs';
const FOUND = ['unseen', 'agrees', 'differs'] as const satisfies readonly Found[];
const SHORTEST = 3;

/** A home visit (REG 21): when, by whom, what agrees with the declaration and what does not. */
export function VisitDialog({ file, onClose }: { file: ApplicationFile; onClose: () => void }) {
  const t = useT();
  const { officer } = useOfficer();
  const today = useToday();
  const { id, version, number } = file.application;
  const record = useCaseCommand(id, api.applications.recordVisit, ['applications']);
  const [on, setOn] = useState<IsoDate | null>(today);
  const [visitor, setVisitor] = useState(officer.fullName);
  const [findings, setFindings] = useState('');
  const [found, setFound] = useState<Partial<Record<VisitItem, Found>>>({});
  const [notes, setNotes] = useState<Partial<Record<VisitItem, string>>>({});
  const [isChecked, setChecked] = useState(false);
  const isShort = findings.trim().length < SHORTEST;
  const isNameless = visitor.trim().length < SHORTEST;
  const unsaid = VISIT_ITEMS.filter(
    (item) => found[item] === 'differs' && (notes[item] ?? '').trim() === '',
  );
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (record.isBusy || on === null || isShort || isNameless || unsaid.length > 0) return;
    const items = VISIT_ITEMS.flatMap((item) => {
      const what = found[item] ?? 'unseen';
      const note = (notes[item] ?? '').trim();
      return what === 'unseen' ? [] : [{ item, agrees: what === 'agrees', note }];
    });
    const result = await record.run({
      id,
      expectedVersion: version,
      on,
      visitor: visitor.trim(),
      findings: findings.trim(),
      items,
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('applications.visitRecorded', { number }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('applications.recordVisit')}
      size="m"
      canClose={!record.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={record.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isBusy={record.isBusy}
            onPress={() => void submit()}
          >
            {t('applications.record')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void submit()} isOpenedByIt={false} />
      <div className="two">
        <DatePicker
          label={t('applications.visitOn')}
          value={on}
          onChange={setOn}
          max={today}
          isRequired
        />
        <TextField
          label={t('applications.visitor')}
          value={visitor}
          onChange={setVisitor}
          maxLength={120}
          isRequired
          error={isChecked && isNameless ? t('ui.required') : null}
        />
      </div>
      <ul className="visit-form" aria-label={t('applications.visitItems')}>
        {VISIT_ITEMS.map((item) => (
          <li key={item}>
            <span className="small">{t(`applications.visitItem.${item}`)}</span>
            <Segmented
              label={t(`applications.visitItem.${item}`)}
              items={FOUND.map((one) => ({ id: one, label: t(`applications.found.${one}`) }))}
              selected={found[item] ?? 'unseen'}
              onSelect={(one) => setFound({ ...found, [item]: one })}
            />
            {found[item] === 'differs' && (
              <TextField
                label={t('applications.differsHow')}
                hideLabel
                placeholder={t('applications.differsHow')}
                value={notes[item] ?? ''}
                onChange={(note) => setNotes({ ...notes, [item]: note })}
                maxLength={500}
                error={isChecked && unsaid.includes(item) ? t('ui.required') : null}
              />
            )}
          </li>
        ))}
      </ul>
      <TextField
        label={t('applications.visitFindings')}
        value={findings}
        onChange={setFindings}
        multiline
        maxLength={2000}
        isRequired
        error={isChecked && isShort ? t('cases.noteShort') : null}
      />
      <ActionRefused error={record.error} />
    </Dialog>
  );
}
