import type { ReactNode } from 'react';
import { daysBetween, type IsoDate } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useToday } from '../../lib/use-today.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { CaseLetters } from '../../ui/cases/CaseLetters.tsx';
import { Rule } from '../../ui/cases/Rule.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import type { ReviewFile } from './use-findings.ts';

/** The facts at hand: what the objector says, who lives in the household, when was what. */
export function HouseholdPane({ file }: { file: ReviewFile }) {
  const t = useT();
  const today = useToday();
  return (
    <section className="panel fam" aria-label={t('objections.facts')} data-pane="" tabIndex={-1}>
      <header>
        <h2>{t('objections.facts')}</h2>
      </header>
      <div className="fam-body">
        <section aria-label={t('objections.statement')}>
          <h3>{t('objections.statement')}</h3>
          <blockquote dir="auto">{file.statement}</blockquote>
        </section>
        <section aria-label={t('objections.household')}>
          <h3>
            {t('objections.household')}{' '}
            {file.household.length > 0 && (
              <span className="muted">
                <Message id="objections.members" values={{ n: file.household.length }} />
              </span>
            )}
          </h3>
          {file.household.length === 0 && <p className="cap muted">{t('objections.noMembers')}</p>}
          <ul className="ppl">
            {file.household.map((member, index) => (
              <li key={`${member.name}-${index}`}>
                <Avatar name={member.name} small />
                <span className="ppl-words">
                  <span className="ell">{member.name}</span>
                  <small>
                    {t.maybe(`objections.relation.${member.relation}`) ?? member.relation}
                    {t('cases.listComma')}
                    <Message
                      id="objections.years"
                      values={{ n: wholeYears(member.birthDate, today) }}
                    />
                  </small>
                </span>
                <span className="cap muted">
                  <DateText date={member.birthDate} />
                </span>
              </li>
            ))}
          </ul>
        </section>
        <CaseLetters of={{ type: 'objection', id: file.objection.id }} />
        <dl className="facts-list">
          <Fact label={t('objections.refusedOn')}>
            <DateText date={file.objection.refusedOn} />
          </Fact>
          <Fact label={t('objections.notifiedOn')}>
            <DateText date={file.period.notifiedOn} />
          </Fact>
          <Fact label={t('objections.filedOn')}>
            <DateText date={file.objection.filedOn} />
            {t('cases.listComma')}
            {t(`cases.channel.${file.channel}`)}
          </Fact>
          <Fact label={t('objections.endsOn')}>
            <DateText date={file.period.endsOn} />
          </Fact>
        </dl>
        {file.lateReason !== null && (
          <Rule icon="clock" tone="warning">
            {t('cases.lateAccepted', { reason: file.lateReason })}
          </Rule>
        )}
      </div>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** For reading only: what age means for entitlement is the backend's business. */
function wholeYears(birth: IsoDate, today: IsoDate): number {
  return Math.max(0, Math.floor(daysBetween(birth, today) / 365.2425));
}
