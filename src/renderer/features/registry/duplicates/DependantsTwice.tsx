import { useMemo } from 'react';
import type { OutputOf } from '../../../../contract/api.ts';
import { api } from '../../../lib/client.ts';
import { useT, type Translate } from '../../../lib/i18n/use-t.ts';
import { hrefOf } from '../../../lib/route.ts';
import { useWindowedRows } from '../../../lib/windowed-rows.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DateText } from '../../../ui/Figures.tsx';
import { Masked } from '../../../ui/Masked.tsx';
import { EmptyState, ErrorState, Notice } from '../../../ui/States.tsx';
import type { Column } from '../../../ui/table-model.ts';

type Row = OutputOf<'duplicates.dependants'>['rows'][number];

/** Dependants whom two families count (LAW 11), with the way to each of the households. */
export function DependantsTwice() {
  const t = useT();
  const found = useWindowedRows(['duplicates', 'dependants'], (offset, limit) =>
    api.duplicates.dependants({ offset, limit }),
  );
  const columns = useMemo(() => dependantColumns(t), [t]);
  return (
    <>
      <div className="dups-note">
        <Notice tone="info">{t('duplicates.lawNote')}</Notice>
      </div>
      <DataTable
        label={t('duplicates.view.dependants')}
        columns={columns}
        rowKey={(row) => row.maskedNationalId + row.name}
        {...found.tableProps}
        rowHeight={52}
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={
          <EmptyState icon="checkc" title={t('duplicates.none.dependants')}>
            {t('duplicates.noneText')}
          </EmptyState>
        }
      />
    </>
  );
}

function dependantColumns(t: Translate): readonly Column<Row>[] {
  return [
    {
      id: 'person',
      header: t('duplicates.person'),
      width: 180,
      grow: 1,
      cell: ({ name, maskedNationalId }) => (
        <span className="dups-cell">
          <span className="ell" dir="auto">
            {name}
          </span>
          <span className="cap muted">
            <Masked value={maskedNationalId} label={t('duplicates.field.nationalId')} />
          </span>
        </span>
      ),
    },
    {
      id: 'families',
      header: t('duplicates.families'),
      width: 380,
      grow: 3,
      cell: ({ families }) => (
        <span className="dups-families">
          {families.map(({ beneficiaryId, headName, as, since }) => (
            <span key={beneficiaryId}>
              <a href={hrefOf('beneficiaries', beneficiaryId)}>
                <bdi>{headName}</bdi>
              </a>{' '}
              <span className="cap muted">
                {t(`duplicates.as.${as}`)} <DateText date={since} />
              </span>
            </span>
          ))}
        </span>
      ),
    },
  ];
}
