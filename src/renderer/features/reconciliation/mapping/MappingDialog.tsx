import { useState } from 'react';
import { bankNameOf } from '../../../../domain/registry/bank-names.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Notice, RefusalNotice } from '../../../ui/States.tsx';
import { MappingColumns } from './MappingColumns.tsx';
import { MappingPreview } from './MappingPreview.tsx';
import { MappingSigns } from './MappingSigns.tsx';
import { MappingWords } from './MappingWords.tsx';
import { completed, useTableMapping } from './use-table-mapping.ts';
import './mapping.css';

/** Two digits in the IBANs of the banks that pay benefits. */
const BANKS = ['05', '10', '15', '20', '30', '45', '55', '60', '65', '80'] as const;

/** A bank's table and what an officer says about it: columns, signs, words, with the first rows as they will be read. */
export function MappingDialog({
  path,
  readsOn,
  onClose,
  onSaved,
}: {
  path: string;
  /** Whether the file is previewed once its mapping is saved. */
  readsOn: boolean;
  onClose: () => void;
  onSaved: (mappingId: string) => void;
}) {
  const t = useT();
  const { table, draft, isReading, error, change, chooseEncoding } = useTableMapping(path);
  const all = useApiQuery(['reconciliation', 'mappings'], () => api.reconciliation.mappings({}));
  const save = useApiCommand(api.reconciliation.saveMapping, ['reconciliation']);
  const saved = (all.data ?? []).filter(({ id }) => table?.known.includes(id) === true);
  // Undefined until the officer has said anything: the newest that fits stands till then.
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const [names, setNames] = useState<{ bankCode?: string; name?: string }>({});
  const current = saved.find(({ id }) => id === (chosen === undefined ? saved[0]?.id : chosen));
  const bankCode = names.bankCode ?? current?.bankCode ?? null;
  const name = names.name ?? current?.name ?? '';
  const mapping = draft === null ? null : completed(draft);
  const isReady =
    mapping !== null && table?.problems.length === 0 && bankCode !== null && name.trim().length > 1;

  const store = async (): Promise<void> => {
    if (mapping === null || table === null || bankCode === null) return;
    const before = current && { id: current.id, expectedVersion: current.version };
    const result = await save.run({
      ...before,
      bankCode,
      name: name.trim(),
      titles: table.titles,
      mapping,
    });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('mappings.done', { name: name.trim() }) });
    onSaved(result.value.id);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('mappings.title', { name: table?.fileName ?? '' })}
      canClose={!save.isBusy}
      footer={
        <>
          <span className="small muted">{t('mappings.lead')}</span>
          <span className="sp" />
          <Button onPress={onClose} isDisabled={save.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!isReady || isReading}
            isBusy={save.isBusy}
            onPress={() => void store()}
          >
            {t(readsOn ? 'mappings.save' : 'mappings.saveOnly')}
          </Button>
        </>
      }
    >
      {error !== null && <RefusalNotice error={error} />}
      {save.error !== null && <RefusalNotice error={save.error} />}
      {table === null || draft === null ? (
        error === null && <Skeleton lines={6} />
      ) : (
        <div className="map" aria-busy={isReading}>
          {saved.length > 1 && chosen === undefined && (
            <Notice tone="warning">{t('mappings.several')}</Notice>
          )}
          <div className="map-signs">
            {saved.length > 0 && (
              <Select
                label={t('mappings.saved')}
                options={[
                  ...saved.map((one) => ({
                    value: one.id,
                    label: t('mappings.savedOne', { name: one.name, version: one.version }),
                  })),
                  { value: 'new', label: t('mappings.savedNew') },
                ]}
                value={current?.id ?? 'new'}
                onChange={(id) => {
                  setChosen(id === 'new' ? null : id);
                  setNames({});
                  const other = saved.find((one) => one.id === id);
                  if (other) change(other.mapping);
                }}
              />
            )}
            <Select
              label={t('mappings.bank')}
              isRequired
              options={BANKS.map((value) => ({ value, label: bankNameOf(value)[t.language] }))}
              value={BANKS.find((code) => code === bankCode) ?? null}
              onChange={(code) => setNames({ ...names, bankCode: code })}
            />
            <TextField
              label={t('mappings.name')}
              isRequired
              placeholder={t('mappings.nameHelp')}
              maxLength={80}
              value={name}
              onChange={(text) => setNames({ ...names, name: text })}
            />
          </div>
          <MappingSigns table={table} draft={draft} onChange={change} onEncoding={chooseEncoding} />
          {table.problems.map((problem) => (
            <Notice key={problem} tone="danger">
              {t(`mappings.problem.${problem}`)}
            </Notice>
          ))}
          <div className="map-body">
            <MappingColumns table={table} draft={draft} onChange={change} />
            <MappingWords table={table} draft={draft} onChange={change} />
          </div>
          <b className="small">{t('mappings.asRead')}</b>
          <MappingPreview table={table} />
        </div>
      )}
    </Dialog>
  );
}
