import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Refusal } from '../../../domain/shared/result.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Avatar } from '../Avatar.tsx';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { SearchField } from '../Fields.tsx';
import { Icon } from '../Icon.tsx';
import { EmptyState } from '../States.tsx';
import { ActionRefused } from './ActionRefused.tsx';
import './cases.css';

interface Assignee {
  readonly id: string;
  readonly fullName: string;
}

const SEARCH_FROM = 8;

/** To whom one case or many go: the officer himself first. Enter assigns. */
export function AssignDialog({
  isOpen,
  onClose,
  title,
  officers,
  meId,
  currentId,
  onAssign,
  isBusy,
  error,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  officers: readonly Assignee[];
  meId: string;
  currentId?: string | null | undefined;
  onAssign: (officerId: string) => void;
  isBusy: boolean;
  error: Refusal | null;
}) {
  const t = useT();
  const [search, setSearch] = useState('');
  const shown = officers
    .filter(({ fullName }) => fullName.includes(search.trim()))
    .sort((a, b) => Number(b.id === meId) - Number(a.id === meId));
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      canClose={!isBusy}
      footer={
        <Button onPress={onClose} isDisabled={isBusy}>
          {t('ui.back')}
        </Button>
      }
    >
      {officers.length > SEARCH_FROM && (
        <SearchField label={t('cases.findOfficer')} value={search} onChange={setSearch} />
      )}
      <ListBox
        aria-label={t('cases.officers')}
        className="assignees"
        autoFocus="first"
        disabledKeys={isBusy ? officers.map(({ id }) => id) : []}
        onAction={(key) => onAssign(String(key))}
        renderEmptyState={() => <EmptyState icon="people" title={t('cases.noOfficer')} />}
      >
        {shown.map(({ id, fullName }) => (
          <ListBoxItem key={id} id={id} textValue={fullName} className="menu-item assignee">
            <Avatar name={fullName} small />
            <span className="ell">{fullName}</span>
            {id === meId && <span className="cap muted">{t('cases.me')}</span>}
            <span className="sp" />
            {id === currentId && (
              <span className="cap muted nowrap">
                <Icon name="check" size={14} /> {t('cases.assignedNow')}
              </span>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
      <ActionRefused error={error} />
    </Dialog>
  );
}
