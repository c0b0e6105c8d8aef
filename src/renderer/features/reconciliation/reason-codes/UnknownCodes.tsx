import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Code, Count } from '../../../ui/Chip.tsx';
import { Money, Num } from '../../../ui/Figures.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import { reasonListName } from './reason-list-name.ts';
import type { UnknownCode } from './use-reason-codes.ts';

/** Codes that banks wrote and the table has not: how often, where first, and the way to map them. */
export function UnknownCodes({ onMap }: { onMap: (unknown: UnknownCode) => void }) {
  const t = useT();
  const found = useApiQuery(['reconciliation', 'unknownCodes'], () =>
    api.reconciliation.unknownReasonCodes({}),
  );
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  const codes = found.data ?? [];
  if (codes.length === 0) return null;
  return (
    <Panel
      title={t('reasonCodes.unknown')}
      note={t('reasonCodes.unknownNote')}
      actions={<Count value={<Num>{codes.length}</Num>} tone="warning" />}
      flush
      pane
    >
      <ul className="codes-unknown" aria-label={t('reasonCodes.unknown')}>
        {codes.map((unknown) => (
          <li key={`${unknown.list} ${unknown.code}`}>
            <Code>{unknown.code}</Code>
            <span className="small muted">{reasonListName(t, unknown.list)}</span>
            <span className="medium">{t('reasonCodes.met', { n: unknown.count })}</span>
            <Money amount={unknown.amount} unit />
            {unknown.firstFile !== null && (
              <span className="small muted ell">
                <Message
                  id="reasonCodes.firstIn"
                  values={{ file: <Num key="file">{unknown.firstFile}</Num> }}
                />
              </span>
            )}
            {unknown.text !== null && (
              <span className="small ell" title={unknown.text}>
                <Message id="reasonCodes.bankText" values={{ text: <bdi>{unknown.text}</bdi> }} />
              </span>
            )}
            <span className="sp" />
            <Button
              size="s"
              aria-label={`${t('reasonCodes.map')} ${unknown.code}`}
              onPress={() => onMap(unknown)}
            >
              {t('reasonCodes.map')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
