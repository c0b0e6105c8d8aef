import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Code } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { ProgrammeDialog } from './ProgrammeDialog.tsx';
import { ProgrammeTermsPanel } from './ProgrammeTermsPanel.tsx';
import './programmes.css';

/** What the branch's programmes offer and ask: one list, and the terms of the one that is open. */
export function ProgrammesScreen({ code: opened }: { code: string | null }) {
  const t = useT();
  useScreenTitle(t('shell.administration'));
  const mayChange = useMay('settings.manage');
  const [isAdding, setAdding] = useState(false);
  const found = useApiQuery(['programmes', 'list'], () => api.programmes.list({}));
  const list = found.data ?? [];
  const programme = list.find(({ code }) => code === opened) ?? list[0];
  const open = (code: string): void =>
    navigate(hrefOf('administration', code, { section: 'programmes' }));
  const step = (by: 1 | -1): void => {
    const next = list[list.findIndex(({ code }) => code === programme?.code) + by];
    if (next !== undefined) open(next.code);
  };
  useShortcuts({
    J: () => step(1),
    K: () => step(-1),
    ...(mayChange ? { N: () => setAdding(true) } : {}),
  });

  if (found.error !== null) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={6} />;
  return (
    <div className="prog">
      <Panel
        title={t('programmes.title')}
        actions={
          mayChange && (
            <Button size="s" icon="plus" keys="N" onPress={() => setAdding(true)}>
              {t('programmes.add')}
            </Button>
          )
        }
        flush
        fill
        pane
      >
        {list.length === 0 && <EmptyState icon="payments" title={t('programmes.none')} />}
        <ul className="prog-list" aria-label={t('programmes.title')}>
          {list.map((one) => (
            <li key={one.code}>
              <a
                href={hrefOf('administration', one.code, { section: 'programmes' })}
                aria-current={one.code === programme?.code ? 'true' : undefined}
              >
                <span className="medium">{t.language === 'ar' ? one.nameAr : one.nameEn}</span>
                <span className="row">
                  <Code>{one.code}</Code>
                  {!one.active && <Chip icon="ban">{t('programmes.stopped')}</Chip>}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </Panel>
      {programme !== undefined && (
        <ProgrammeTermsPanel key={programme.code} programme={programme} mayChange={mayChange} />
      )}
      {isAdding && (
        <ProgrammeDialog programme={null} onClose={() => setAdding(false)} onSaved={open} />
      )}
    </div>
  );
}
