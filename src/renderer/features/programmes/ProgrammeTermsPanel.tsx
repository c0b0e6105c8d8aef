import { useState } from 'react';
import type { ProgrammeDto } from '../../../contract/programmes.ts';
import { NO_TERMS } from '../../../domain/programmes/programme-terms.ts';
import { api } from '../../lib/client.ts';
import { formatDate } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Choices.tsx';
import { InstantText } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ErrorState, Notice } from '../../ui/States.tsx';
import { ProgrammeDialog } from './ProgrammeDialog.tsx';
import { TermsDialog } from './TermsDialog.tsx';
import { TermsView } from './TermsView.tsx';

const LOOKS = {
  inForce: { tone: 'success', icon: 'checkc' },
  coming: { tone: 'info', icon: 'clock' },
  past: { tone: 'neutral', icon: 'folder' },
  replaced: { tone: 'neutral', icon: 'undo' },
} as const;

/** The terms of a programme as they stand on a day, with the versions before and after. */
export function ProgrammeTermsPanel({
  programme,
  mayChange,
}: {
  programme: ProgrammeDto;
  mayChange: boolean;
}) {
  const t = useT();
  const { code } = programme;
  const [shownNo, setShown] = useState<number | null>(null);
  const [edited, setEdited] = useState<'names' | 'terms' | null>(null);
  const found = useApiQuery(['programmes', 'terms', code], () => api.programmes.terms({ code }));
  useShortcuts(mayChange && found.data !== undefined ? { E: () => setEdited('terms') } : {});
  const versions = found.data?.versions ?? [];
  const inForce = versions.find(({ state }) => state === 'inForce');
  const shown = versions.find(({ no }) => no === shownNo) ?? inForce ?? versions[0];
  const coming = versions.find(({ state }) => state === 'coming');

  return (
    <Panel
      title={t.language === 'ar' ? programme.nameAr : programme.nameEn}
      actions={
        <>
          {versions.length > 1 && (
            <Select
              label={t('programmes.version')}
              hideLabel
              className="prog-versions"
              options={versions.map(({ no, validFrom, state }) => ({
                value: String(no),
                label: t('programmes.versionOf', {
                  date: formatDate(validFrom, t.digits),
                  state: t(`programmes.state.${state}`),
                }),
              }))}
              value={shown === undefined ? null : String(shown.no)}
              onChange={(no) => setShown(Number(no))}
            />
          )}
          {mayChange && (
            <>
              <Button size="s" icon="mark" onPress={() => setEdited('names')}>
                {t('programmes.names')}
              </Button>
              <Button
                variant="primary"
                size="s"
                icon="doc"
                keys="E"
                isDisabled={found.data === undefined}
                onPress={() => setEdited('terms')}
              >
                {t('programmes.newTerms')}
              </Button>
            </>
          )}
        </>
      }
      flush
      fill
      pane
    >
      {found.error !== null ? (
        <ErrorState error={found.error} onRetry={found.refetch} />
      ) : found.data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <div className="prog-terms">
          {shown !== undefined && (
            <p className="prog-since small second">
              <Chip {...LOOKS[shown.state]}>{t(`programmes.state.${shown.state}`)}</Chip>
              <span>{t('programmes.since', { date: formatDate(shown.validFrom, t.digits) })}</span>
              {shown.recordedAt === null ? (
                <span className="muted">{t('programmes.cameWith')}</span>
              ) : (
                <span className="muted">
                  {shown.recordedBy} · <InstantText instant={shown.recordedAt} /> · {shown.reason}
                </span>
              )}
            </p>
          )}
          {coming !== undefined && shown?.no !== coming.no && (
            <Notice tone="info">
              {t('programmes.comingNotice', { date: formatDate(coming.validFrom, t.digits) })}
            </Notice>
          )}
          <TermsView terms={shown?.terms ?? NO_TERMS} />
        </div>
      )}
      {edited === 'names' && (
        <ProgrammeDialog programme={programme} onClose={() => setEdited(null)} />
      )}
      {edited === 'terms' && found.data !== undefined && (
        <TermsDialog
          programme={programme}
          today={found.data.today}
          terms={shown?.terms ?? NO_TERMS}
          after={versions.length === 0 ? null : Math.max(...versions.map(({ no }) => no))}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}
