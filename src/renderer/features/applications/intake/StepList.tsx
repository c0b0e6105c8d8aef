import type { IntakeProblemDto } from '../../../../contract/applications.ts';
import type { Intake } from '../../../../domain/applications/intake.ts';
import { useT, type Translate } from '../../../lib/i18n/use-t.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { INTAKE_STEPS, stepOf, type IntakeStep } from './intake-steps.ts';

/** The forms in any order: each says whether it is complete, or how much is missing or wrong in it. */
export function StepList({
  step,
  onStep,
  problems,
  isTried,
  intake,
}: {
  step: IntakeStep;
  onStep: (step: IntakeStep) => void;
  problems: readonly IntakeProblemDto[];
  isTried: boolean;
  intake: Intake;
}) {
  const t = useT();
  return (
    <nav className="panel in-steps" aria-label={t('applications.forms')} data-pane="">
      <ol>
        {INTAKE_STEPS.map((one, index) => {
          const mine =
            one === 'review' ? problems : problems.filter(({ path }) => stepOf(path) === one);
          const wrong = mine.filter(({ code }) => code !== 'FIELD_MISSING').length;
          const isWrong = wrong > 0 || (isTried && mine.length > 0);
          return (
            <li key={one}>
              <button
                type="button"
                className={`in-step ${isWrong ? 'wrong' : mine.length === 0 ? 'done' : ''}`}
                aria-current={one === step ? 'step' : undefined}
                onClick={() => onStep(one)}
              >
                <Icon name={isWrong ? 'alertc' : mine.length === 0 ? 'checkc' : 'ring'} size={16} />
                <span className="in-step-words">
                  <span className="medium">{t(`applications.step.${one}`)}</span>
                  <small className={isWrong ? 't-danger' : 'muted'}>
                    {mine.length === 0
                      ? stepNote(t, one, intake)
                      : t(isWrong ? 'applications.stepWrong' : 'applications.stepMissing', {
                          n: mine.length,
                        })}
                  </small>
                </span>
                <span className="sp" />
                <Kbd keys={`Alt+${index + 1}`} />
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function stepNote(t: Translate, step: IntakeStep, intake: Intake): string {
  if (step === 'family' && intake.dependants.length > 0) {
    return t('applications.householdOf', { n: intake.dependants.length + 1 });
  }
  return t(step === 'review' ? 'applications.stepReady' : 'applications.stepDone');
}
