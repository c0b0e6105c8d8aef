import { useMemo, useState } from 'react';
import type { ChangeRow, ObstacleRow } from '../../../contract/entitlement.ts';
import { CHANGE_CAUSES, OBSTACLES } from '../../../domain/entitlement/eligibility-run.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useWindowedRows } from '../../lib/windowed-rows.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ExportButton } from '../../ui/ExportButton.tsx';
import { Money, Num } from '../../ui/Figures.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import type { Column } from '../../ui/table-model.ts';
import type { Opened } from './RunCauses.tsx';
import { changeExportWords, groundWords, obstacleExportWords, whyWords } from './run-words.ts';

interface ListProps {
  readonly runId: string;
  readonly opened: Opened;
}

const CHANGE_SORTS = ['difference', 'before', 'after', 'name'] as const;
const OBSTACLE_SORTS = ['due', 'listed', 'name'] as const;

/** The households of a cause: what they were due, what they are due, and why. Enter opens the beneficiary. */
export function ChangedHouseholds({ runId, opened }: ListProps) {
  const t = useT();
  const [sort, setSort] = useState<{ id: (typeof CHANGE_SORTS)[number]; descending: boolean }>({
    id: 'difference',
    descending: false,
  });
  const cause = CHANGE_CAUSES.find((known) => known === opened.code);
  const asked = {
    runId,
    ...(cause === undefined ? {} : { cause }),
    ...(opened.reason === null ? {} : { reason: opened.reason }),
    sort: sort.id,
    descending: sort.descending,
  };
  const found = useWindowedRows(['entitlement', 'changes', asked], (offset, limit) =>
    api.entitlement.changes({ ...asked, offset, limit }),
  );
  const columns = useMemo(() => changeColumns(t), [t]);
  const title = cause === undefined ? t('entitlement.all') : t(`entitlement.cause.${cause}`);
  return (
    <>
      <ListHead
        title={title}
        note={groundWords(t, opened.reason ?? '')}
        total={found.total}
        end={
          <ExportButton
            isDisabled={found.total === 0}
            request={() => ({
              list: { table: 'eligibilityChanges', query: asked },
              columns: [
                'person',
                'nationalId',
                'cause',
                'ineligibility',
                'before',
                'after',
                'difference',
              ],
              words: changeExportWords(t),
            })}
          />
        }
      />
      <DataTable
        label={title}
        columns={columns}
        rowKey={(row) => row.beneficiaryId}
        rowHeight={52}
        {...found.tableProps}
        sort={sort}
        onSortChange={({ id }) =>
          setSort((was) => {
            const next = CHANGE_SORTS.find((known) => known === id) ?? 'difference';
            return { id: next, descending: next === was.id ? !was.descending : next !== 'name' };
          })
        }
        onOpen={(row) => navigate(hrefOf('beneficiaries', row.beneficiaryId))}
        hotkeys
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<EmptyState title={t('entitlement.none')} />}
      />
      {cause === 'ineligible' && (
        <p className="run-hint cap second">{t('entitlement.letterHint')}</p>
      )}
    </>
  );
}

