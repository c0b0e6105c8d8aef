import type { IntakeProblemDto } from '../../../../contract/applications.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Notice } from '../../../ui/States.tsx';
import { EligibilitySum } from '../EligibilitySum.tsx';
import { DeclaredView } from '../DeclaredView.tsx';
import { useForms } from './intake-context.ts';
import { ProblemSummary } from './ProblemSummary.tsx';

/** Before it is submitted: what is still wrong, what was declared, and what the sum would be. */
export function ReviewStep({
  applicationId,
  warnings,
  paperTitle,
  onGo,
}: {
  applicationId: string;
  warnings: readonly IntakeProblemDto[];
  paperTitle: (code: string) => string | undefined;
  onGo: (path: string) => void;
}) {
  const t = useT();
  const { intake, problems } = useForms();
  return (
    <>
      <ProblemSummary problems={problems} tone="danger" paperTitle={paperTitle} onGo={onGo} />
      <ProblemSummary problems={warnings} tone="warning" paperTitle={paperTitle} onGo={onGo} />
      {problems.length === 0 && <Notice tone="success">{t('applications.readyToSubmit')}</Notice>}
      <EligibilitySum applicationId={applicationId} intake={intake} />
      <DeclaredView intake={intake} />
    </>
  );
}
