import type { ScreenProps } from '../../../lib/route.ts';
import { ReconciliationScreen } from '../ReconciliationScreen.tsx';
import { StatementsStrip } from '../StatementsStrip.tsx';
import { deskOf } from './desk-route.ts';
import { DeskTabs } from './DeskTabs.tsx';
import { LifeDesk } from './LifeDesk.tsx';
import { ResumeDesk } from './ResumeDesk.tsx';
import './resume.css';

/** Reconciliation and what follows from it: banks' answers, payments to resume, people to be found alive. */
export function ReconciliationDesks(props: ScreenProps) {
  const desk = deskOf(props.query);
  return (
    <div className="desks">
      <div className="desk-row">
        <DeskTabs desk={desk} />
        {desk === 'bank' && <StatementsStrip />}
      </div>
      {desk === 'bank' && <ReconciliationScreen {...props} />}
      {desk === 'resume' && <ResumeDesk query={props.query} />}
      {desk === 'life' && <LifeDesk query={props.query} />}
    </div>
  );
}
