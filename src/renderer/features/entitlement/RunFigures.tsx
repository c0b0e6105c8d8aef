import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Money, monthName, Num } from '../../ui/Figures.tsx';

type Shown = OutputOf<'entitlement.run'>;

/** What the month costs and whom it concerns, with the month before beside it. */
export function RunFigures({ shown }: { shown: Shown }) {
  const t = useT();
  const { totals, comparedWith } = shown.run;
  const { before } = totals;
  const hindered = shown.obstacles.reduce((sum, { count }) => sum + count, 0);
  const month = monthName(t, comparedWith.month);
  const was = t(comparedWith.kind === 'run' ? 'entitlement.was' : 'entitlement.wasPaid');
  return (
    <>
      <dl className="run-figures">
        <Figure name={t('entitlement.eligible')}>
          <b>
            <Num>{totals.eligible}</Num>
          </b>
          <span className="small second">
            {was} <Num>{before.eligible}</Num>
          </span>
          <span className="cap muted">
            {t('entitlement.ofHouseholds', {
              households: t('entitlement.households', { n: totals.households }),
            })}
          </span>
        </Figure>
        <Figure name={t('entitlement.pension')}>
          <b>
            <Money amount={totals.pension} />
          </b>
          <span className="small second">
            {was} <Money amount={before.pension} />
          </span>
          <span className="cap muted">
            {t('entitlement.difference')}{' '}
            <Money amount={halalas(totals.pension - before.pension)} signed />
          </span>
        </Figure>
        <Figure name={t('entitlement.changed')}>
          <b>
            <Num>{totals.changed}</Num>
          </b>
          <span className="small second">{t('entitlement.notDue', { n: totals.ineligible })}</span>
        </Figure>
        <Figure name={t('entitlement.hindered')}>
          <b className={hindered === 0 ? '' : 't-warning'}>
            <Num>{hindered}</Num>
          </b>
        </Figure>
      </dl>
      <p className="cap muted">
        {t(
          comparedWith.kind === 'run' ? 'entitlement.comparedRun' : 'entitlement.comparedPayments',
          { month },
        )}
      </p>
    </>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
