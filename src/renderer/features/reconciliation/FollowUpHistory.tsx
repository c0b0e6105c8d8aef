import type { FollowUpDto } from '../../../contract/follow-ups.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useToday } from '../../lib/use-today.ts';
import { DateText, InstantText } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Message } from '../../ui/Message.tsx';

/** What was asked about the exception, whom, and when somebody looks again. */
export function FollowUpHistory({ followUps }: { followUps: readonly FollowUpDto[] }) {
  const t = useT();
  const today = useToday();
  if (followUps.length === 0) return null;
  return (
    <section>
      <h3 className="rec-h">{t('workbench.followUps')}</h3>
      <ul className="rec-asked small">
        {followUps.map(({ id, asked, text, dueOn, recordedAt, recordedBy }, index) => (
          <li key={id}>
            <details>
              <summary>
                <span className="medium">{t(`workbench.asked.${asked}`)}</span>
                {index === 0 && (
                  <span className={dueOn <= today ? 'row t-warning' : 'row muted'}>
                    <Icon name="bell" size={14} />
                    <Message
                      id="workbench.followUpUntil"
                      values={{ date: <DateText date={dueOn} calendar="dayMonth" /> }}
                    />
                  </span>
                )}
              </summary>
              <pre className="rec-text" dir="rtl">
                {text}
              </pre>
            </details>
            <span className="cap muted">
              <Message
                id="workbench.by"
                values={{ name: recordedBy, at: <InstantText instant={recordedAt} /> }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
