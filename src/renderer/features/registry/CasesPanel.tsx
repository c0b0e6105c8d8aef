import { useMemo } from 'react';
import type { TimelineItem } from '../../../contract/registry.ts';
import { riyadhClock } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf, type ScreenName } from '../../lib/route.ts';
import { Code } from '../../ui/Chip.tsx';
import { DateText, Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { casesOf, type CaseLine } from './cases-of.ts';

const SCREEN_OF: Readonly<Record<CaseLine['kind'], ScreenName>> = {
  complaint: 'complaints',
  objection: 'objections',
};

/** Complaints and objections of the person, each with what happened last and the way to it. */
export function CasesPanel({ timeline }: { timeline: readonly TimelineItem[] }) {
  const t = useT();
  const cases = useMemo(() => casesOf(timeline), [timeline]);
  return (
    <Panel title={t('registry.cases')} flush pane>
      {cases.length === 0 ? (
        <p className="per-none">{t('registry.noCases')}</p>
      ) : (
        <ul className="per-cases">
          {cases.map(({ kind, id, ref, lastCode, at }) => (
            <li key={id}>
              <a href={hrefOf(SCREEN_OF[kind], id)} className="per-case">
                <Icon name={kind} />
                <span className="per-case-ref">
                  {t(`registry.case.${kind}`)} <Num className="medium">{ref}</Num>
                </span>
                <span className="ell second">
                  {t.maybe(`registry.event.${lastCode}`) ?? <Code>{lastCode}</Code>}
                </span>
                <span className="sp" />
                <span className="cap muted">
                  <DateText date={riyadhClock(at).date} />
                </span>
                <Icon name="chev" size={14} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
