import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { OutputOf } from '../../contract/api.ts';
import { isolateFigures } from '../../domain/letters/isolate-figures.ts';
import { api } from '../lib/client.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { useApiQuery } from '../lib/queries.ts';
import { hrefOf, navigate, type ScreenName } from '../lib/route.ts';
import { useMay } from '../lib/session-store.ts';
import { useShell, type PaletteCommand } from '../lib/shell-store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Num } from '../ui/Figures.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { ErrorState } from '../ui/States.tsx';
import { Highlighted } from './Highlighted.tsx';

type Hit = OutputOf<'registry.search'>[number];

const TARGETS: Readonly<Record<Hit['kind'], { screen: ScreenName; icon: IconName }>> = {
  person: { screen: 'beneficiaries', icon: 'person' },
  complaint: { screen: 'complaints', icon: 'complaint' },
  objection: { screen: 'objections', icon: 'objection' },
  application: { screen: 'applications', icon: 'application' },
  letter: { screen: 'letters', icon: 'letter' },
};

interface Choice {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly subtitle?: string;
  readonly maskedId?: string | null;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** Ctrl K: a person by ID, IBAN, phone or name in any spelling, a case or letter by number, and what can be done here. */
export function Palette({
  isOpen,
  onClose,
  commands,
}: {
  isOpen: boolean;
  onClose: () => void;
  commands: readonly PaletteCommand[];
}) {
  const t = useT();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('shell.search')} size="top">
      <Search onClose={onClose} commands={commands} />
    </Dialog>
  );
}

function Search({
  onClose,
  commands,
}: {
  onClose: () => void;
  commands: readonly PaletteCommand[];
}) {
  const t = useT();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const asked = useSettled(text.trim(), 120);
  const maySearch = useMay('registry.read');
  const isLong = maySearch && asked.length >= 2;
  const hits = useApiQuery(
    ['registry', 'search', asked],
    () => api.registry.search({ text: asked }),
    { enabled: isLong, keepPrevious: true },
  );
  const here = useShell((shell) => shell.commands);

  const groups = useMemo(() => {
    const found = isLong ? (hits.data ?? []) : [];
    const choiceOf = (hit: Hit): Choice => ({
      id: `${hit.kind}-${hit.refId}`,
      icon: TARGETS[hit.kind].icon,
      title: hit.title,
      // Subjects of letters hold case numbers.
      subtitle: isolateFigures(hit.subtitle),
      maskedId: hit.maskedNationalId,
      run: () => navigate(hrefOf(TARGETS[hit.kind].screen, hit.refId)),
    });
    const matching = [...here, ...commands]
      .filter((command) => text === '' || command.label.includes(text.trim()))
      .map((command): Choice => ({ ...command, title: command.label }));
    return [
      {
        title: t('shell.resultsBeneficiaries'),
        choices: found.filter((hit) => hit.kind === 'person').map(choiceOf),
      },
      {
        title: t('shell.resultsCases'),
        choices: found.filter((hit) => hit.kind !== 'person').map(choiceOf),
      },
      { title: t('shell.resultsCommands'), choices: matching },
    ].filter((group) => group.choices.length > 0);
  }, [isLong, hits.data, here, commands, text, t]);

  const choices = groups.flatMap((group) => group.choices);
  const at = Math.min(active, choices.length - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((at + step + choices.length) % Math.max(1, choices.length));
    } else if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault();
      choose(choices[at]);
    }
  };
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    onClose();
    choice.run();
  };

  return (
    <div className="pal">
      <div className="pal-q">
        <Icon name="search" size={20} />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-label={t('shell.search')}
          {...(choices[at] === undefined ? {} : { 'aria-activedescendant': `${listId}-${at}` })}
          autoFocus
          dir="auto"
          value={text}
          placeholder={t('shell.searchPlaceholder')}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Esc" />
      </div>
      <div className="pal-list" role="listbox" id={listId} aria-label={t('shell.search')}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <h3 aria-hidden>{group.title}</h3>
            {group.choices.map((choice) => (
              <ChoiceRow
                key={choice.id}
                id={`${listId}-${choices.indexOf(choice)}`}
                choice={choice}
                search={text}
                isActive={choices[at] === choice}
                onPoint={() => setActive(choices.indexOf(choice))}
                onChoose={() => choose(choice)}
              />
            ))}
          </div>
        ))}
        {hits.error !== null && <ErrorState error={hits.error} title={t('shell.searchFailed')} />}
        {isLong && choices.length === 0 && hits.error === null && !hits.isFetching && (
          <div className="empty">
            <b>{t('shell.searchNothing')}</b>
            <p>{t('shell.searchNothingNext')}</p>
          </div>
        )}
      </div>
      <div className="pal-ft">
        <span className="hint">
          <Kbd keys="Up" />
          <Kbd keys="Down" />
          {t('shell.move')}
        </span>
        <span className="hint">
          <Kbd keys="Enter" />
          {t('shell.open')}
        </span>
        <span className="sp" />
        <span className="ell">{t('shell.searchAnySpelling')}</span>
      </div>
    </div>
  );
}

function ChoiceRow({
  id,
  choice,
  search,
  isActive,
  onPoint,
  onChoose,
}: {
  id: string;
  choice: Choice;
  search: string;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={`pal-row ${isActive ? 'on' : ''}`}
      onPointerMove={onPoint}
      onClick={onChoose}
      ref={(row) => {
        if (isActive) row?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <Icon name={choice.icon} />
      <span className="ell">
        <Highlighted text={choice.title} search={search} />
        {choice.subtitle !== undefined && choice.subtitle !== '' && (
          <span className="muted">
            {' '}
            <bdi>{choice.subtitle}</bdi>
          </span>
        )}
      </span>
      <span className="sp" />
      {choice.maskedId !== undefined && choice.maskedId !== null && (
        <span className="muted">
          <Num>{choice.maskedId}</Num>
        </span>
      )}
      {choice.keys !== undefined && <Kbd keys={choice.keys} />}
      {choice.keys === undefined && isActive && <Kbd keys="Enter" />}
    </div>
  );
}

function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
