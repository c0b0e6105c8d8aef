import type { StatementDto } from '../../../contract/statements.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { Message } from '../../ui/Message.tsx';
import { DecimalMoney } from './DecimalMoney.tsx';

const MARKS = {
  unbroken: { icon: 'link', tone: 'success' },
  gap: { icon: 'hourglass', tone: 'warning' },
  break: { icon: 'alert', tone: 'danger' },
} as const satisfies Record<StatementDto['mark'], { icon: IconName; tone: string }>;

/** Whether a statement, or a whole series, holds together. */
export function MarkChip({ mark, plain = false }: { mark: StatementDto['mark']; plain?: boolean }) {
  const t = useT();
  const { icon, tone } = MARKS[mark];
  return (
    <Chip icon={icon} tone={tone} plain={plain}>
      {t(`statements.mark.${mark}`)}
    </Chip>
  );
}

type Problem = StatementDto['problems'][number];

/** What exactly is wrong, with the balances that were expected and found. */
export function ProblemText({ problem }: { problem: Problem }) {
  const t = useT();
  const { code, expected, found, other } = problem;
  switch (code) {
    case 'unbalanced':
    case 'openingDiffers':
    case 'detailsDiffer':
      return (
        <Message
          id={`statements.problem.${code}`}
          values={{
            expected: <DecimalMoney text={expected} />,
            found: <DecimalMoney text={found} />,
          }}
        />
      );
    case 'gap':
      return other === null
        ? t('statements.problem.gap')
        : t('statements.problem.gapAfter', { other });
    case 'foreignAccount':
      return t('statements.problem.foreignAccount', {
        found: found ?? t('statements.noAccount'),
      });
    case 'unproven':
    case 'repeated':
      return t(`statements.problem.${code}`);
  }
}
