import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { EmptyState } from '../../ui/States.tsx';
import type { ApplicationFile } from './application-file.ts';

/** The home visits with what the visitor found, item by item. */
export function VisitList({ file }: { file: ApplicationFile }) {
  const t = useT();
  if (file.visits.length === 0) {
    return (
      <EmptyState icon="home" title={t('applications.noVisits')}>
        {t('applications.noVisitsNext')}
      </EmptyState>
    );
  }
  return (
    <ol className="visits">
      {file.visits.toReversed().map(({ seq, on, visitor, findings, items, recordedBy }) => (
        <li key={seq}>
          <p className="row">
            <b className="strong">
              <DateText date={on} calendar="both" />
            </b>
            <span className="second">{visitor}</span>
            <span className="sp" />
            <span className="cap muted">{t('applications.recordedBy', { name: recordedBy })}</span>
          </p>
          <p dir="auto">{findings}</p>
          {items.length > 0 && (
            <ul className="visit-items">
              {items.map(({ item, agrees, note }) => (
                <li key={item}>
                  <Chip
                    tone={agrees ? 'success' : 'warning'}
                    icon={agrees ? 'checkc' : 'neq'}
                    plain
                  >
                    {t(`applications.visitItem.${item}`)}
                  </Chip>{' '}
                  <span className="small second" dir="auto">
                    {note === '' && agrees ? t('applications.agrees') : note}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
