import { useMemo, useState } from 'react';
import type { OfficerDto } from '../../../contract/staff.ts';
import { api } from '../../lib/client.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { useOfficer } from '../../lib/session-store.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { toast } from '../../lib/toasts.ts';
import { errorWords } from '../../lib/error-words.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { InstantText, Num } from '../../ui/Figures.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import type { Column } from '../../ui/table-model.ts';
import { AddOfficerDialog } from './AddOfficerDialog.tsx';

/** Who works at the branch and as what; accounts are closed, never deleted, so that decisions keep their names. */
export function AdministrationScreen() {
  const t = useT();
  useScreenTitle(t('shell.administration'));
  const { officer: me } = useOfficer();
  const [isAdding, setAdding] = useState(false);
  const [closing, setClosing] = useState<OfficerDto | null>(null);
  const list = useApiQuery(['staff', 'list'], () => api.staff.list({}));
  const command = useApiCommand(api.staff.setActive, ['staff']);
  const { run } = command;

  const columns = useMemo(
    () =>
      columnsOf(t, me.id, {
        close: setClosing,
        open: async (officer) => {
          const { id, version, fullName } = officer;
          const result = await run({ id, active: true, expectedVersion: version });
          toast(
            result.ok
              ? { tone: 'success', text: t('staff.accountOpened', { name: fullName }) }
              : { tone: 'danger', text: errorWords(t, result.error) },
          );
        },
      }),
    [t, me.id, run],
  );

  const close = async (officer: OfficerDto): Promise<void> => {
    const { id, version, fullName } = officer;
    const result = await run({ id, active: false, expectedVersion: version });
    if (!result.ok) return;
    setClosing(null);
    toast({ tone: 'success', text: t('staff.accountClosed', { name: fullName }) });
  };

  return (
    <>
      <Panel
        title={t('staff.officers')}
        note={list.data === undefined ? '' : t('staff.officersNote', { n: list.data.length })}
        actions={
          <Button variant="primary" icon="userplus" onPress={() => setAdding(true)}>
            {t('staff.addOfficer')}
          </Button>
        }
        flush
        fill
        pane
      >
        <DataTable
          label={t('staff.officers')}
          columns={columns}
          rows={list.data ?? []}
          rowKey={({ id }) => id}
          rowHeight={52}
          rowTone={({ active }) => (active ? undefined : 'dim')}
          isLoading={list.isLoading}
          error={
            list.error === null ? null : <ErrorState error={list.error} onRetry={list.refetch} />
          }
          hotkeys
        />
      </Panel>
      <AddOfficerDialog isOpen={isAdding} onClose={() => setAdding(false)} />
      <ConfirmDialog
        isOpen={closing !== null}
        onClose={() => {
          command.reset();
          setClosing(null);
        }}
        title={t('staff.closeQuestion', { name: closing?.fullName ?? '' })}
        consequences={[
          { icon: 'lock', text: t('staff.closeEnds') },
          { icon: 'shield', text: t('staff.closeKeeps') },
          { icon: 'people', text: t('staff.closeCases') },
        ]}
        confirmLabel={t('staff.closeAccount')}
        onConfirm={() => {
          if (closing !== null) void close(closing);
        }}
        isDanger
        isBusy={command.isBusy}
        error={command.error}
      />
    </>
  );
}

function columnsOf(
  t: Translate,
  myId: string,
  act: { close: (officer: OfficerDto) => void; open: (officer: OfficerDto) => Promise<void> },
): readonly Column<OfficerDto>[] {
  return [
    {
      id: 'name',
      header: t('staff.officerName'),
      width: 240,
      grow: 2,
      sort: ({ fullName }) => fullName,
      cell: ({ fullName, username }) => (
        <span className="row">
          <Avatar name={fullName} />
          <span className="two">
            <bdi className="medium">{fullName}</bdi>
            <span className="cap muted">
              <Num>{username}</Num>
            </span>
          </span>
        </span>
      ),
    },
    {
      id: 'role',
      header: t('staff.officerRole'),
      width: 220,
      grow: 3,
      sort: ({ role }) => role,
      cell: ({ role }) => (
        <span className="two">
          <span>{t(`staff.role.${role}`)}</span>
          <span className="cap muted">{t(`staff.roleText.${role}`)}</span>
        </span>
      ),
    },
    {
      id: 'last',
      header: t('staff.officerLast'),
      width: 160,
      sort: ({ lastSignInAt }) => lastSignInAt,
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? (
          <span className="muted">{t('staff.neverSignedIn')}</span>
        ) : (
          <InstantText instant={lastSignInAt} />
        ),
    },
    {
      id: 'state',
      header: t('staff.officerState'),
      width: 110,
      sort: ({ active }) => (active ? 0 : 1),
      cell: ({ active }) =>
        active ? (
          <Chip tone="success" icon="check">
            {t('staff.officerActive')}
          </Chip>
        ) : (
          <Chip icon="lock">{t('staff.officerClosed')}</Chip>
        ),
    },
    {
      id: 'more',
      header: '',
      width: 56,
      cell: (officer) =>
        officer.id !== myId && (
          <Menu
            label={t('ui.more')}
            items={[
              officer.active
                ? {
                    id: 'close',
                    label: t('staff.closeAccount'),
                    icon: 'lock',
                    isDanger: true,
                    onAction: () => act.close(officer),
                  }
                : {
                    id: 'open',
                    label: t('staff.openAccount'),
                    icon: 'usercheck',
                    onAction: () => void act.open(officer),
                  },
            ]}
          >
            <IconButton icon="more" label={`${t('ui.more')}: ${officer.fullName}`} />
          </Menu>
        ),
    },
  ];
}
