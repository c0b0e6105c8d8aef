import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/States.tsx';
import { CompareView, useChanges } from './CompareView.tsx';
import { templateOf, type EditedTemplate } from './editing.ts';

/** Somebody saved another version meanwhile: whose words go on is decided beside what differs. */
export function ConflictNotice({
  current,
  mine,
  onTakeTheirs,
  onKeepMine,
}: {
  current: OutputOf<'letterTemplates.one'>;
  mine: EditedTemplate;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const changes = useChanges(current.template, templateOf(mine), current.fields);
  const [newest] = current.history;
  return (
    <div className="tpl-notice">
      <Notice
        tone="warning"
        action={
          <Button size="s" onPress={() => setShown(true)}>
            {t('letterTemplates.conflictShow')}
          </Button>
        }
      >
        <b>{t('letterTemplates.conflictTitle')}</b>
        {newest !== undefined && (
          <span className="block">
            {t('letterTemplates.conflictText', {
              name: newest.createdBy ?? t('letterTemplates.cameWith'),
              version: newest.version,
              note: newest.note ?? '',
            })}
          </span>
        )}
      </Notice>
      <Dialog
        isOpen={isShown}
        onClose={() => setShown(false)}
        size="m"
        title={t('letterTemplates.conflictTitle')}
        footer={
          <>
            <Button onPress={() => setShown(false)}>{t('ui.back')}</Button>
            <Button variant="danger" onPress={onTakeTheirs}>
              {t('letterTemplates.takeTheirs')}
            </Button>
            <Button
              variant="primary"
              onPress={() => {
                onKeepMine();
                toast({
                  tone: 'info',
                  text: t('letterTemplates.kept', { version: current.newestVersion }),
                });
              }}
            >
              {t('letterTemplates.keepMine')}
            </Button>
          </>
        }
      >
        <p className="small second">{t('letterTemplates.conflictHint')}</p>
        <div className="tpl-compare">
          <CompareView changes={changes} />
        </div>
      </Dialog>
    </div>
  );
}
