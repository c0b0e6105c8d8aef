import { useMemo, useState } from 'react';
import type { ReasonCodeDto } from '../../../../contract/reason-codes.ts';
import type { ReasonCodeList } from '../../../../domain/reconciliation/reason-code.ts';
import { useT, type Translate } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip, Code } from '../../../ui/Chip.tsx';
import { Select } from '../../../ui/Choices.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { SearchField } from '../../../ui/Fields.tsx';
import { InstantText } from '../../../ui/Figures.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { ReasonCodeDialog, type EditedCode } from './ReasonCodeDialog.tsx';
import { metLists, reasonListName } from './reason-list-name.ts';
import { UnknownCodes } from './UnknownCodes.tsx';
import { useReasonCodes } from './use-reason-codes.ts';
import './reason-codes.css';

const ALL = 'all';

/** What banks' codes mean and ask for; codes that no list knows are mapped here. */
export function ReasonCodesScreen() {
  const t = useT();
  const [list, setList] = useState<ReasonCodeList | null>(null);
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<EditedCode | null>(null);
  const found = useReasonCodes(list, useSettled(search, 150));
  const columns = useMemo(() => columnsOf(t), [t]);
  useShortcuts({ N: () => setEdited({ kind: 'new' }) });
  return (
    <div className="codes">
      <UnknownCodes onMap={(unknown) => setEdited({ kind: 'unknown', unknown })} />
      <Panel
        title={t('reasonCodes.title')}
        note={t('reasonCodes.note', { n: found.total })}
        actions={
          <>
            <SearchField
              label={t('reasonCodes.search')}
              value={search}
              onChange={setSearch}
              className="codes-search"
            />
            <Select
              label={t('reasonCodes.list')}
              hideLabel
              className="codes-list"
              options={[
                { value: ALL, label: t('reasonCodes.allLists') },
                ...metLists(t, found.all),
              ]}
              value={list ?? ALL}
              onChange={(chosen) => setList(chosen === ALL ? null : chosen)}
            />
            <Button
              variant="primary"
              icon="plus"
              keys="N"
              onPress={() => setEdited({ kind: 'new' })}
            >
              {t('reasonCodes.add')}
            </Button>
          </>
        }
        flush
        fill
        pane
      >
        <DataTable
          label={t('reasonCodes.title')}
          columns={columns}
          rows={found.rows}
          rowKey={({ list: of, code }) => `${of} ${code}`}
          rowHeight={52}
          isLoading={found.isLoading}
          onOpen={(known) => setEdited({ kind: 'known', known })}
          hotkeys
          error={found.error && <ErrorState error={found.error} onRetry={found.refetch} />}
          empty={
            <EmptyState icon="search" title={t('reasonCodes.emptyTitle')}>
              {t('reasonCodes.emptyText')}
            </EmptyState>
          }
        />
      </Panel>
      {edited !== null && found.guides !== undefined && (
        <ReasonCodeDialog edited={edited} guides={found.guides} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<ReasonCodeDto>[] {
  const { language } = t;
  return [
    {
      id: 'code',
      header: t('reasonCodes.code'),
      width: 90,
      sort: ({ code }) => code,
      cell: ({ code }) => <Code>{code}</Code>,
    },
    {
      id: 'list',
      header: t('reasonCodes.list'),
      width: 150,
      sort: ({ list }) => list,
      cell: ({ list }) => <span className="small">{reasonListName(t, list)}</span>,
    },
    {
      id: 'meaning',
      header: t('reasonCodes.meaning'),
      width: 260,
      grow: 3,
      sort: ({ title }) => title[language],
      cell: ({ title, meaning }) => (
        <span className="two">
          <span className="medium">{title[language]}</span>
          <span className="cap muted ell">{meaning[language]}</span>
        </span>
      ),
    },
    {
      id: 'action',
      header: t('reasonCodes.action'),
      width: 200,
      grow: 1,
      sort: ({ action }) => t(`workbench.action.${action}`),
      cell: ({ action, actor }) => (
        <span className="two">
          <span>{t(`workbench.action.${action}`)}</span>
          <span className="cap muted">{t(`workbench.actor.${actor}`)}</span>
        </span>
      ),
    },
    {
      id: 'resume',
      header: t('reasonCodes.resume'),
      width: 150,
      sort: ({ resume }) => resume,
      cell: ({ resume }) => (
        <Chip
          tone={resume === 'never' ? 'danger' : resume === 'afterFix' ? 'warning' : 'success'}
          icon={resume === 'never' ? 'ban' : resume === 'afterFix' ? 'usercheck' : 'refresh'}
          plain
        >
          {t(`reasonCodes.resume.${resume}`)}
        </Chip>
      ),
    },
    {
      id: 'changed',
      header: t('reasonCodes.changed'),
      width: 150,
      sort: ({ changedAt }) => changedAt,
      cell: ({ changedAt, changedBy }) =>
        changedAt === null ? (
          <span className="muted">{t('reasonCodes.shipped')}</span>
        ) : (
          <span className="two">
            <InstantText instant={changedAt} />
            <span className="cap muted ell">{changedBy}</span>
          </span>
        ),
    },
  ];
}
