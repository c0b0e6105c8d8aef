import { useState } from 'react';
import type { ProgrammeDto } from '../../../contract/programmes.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Code } from '../../ui/Chip.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { ProgrammeDialog } from './ProgrammeDialog.tsx';

type Edited = { readonly programme: ProgrammeDto | null };

/** The programmes that pay; one that is no longer paid is stopped. */
export function ProgrammesPanel() {
  const t = useT();
  const mayChange = useMay('settings.manage');
  const [edited, setEdited] = useState<Edited | null>(null);
  const found = useApiQuery(['programmes', 'list'], () => api.programmes.list({}));
  const add = mayChange && (
    <Button variant="primary" icon="plus" onPress={() => setEdited({ programme: null })}>
      {t('settings.programmeAdd')}
    </Button>
  );
  if (found.error !== null) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={4} />;
  return (
    <div className="set-programmes">
      <div className="row">
        <span className="small second">{t('settings.programmesNote')}</span>
        <span className="sp" />
        {add}
      </div>
      {found.data.length === 0 ? (
        <EmptyState icon="payments" title={t('settings.programmesNone')} />
      ) : (
        <table className="tbl" aria-label={t('settings.programmes')}>
          <thead>
            <tr>
              <th>{t('settings.programmeCode')}</th>
              <th>{t('settings.programmeAr')}</th>
              <th>{t('settings.programmeEn')}</th>
              <th>{t('settings.programmeState')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {found.data.map((programme) => (
              <tr key={programme.code}>
                <td>
                  <Code>{programme.code}</Code>
                </td>
                <td>
                  <bdi>{programme.nameAr}</bdi>
                </td>
                <td>
                  <bdi>{programme.nameEn}</bdi>
                </td>
                <td>
                  {programme.active ? (
                    <Chip tone="success" icon="check">
                      {t('settings.programmeActive')}
                    </Chip>
                  ) : (
                    <Chip icon="ban">{t('settings.programmeStopped')}</Chip>
                  )}
                </td>
                <td className="end">
                  {mayChange && (
                    <Button
                      size="s"
                      icon="doc"
                      aria-label={t('settings.programmeChange', { code: programme.code })}
                      onPress={() => setEdited({ programme })}
                    >
                      {t('settings.change')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited !== null && (
        <ProgrammeDialog programme={edited.programme} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}
