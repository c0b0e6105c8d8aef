import { useState } from 'react';
import type { RecordPreviewDto } from '../../../contract/government-records.ts';
import { RECORD_KINDS, type RecordKind } from '../../../domain/government-records/record-kinds.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiJob } from '../../lib/queries.ts';
import { useToday } from '../../lib/use-today.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Choices.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RefusalNotice } from '../../ui/States.tsx';
import { TOUCHED } from './touched.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { RecordLayout } from './RecordLayout.tsx';
import { completed, useRecordLayout } from './use-record-layout.ts';

/** Choose, map, compare, commit: nothing is kept before the last button. */
export function ImportDialog({
  onClose,
  onImported,
}: {
  onClose: () => void;
  onImported: (batchId: string) => void;
}) {
  const t = useT();
  const today = useToday();
  const [kind, setKind] = useState<RecordKind>('civil');
  const [path, setPath] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [asOf, setAsOf] = useState<IsoDate | null>(today);
  const [shown, setShown] = useState<RecordPreviewDto | null>(null);
  const { read, layout, look, forget, isReading, error } = useRecordLayout();
  const preview = useApiJob(api.governmentRecords.preview, []);
  const commit = useApiJob(api.governmentRecords.commit, TOUCHED);
  const ready = layout === null || read?.problems.length !== 0 ? null : completed(layout);
  const busy = [preview, commit].find(({ isBusy }) => isBusy);
  const refused = [preview, commit].find((job) => job.error !== null)?.error ?? error;
  const again = (): void => {
    setPath(null);
    setShown(null);
    forget();
    preview.reset();
    commit.reset();
  };
  const compare = async (): Promise<void> => {
    if (path === null || ready === null || asOf === null) return;
    const result = await preview.run({ path, kind, layout: ready, asOf });
    setShown(result.ok ? result.value : null);
  };
  const store = async (): Promise<void> => {
    if (path === null || ready === null || asOf === null || shown === null) return;
    const { sha256 } = shown;
    const result = await commit.run({ path, sha256, kind, source, layout: ready, asOf });
    if (!result.ok) return;
    toast({
      tone: 'success',
      text: t('governmentRecords.committed', { n: result.value.differences }),
    });
    onImported(result.value.batchId);
  };
  const isNamed = source.trim().length > 1 && asOf !== null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('governmentRecords.importTitle')}
      canClose={busy === undefined}
      footer={
        <>
          {path !== null && busy === undefined && (
            <Button onPress={again}>{t('governmentRecords.again')}</Button>
          )}
          <span className="sp" />
          <Button onPress={onClose} isDisabled={busy !== undefined}>
            {t('ui.back')}
          </Button>
          {shown === null ? (
            <Button
              variant="primary"
              isDisabled={ready === null || asOf === null || isReading}
              isBusy={preview.isBusy}
              onPress={() => void compare()}
            >
              {t('governmentRecords.preview')}
            </Button>
          ) : (
            <Button
              variant="primary"
              isDisabled={!shown.importable || !isNamed}
              isBusy={commit.isBusy}
              onPress={() => void store()}
            >
              {t('governmentRecords.commit')}
            </Button>
          )}
        </>
      }
    >
      <div className="gov-form">
        <div className="gov-fields">
          <Select<RecordKind>
            label={t('governmentRecords.kind')}
            options={RECORD_KINDS.map((value) => ({
              value,
              label: t(`governmentRecords.kind.${value}`),
            }))}
            value={kind}
            onChange={(chosen) => {
              setKind(chosen);
              setShown(null);
              if (path !== null) void look(path, chosen);
            }}
          />
          <TextField
            label={t('governmentRecords.source')}
            placeholder={t('governmentRecords.sourceHelp')}
            value={source}
            onChange={setSource}
            isRequired
            maxLength={200}
          />
          <DatePicker
            label={t('governmentRecords.asOf')}
            value={asOf}
            max={today}
            isRequired
            onChange={(date) => {
              setAsOf(date);
              setShown(null);
            }}
          />
        </div>
        {busy !== undefined && (
          <Progress
            label={
              t.maybe(`governmentRecords.phase.${busy.progress?.phase ?? ''}`) ??
              t('governmentRecords.working')
            }
            progress={busy.progress}
            onCancel={busy.cancel}
          />
        )}
        {refused !== null && refused.code !== 'CANCELLED' && <RefusalNotice error={refused} />}
        {path === null ? (
          <FileDrop
            label={t('governmentRecords.drop')}
            note={t('governmentRecords.dropNote')}
            extensions={['.csv', '.txt', '.tsv', '.xlsx']}
            onFile={(file) => {
              setPath(file.path);
              void look(file.path, kind);
            }}
          />
        ) : shown !== null ? (
          <PreviewTable preview={shown} />
        ) : (
          read !== null &&
          layout !== null && (
            <RecordLayout
              kind={kind}
              read={read}
              layout={layout}
              onChange={(changed) => void look(path, kind, { layout: changed })}
              onEncoding={(encoding) => void look(path, kind, { encoding })}
            />
          )
        )}
      </div>
    </Dialog>
  );
}
