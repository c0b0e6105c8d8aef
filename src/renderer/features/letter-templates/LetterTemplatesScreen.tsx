import { LETTER_KINDS, type LetterKind } from '../../../domain/letters/letter-kinds.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { useScreenTitle } from '../../lib/shell-store.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState } from '../../ui/States.tsx';
import './letter-templates.css';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';
import { TemplateReader } from './TemplateReader.tsx';

/** The words of the branch's letters: all kinds, or the one that is open. */
export function LetterTemplatesScreen({ kind: asked }: { kind: string | null }) {
  const t = useT();
  useScreenTitle(t('shell.administration'));
  const kind = LETTER_KINDS.find((one) => one === asked);
  return kind === undefined ? <TemplateList /> : <OpenedTemplate key={kind} kind={kind} />;
}

function OpenedTemplate({ kind }: { kind: LetterKind }) {
  const mayEdit = useMay('letters.manageTemplates');
  const found = useApiQuery(['letterTemplates', 'one', kind], () =>
    api.letterTemplates.one({ kind }),
  );
  if (found.error !== null) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={8} />;
  return mayEdit ? (
    <TemplateEditor current={found.data} />
  ) : (
    <TemplateReader current={found.data} />
  );
}