/** Households that get no payment, or one that is not simply what is due. */
export function HinderedHouseholds({ runId, opened }: ListProps) {
  const t = useT();
  const [sort, setSort] = useState<{ id: (typeof OBSTACLE_SORTS)[number]; descending: boolean }>({
    id: 'due',
    descending: true,
  });
  const kind = OBSTACLES.find((known) => known === opened.code);
  const asked = {
    runId,
    ...(kind === undefined ? {} : { kind }),
    sort: sort.id,
    descending: sort.descending,
  };
  const found = useWindowedRows(['entitlement', 'obstacles', asked], (offset, limit) =>
    api.entitlement.obstacles({ ...asked, offset, limit }),
  );
  const columns = useMemo(() => obstacleColumns(t), [t]);
  const title =
    kind === undefined ? t('entitlement.allHindered') : t(`entitlement.obstacle.${kind}`);
  return (
    <>
      <ListHead
        title={title}
        note=""
        total={found.total}
        end={
          <ExportButton
            isDisabled={found.total === 0}
            request={() => ({
              list: { table: 'eligibilityObstacles', query: asked },
              columns: ['person', 'nationalId', 'obstacle', 'dueNow', 'listed'],
              words: obstacleExportWords(t),
            })}
          />
        }
      />
      <DataTable
        label={title}
        columns={columns}
        rowKey={(row) => row.beneficiaryId}
        rowHeight={52}
        {...found.tableProps}
        sort={sort}
        onSortChange={({ id }) =>
          setSort((was) => {
            const next = OBSTACLE_SORTS.find((known) => known === id) ?? 'due';
            return { id: next, descending: next === was.id ? !was.descending : next !== 'name' };
          })
        }
        onOpen={(row) => navigate(hrefOf('beneficiaries', row.beneficiaryId))}
        hotkeys
        error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
        empty={<EmptyState title={t('entitlement.noneHere')} />}
      />
    </>
  );
}

function ListHead({
  title,
  note,
  total,
  end,
}: {
  title: string;
  note: string;
  total: number;
  end: React.ReactNode;
}) {
  const t = useT();
  return (
    <header className="run-list-head">
      <h3>{title}</h3>
      <span className="small second" role="status">
        {t('entitlement.households', { n: total })}
      </span>
      {note !== '' && <span className="small muted ell">{note}</span>}
      <span className="sp" />
      {end}
    </header>
  );
}

function personColumns<Row extends ChangeRow | ObstacleRow>(t: Translate): readonly Column<Row>[] {
  return [
    {
      id: 'name',
      header: t('entitlement.person'),
      width: 160,
      grow: 3,
      sort: true,
      cell: ({ name, maskedNationalId }) => (
        <span className="run-person" title={name}>
          <bdi className="ell">{name}</bdi>
          <span className="cap muted">
            <Num>{maskedNationalId}</Num>
          </span>
        </span>
      ),
    },
  ];
}

function changeColumns(t: Translate): readonly Column<ChangeRow>[] {
  const money = { numeric: true, sort: true, descendingFirst: true } as const;
  return [
    ...personColumns<ChangeRow>(t),
    {
      id: 'before',
      header: t('entitlement.before'),
      width: 86,
      ...money,
      cell: ({ before }) => <Money amount={before} />,
    },
    {
      id: 'after',
      header: t('entitlement.after'),
      width: 86,
      ...money,
      cell: ({ after }) => <Money amount={after} />,
    },
    {
      id: 'difference',
      header: t('entitlement.difference'),
      width: 96,
      ...money,
      cell: ({ before, after }) => (
        <b className={after < before ? 't-danger' : 't-success'}>
          <Money amount={halalas(after - before)} signed />
        </b>
      ),
    },
    {
      id: 'why',
      header: t('entitlement.why'),
      width: 150,
      grow: 4,
      cell: (row) => {
        const words = whyWords(t, row);
        return (
          <span className="run-why" title={words}>
            {words}
          </span>
        );
      },
    },
  ];
}

function obstacleColumns(t: Translate): readonly Column<ObstacleRow>[] {
  return [
    ...personColumns<ObstacleRow>(t),
    {
      id: 'due',
      header: t('entitlement.due'),
      width: 100,
      numeric: true,
      sort: true,
      descendingFirst: true,
      cell: ({ due }) => <Money amount={due} />,
    },
    {
      id: 'listed',
      header: t('entitlement.listed'),
      width: 150,
      numeric: true,
      sort: true,
      descendingFirst: true,
      cell: ({ listed }) => (listed === null ? '—' : <Money amount={listed} />),
    },
    {
      id: 'problem',
      header: t('entitlement.problem'),
      width: 180,
      grow: 2,
      cell: ({ kind }) => t(`entitlement.obstacle.${kind}`),
    },
  ];
}
