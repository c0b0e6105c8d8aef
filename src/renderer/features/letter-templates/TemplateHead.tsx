import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, navigate } from '../../lib/route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { StandingChip } from './StandingChip.tsx';

export const templatesHref = hrefOf('administration', null, { section: 'templates' });

/** Which template this is, its version, and what can be done with it as a whole. */
export function TemplateHead({
  current,
  onHistory,
  children,
}: {
  current: OutputOf<'letterTemplates.one'>;
  onHistory: () => void;
  children?: ReactNode;
}) {
  const t = useT();
  return (
    <div className="tpl-head">
      <IconButton
        icon="chevb"
        label={t('letterTemplates.back')}
        keys="Esc"
        onPress={() => navigate(templatesHref)}
      />
      <h2 className="ell">{current.template.title[t.language]}</h2>
      <span className="small muted nowrap">
        {t('letterTemplates.version', { version: current.currentVersion })}
      </span>
      <StandingChip isAsShipped={current.isAsShipped} />
      <span className="sp" />
      <Button icon="clock" onPress={onHistory}>
        {t('letterTemplates.history')}
      </Button>
      {children}
    </div>
  );
}
