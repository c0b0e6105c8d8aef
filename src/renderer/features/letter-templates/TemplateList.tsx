import { useRef } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { searchKey } from '../../../domain/shared/search-key.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { SearchField } from '../../ui/Fields.tsx';
import { InstantText } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { KIND_GROUPS, KIND_GROUP_NAMES } from './kind-groups.ts';
import { StandingChip } from './StandingChip.tsx';
import { useTemplatesStore } from './templates-store.ts';

type ListedTemplate = OutputOf<'letterTemplates.list'>[number];

/** Every kind of letter by what it is for, with the version that is in force. J, K and the arrows go through them. */
export function TemplateList() {
  const t = useT();
  const search = useTemplatesStore((store) => store.search);
  const found = useApiQuery(['letterTemplates', 'list'], () => api.letterTemplates.list({}));
  const list = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.max(0, Math.min(at + by, links.length - 1))]?.focus();
  };
  useShortcuts({ J: () => step(1), K: () => step(-1), Down: () => step(1), Up: () => step(-1) });

  const words = searchKey(search).split(' ');
  const shown = (found.data ?? []).filter(({ title }) => {
    const key = searchKey(`${title.ar} ${title.en}`);
    return words.every((word) => key.includes(word));
  });
  const groups = KIND_GROUP_NAMES.map((name) => ({
    name,
    templates: KIND_GROUPS[name].flatMap((kind) => shown.filter((one) => one.kind === kind)),
  })).filter(({ templates }) => templates.length > 0);

  return (
    <Panel
      title={t('letterTemplates.title')}
      note={t('letterTemplates.listNote')}
      actions={
        <SearchField
          label={t('letterTemplates.search')}
          value={search}
          onChange={(value) => useTemplatesStore.setState({ search: value })}
          className="tpl-search"
        />
      }
      flush
      fill
      pane
    >
      <div className="tpl-list" ref={list}>
        {found.error !== null ? (
          <ErrorState error={found.error} onRetry={found.refetch} />
        ) : found.data === undefined ? (
          <Skeleton lines={8} />
        ) : groups.length === 0 ? (
          <EmptyState icon="search" title={t('letterTemplates.emptyTitle')}>
            {t('letterTemplates.emptyText')}
          </EmptyState>
        ) : (
          groups.map(({ name, templates }) => (
            <section key={name} aria-labelledby={`tpl-${name}`}>
              <h3 id={`tpl-${name}`}>{t(`letterTemplates.group.${name}`)}</h3>
              <ul>
                {templates.map((template) => (
                  <ListedRow key={template.kind} template={template} />
                ))}
              </ul>
            </section>
          ))
        )}
      </div>
    </Panel>
  );
}

function ListedRow({
  template: { kind, title, current, isAsShipped },
}: {
  template: ListedTemplate;
}) {
  const t = useT();
  const { version, createdBy, createdAt, note } = current;
  return (
    <li>
      <a href={hrefOf('administration', kind, { section: 'templates' })} className="tpl-listed">
        <span className="medium ell">{title[t.language]}</span>
        <span className="small second nowrap">{t('letterTemplates.version', { version })}</span>
        <span className="tpl-who small second">
          {createdBy === null ? (
            t('letterTemplates.cameWith')
          ) : (
            <>
              {createdBy} · <InstantText instant={createdAt} />
              {note !== null && <span className="cap muted ell block">{note}</span>}
            </>
          )}
        </span>
        <StandingChip isAsShipped={isAsShipped} />
        <Icon name="chev" />
      </a>
    </li>
  );
}
