import { useState } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Panel } from '../../ui/Panel.tsx';
import { TemplateWords } from './CompareView.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { PreviewPane, useSamplePreview } from './PreviewPane.tsx';
import { TemplateHead } from './TemplateHead.tsx';

/** The words of a letter and its page, for who may not change them. */
export function TemplateReader({ current }: { current: OutputOf<'letterTemplates.one'> }) {
  const t = useT();
  const [isHistory, setHistory] = useState(false);
  const preview = useSamplePreview(current.template, false);
  return (
    <div className="tpl">
      <TemplateHead current={current} onHistory={() => setHistory(true)} />
      <div className="tpl-sides">
        <Panel title={t('letterTemplates.words')} note={t('letterTemplates.readOnly')} fill pane>
          <TemplateWords template={current.template} fields={current.fields} />
        </Panel>
        <PreviewPane preview={preview} title={current.template.title[t.language]} />
      </div>
      {isHistory && (
        <HistoryDialog
          current={current}
          mayRestore={false}
          hasChanges={false}
          onRestored={() => setHistory(false)}
          onClose={() => setHistory(false)}
        />
      )}
    </div>
  );
}
