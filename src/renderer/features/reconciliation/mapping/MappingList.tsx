import { useState } from 'react';
import type { SavedMappingDto } from '../../../../contract/table-mappings.ts';
import { bankNameOf } from '../../../../domain/registry/bank-names.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../../lib/queries.ts';
import { useMay } from '../../../lib/session-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog, Dialog } from '../../../ui/Dialog.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { InstantText, Num } from '../../../ui/Figures.tsx';

/** The saved mappings; a file dropped here opens the one that reads it, to be checked or changed. */
export function MappingList({
  onClose,
  onFile,
}: {
  onClose: () => void;
  onFile: (path: string) => void;
}) {
  const t = useT();
  const mayChange = useMay('reconciliation.commit');
  const [retiring, setRetiring] = useState<SavedMappingDto | null>(null);
  const all = useApiQuery(['reconciliation', 'mappings'], () => api.reconciliation.mappings({}));
  const retire = useApiCommand(api.reconciliation.retireMapping, ['reconciliation']);
  const stop = async ({ id, version }: SavedMappingDto): Promise<void> => {
    const result = await retire.run({ id, expectedVersion: version });
    if (result.ok) setRetiring(null);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('mappings.list')}
      footer={
        <>
          <span className="sp" />
          <Button onPress={onClose}>{t('ui.close')}</Button>
        </>
      }
    >
      <p className="small second">{t('mappings.listLead')}</p>
      {mayChange && (
        <FileDrop
          label={t('mappings.listDrop')}
          note={t('mappings.listDropNote')}
          extensions={[]}
          onFile={({ path }) => onFile(path)}
        />
      )}
      {(all.data ?? []).length === 0 ? (
        <p className="small muted">{t('mappings.listNone')}</p>
      ) : (
        <table className="tbl dense map-saved" aria-label={t('mappings.list')}>
          <thead>
            <tr>
              <th>{t('mappings.bank')}</th>
              <th>{t('mappings.name')}</th>
              <th>{t('mappings.version')}</th>
              <th>{t('mappings.files')}</th>
              <th>{t('mappings.savedAt')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {(all.data ?? []).map((one) => (
              <tr key={one.id}>
                <td>{bankNameOf(one.bankCode)[t.language]}</td>
                <td>
                  <bdi>{one.name}</bdi>
                </td>
                <td>
                  <Num>{one.version}</Num>
                </td>
                <td>
                  <Num>{one.files}</Num>
                </td>
                <td className="small muted">
                  <InstantText instant={one.savedAt} /> <bdi>{one.savedBy ?? ''}</bdi>
                </td>
                <td>
                  {mayChange && (
                    <Button size="s" onPress={() => setRetiring(one)}>
                      {t('mappings.retire')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ConfirmDialog
        isOpen={retiring !== null}
        onClose={() => setRetiring(null)}
        title={t('mappings.retireTitle', { name: retiring?.name ?? '' })}
        consequences={[{ icon: 'doc', text: t('mappings.retireWhat') }]}
        confirmLabel={t('mappings.retire')}
        isBusy={retire.isBusy}
        error={retire.error}
        onConfirm={() => retiring !== null && void stop(retiring)}
      />
    </Dialog>
  );
}
