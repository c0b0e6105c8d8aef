import { useState } from 'react';
import type { ReasonCodeDto, ReasonContent } from '../../../../contract/reason-codes.ts';
import {
  ACTION_ACTORS,
  REQUIRED_ACTIONS,
  RESUME_RULES,
  type ReasonCodeList,
} from '../../../../domain/reconciliation/reason-code.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox, Select } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Notice, RefusalNotice } from '../../../ui/States.tsx';
import { CodeHistory } from './CodeHistory.tsx';
import { reasonListOptions } from './reason-list-name.ts';
import type { Guides, UnknownCode } from './use-reason-codes.ts';

export type EditedCode =
  | { readonly kind: 'new' }
  | { readonly kind: 'unknown'; readonly unknown: UnknownCode }
  | { readonly kind: 'known'; readonly known: ReasonCodeDto };

/** Says what a code means and what follows from it; an unknown code is mapped in the same step. */
export function ReasonCodeDialog({
  edited,
  guides,
  onClose,
}: {
  edited: EditedCode;
  guides: Guides;
  onClose: () => void;
}) {
  const t = useT();
  const [list, setList] = useState<ReasonCodeList>(keyOf(edited).list);
  const [code, setCode] = useState(keyOf(edited).code);
  const [content, setContent] = useState<ReasonContent>(() => contentOf(edited, guides));
  const save = useApiCommand(api.reconciliation.saveReasonCode, ['reconciliation', 'today']);
  const change = (part: Partial<ReasonContent>): void => setContent({ ...content, ...part });
  const guide = guides[content.action];
  const isReady = code.trim() !== '' && isWritten(content);

  const act = async (): Promise<void> => {
    if (!isReady) return;
    const expectedVersion = edited.kind === 'known' ? edited.known.version : null;
    const result = await save.run({ list, code: code.trim(), ...content, expectedVersion });
    if (!result.ok) return;
    const { moved } = result.value;
    toast({
      tone: 'success',
      text: t('reasonCodes.saved', { code: code.trim() }),
      ...(moved === 0 ? {} : { note: t('reasonCodes.moved', { n: moved }) }),
    });
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={
        edited.kind === 'new'
          ? t('reasonCodes.addTitle')
          : t(edited.kind === 'unknown' ? 'reasonCodes.mapTitle' : 'reasonCodes.editTitle', {
              code,
            })
      }
      footer={
        <>
          <Button onPress={onClose}>{t('ui.back')}</Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isReady}
            isBusy={save.isBusy}
            onPress={() => void act()}
          >
            {t('reasonCodes.save')}
          </Button>
        </>
      }
    >
      <SaveKey run={() => void act()} />
      <div className="codes-form">
        {edited.kind === 'unknown' && edited.unknown.text !== null && (
          <Notice tone="info">{t('reasonCodes.bankText', { text: edited.unknown.text })}</Notice>
        )}
        <Select
          label={t('reasonCodes.list')}
          options={reasonListOptions(t, [list])}
          value={list}
          onChange={setList}
          isDisabled={edited.kind !== 'new'}
        />
        <TextField
          label={t('reasonCodes.code')}
          value={code}
          onChange={setCode}
          ltr
          maxLength={100}
          isDisabled={edited.kind !== 'new'}
          isRequired
        />
        <Select
          label={t('reasonCodes.action')}
          options={REQUIRED_ACTIONS.map((value) => ({
            value,
            label: t(`workbench.action.${value}`),
          }))}
          value={content.action}
          onChange={(action) =>
            change({
              action,
              actor: guides[action].actor,
              beneficiary: guides[action].beneficiary,
            })
          }
        />
        <Select
          label={t('reasonCodes.resume')}
          options={RESUME_RULES.map((value) => ({
            value,
            label: t(`reasonCodes.resume.${value}`),
          }))}
          value={content.resume}
          onChange={(resume) => change({ resume })}
        />
        <p className="codes-guide small">
          <b>{t('reasonCodes.officerGuide')}</b> {guide.officer[t.language]}
        </p>
        <TextField
          label={t('reasonCodes.titleAr')}
          value={content.title.ar}
          onChange={(ar) => change({ title: { ...content.title, ar } })}
          maxLength={80}
          isRequired
        />
        <TextField
          label={t('reasonCodes.titleEn')}
          value={content.title.en}
          onChange={(en) => change({ title: { ...content.title, en } })}
          maxLength={80}
          isRequired
        />
        <TextField
          label={t('reasonCodes.meaningAr')}
          value={content.meaning.ar}
          onChange={(ar) => change({ meaning: { ...content.meaning, ar } })}
          multiline
          isRequired
        />
        <TextField
          label={t('reasonCodes.meaningEn')}
          value={content.meaning.en}
          onChange={(en) => change({ meaning: { ...content.meaning, en } })}
          multiline
          isRequired
        />
        <Select
          label={t('reasonCodes.actor')}
          options={ACTION_ACTORS.map((value) => ({
            value,
            label: t(`workbench.actor.${value}`),
          }))}
          value={content.actor}
          onChange={(actor) => change({ actor })}
        />
        <Checkbox
          isChecked={content.beneficiary !== null}
          onChange={(asked) =>
            change({ beneficiary: asked ? (guide.beneficiary ?? { ar: '', en: '' }) : null })
          }
        >
          {t('reasonCodes.beneficiaryAsked')}
        </Checkbox>
        {content.beneficiary !== null && (
          <>
            <TextField
              label={t('reasonCodes.beneficiaryAr')}
              value={content.beneficiary.ar}
              onChange={(ar) => change({ beneficiary: { ar, en: content.beneficiary?.en ?? '' } })}
              multiline
              isRequired
            />
            <TextField
              label={t('reasonCodes.beneficiaryEn')}
              value={content.beneficiary.en}
              onChange={(en) => change({ beneficiary: { ar: content.beneficiary?.ar ?? '', en } })}
              multiline
              isRequired
            />
          </>
        )}
        {edited.kind === 'known' && <CodeHistory list={list} code={code} />}
        {save.error !== null && <RefusalNotice error={save.error} />}
      </div>
    </Dialog>
  );
}

/** Bound inside the dialog: keys of what lies below it sleep. */
function SaveKey({ run }: { run: () => void }) {
  useShortcuts({ 'Ctrl+Enter': run }, { inFields: true });
  return null;
}

function keyOf(edited: EditedCode): { list: ReasonCodeList; code: string } {
  switch (edited.kind) {
    case 'new':
      return { list: 'status', code: '' };
    case 'unknown':
      return edited.unknown;
    case 'known':
      return edited.known;
  }
}

function contentOf(edited: EditedCode, guides: Guides): ReasonContent {
  if (edited.kind === 'known') {
    const { title, meaning, action, actor, resume, beneficiary } = edited.known;
    return { title, meaning, action, actor, resume, beneficiary };
  }
  const { actor, beneficiary } = guides.REVERIFY_ACCOUNT;
  return {
    title: { ar: '', en: '' },
    meaning: { ar: '', en: '' },
    action: 'REVERIFY_ACCOUNT',
    actor,
    resume: 'afterFix',
    beneficiary,
  };
}

function isWritten({ title, meaning, beneficiary }: ReasonContent): boolean {
  return [title, meaning, ...(beneficiary === null ? [] : [beneficiary])].every(
    ({ ar, en }) => ar.trim().length >= 2 && en.trim().length >= 2,
  );
}
