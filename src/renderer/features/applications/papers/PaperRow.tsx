import { useState, type DragEvent } from 'react';
import type { PaperDto } from '../../../../contract/applications.ts';
import { bridge } from '../../../lib/bridge.ts';
import type { FileToAttach } from '../../../lib/cases/attaching.ts';
import { caseErrorWords } from '../../../lib/cases/case-error-words.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { chooseDocument } from '../../../ui/cases/choose-document.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import type { Papers } from './use-papers.ts';

const LOOKS = {
  missing: { icon: 'ring', tone: 'muted' },
  received: { icon: 'clip', tone: 't-info' },
  accepted: { icon: 'checkc', tone: 't-success' },
  refused: { icon: 'xc', tone: 't-danger' },
} as const satisfies Record<PaperDto['state'], { icon: IconName; tone: string }>;

/** One paper of the check list: a file is dropped on it or chosen, opened, accepted or refused. */
export function PaperRow({
  paper,
  papers,
  mayAttach,
  mayJudge,
  onOpen,
  onRefuse,
}: {
  paper: PaperDto;
  papers: Papers;
  mayAttach: boolean;
  mayJudge: boolean;
  onOpen: (documentId: string) => void;
  onRefuse: (paper: PaperDto) => void;
}) {
  const t = useT();
  const [isOver, setOver] = useState(false);
  const title = paper.title[t.language];
  const { icon, tone } = LOOKS[paper.state];
  const isMine = papers.code === paper.code;
  const isBusy = isMine && papers.isBusy;
  const error = isMine && !papers.isBusy ? papers.error : null;
  const take = (file: FileToAttach): void => void papers.attach(paper, file);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) take({ path: bridge.pathForFile(file), name: file.name });
  };
  const choose = async (): Promise<void> => {
    const file = await chooseDocument(t);
    if (file !== null) take(file);
  };
  const { document } = paper;
  return (
    <li
      data-path={`papers.${paper.code}`}
      className={`paper ${isOver ? 'over' : ''}`}
      {...(mayAttach
        ? {
            onDragOver: (event: DragEvent) => {
              event.preventDefault();
              setOver(true);
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          }
        : {})}
    >
      <Icon name={icon} size={16} className={tone} />
      <div className="paper-words">
        <span className="medium">{title}</span>
        <small>
          {t(`applications.paper.${paper.state}`)}
          {document !== null && (
            <>
              {t('cases.listComma')}
              <button type="button" className="link-button" onClick={() => onOpen(document.id)}>
                {t('applications.openPaper')}
              </button>
            </>
          )}
          {document === null && (
            <>
              {t('cases.listComma')}
              {paper.because[t.language]}
              {!paper.mandatory && (
                <>
                  {t('cases.listComma')}
                  {t('programmes.optional')}
                </>
              )}
            </>
          )}
        </small>
        {paper.reason !== null && paper.reason !== '' && (
          <small className="t-danger" dir="auto">
            {paper.reason}
          </small>
        )}
        {isBusy && (
          <Progress
            label={t('cases.attaching')}
            progress={papers.progress}
            onCancel={papers.cancel}
          />
        )}
        {error !== null && error.code !== 'CANCELLED' && (
          <small className="t-danger" role="alert">
            {caseErrorWords(t, error)}
          </small>
        )}
      </div>
      {mayJudge && paper.state === 'received' && (
        <Button
          size="s"
          icon="check"
          aria-label={t('applications.acceptPaperOf', { title })}
          isDisabled={isBusy}
          onPress={() => void papers.check(paper, 'accepted')}
        >
          {t('applications.acceptPaper')}
        </Button>
      )}
      {mayAttach && document === null && (
        <Button
          size="s"
          icon="clip"
          aria-label={t('applications.attachPaper', { title })}
          isDisabled={isBusy}
          onPress={() => void choose()}
        >
          {isOver ? t('ui.dropNow') : t('cases.attachNow')}
        </Button>
      )}
      {document !== null && (mayAttach || mayJudge) && (
        <Menu
          label={t('applications.paperActions', { title })}
          items={[
            ...(mayJudge
              ? [
                  {
                    id: 'accept',
                    label: t('applications.acceptPaper'),
                    icon: 'checkc' as const,
                    isDisabled: paper.state === 'accepted',
                    onAction: () => void papers.check(paper, 'accepted'),
                  },
                  {
                    id: 'refuse',
                    label: t('applications.refusePaper'),
                    icon: 'xc' as const,
                    onAction: () => onRefuse(paper),
                  },
                ]
              : []),
            ...(mayAttach
              ? [
                  {
                    id: 'replace',
                    label: t('applications.replacePaper'),
                    icon: 'refresh' as const,
                    onAction: () => void choose(),
                  },
                  {
                    id: 'remove',
                    label: t('applications.removePaper'),
                    icon: 'x' as const,
                    onAction: () => void papers.check(paper, 'missing'),
                  },
                ]
              : []),
          ]}
        >
          <IconButton size="s" icon="more" label={t('applications.paperActions', { title })} />
        </Menu>
      )}
    </li>
  );
}
