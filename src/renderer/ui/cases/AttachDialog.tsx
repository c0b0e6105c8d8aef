import { useEffect, useState } from 'react';
import type { Attaching } from '../../lib/cases/attaching.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { TextField } from '../Fields.tsx';
import { Progress } from '../Progress.tsx';
import { Notice } from '../States.tsx';
import { contentWords } from './active-content.ts';
import { ActionRefused } from './ActionRefused.tsx';

/** What the attached file is called in the case; then it is inspected and stored. */
export function AttachDialog({
  attaching: { file, close, attach, isBusy, progress, cancel, error, told },
}: {
  attaching: Attaching;
}) {
  const t = useT();
  const [title, setTitle] = useState('');
  useEffect(() => setTitle(file === null ? '' : file.name.replace(/\.[^.]+$/, '')), [file]);
  const isShort = title.trim().length < 2;
  return (
    <Dialog
      isOpen={file !== null}
      onClose={close}
      title={t('cases.attach')}
      canClose={!isBusy}
      footer={
        told !== null ? (
          <Button variant="primary" onPress={close} autoFocus>
            {t('ui.close')}
          </Button>
        ) : (
          <>
            <Button onPress={close} isDisabled={isBusy}>
              {t('ui.back')}
            </Button>
            <Button
              variant="primary"
              isBusy={isBusy}
              isDisabled={isShort}
              onPress={() => {
                if (file !== null) void attach(file, title.trim());
              }}
            >
              {t('cases.attachNow')}
            </Button>
          </>
        )
      }
    >
      {told !== null ? (
        <Notice tone="warning">
          {t('cases.attachedWith', { title: told.title, contents: contentWords(t, told.contents) })}
        </Notice>
      ) : (
        <>
          <TextField
            label={t('cases.documentTitle')}
            help={file === null ? null : <bdi>{file.name}</bdi>}
            value={title}
            onChange={setTitle}
            maxLength={120}
            isDisabled={isBusy}
            autoFocus
          />
          {isBusy && (
            <Progress label={t('cases.attaching')} progress={progress} onCancel={cancel} />
          )}
          <ActionRefused error={error} />
        </>
      )}
    </Dialog>
  );
}
