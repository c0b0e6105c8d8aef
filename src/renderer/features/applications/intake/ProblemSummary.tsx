import type { IntakeProblemDto } from '../../../../contract/applications.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { fieldWords, problemWords } from './problem-words.ts';

/** Everything that hinders the submission; each line goes to its field. */
export function ProblemSummary({
  problems,
  tone,
  paperTitle,
  onGo,
}: {
  problems: readonly IntakeProblemDto[];
  tone: 'danger' | 'warning';
  paperTitle: (code: string) => string | undefined;
  onGo: (path: string) => void;
}) {
  const t = useT();
  if (problems.length === 0) return null;
  return (
    <section
      className={`in-problems ${tone}`}
      role={tone === 'danger' ? 'alert' : 'note'}
      tabIndex={-1}
    >
      <h3 className="small strong">
        <Icon name="alertc" size={14} />{' '}
        {t(tone === 'danger' ? 'applications.problems' : 'applications.warnings', {
          n: problems.length,
        })}
      </h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.code}`}>
            <button type="button" className="link-button" onClick={() => onGo(problem.path)}>
              {fieldWords(t, problem.path, paperTitle)}
            </button>
            <span> {problemWords(t, problem)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
