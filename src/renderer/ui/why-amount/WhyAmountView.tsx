import type { Halalas } from '../../../domain/shared/halalas.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import type { ExplainedSum, WhyAmount } from '../../lib/why-amount/use-why-amount.ts';
import { Chip } from '../Chip.tsx';
import { InstantText, Money } from '../Figures.tsx';
import { AmountLines } from './AmountLines.tsx';
import './why-amount.css';

const NOTHING = 0 as Halalas;

/** The sum that was used beside the same month by today's knowledge, what changed between them, and what became of the money. */
export function WhyAmountView({ why }: { why: WhyAmount }) {
  const t = useT();
  const then = why.used?.sum.pension ?? NOTHING;
  const now = why.now?.sum.pension ?? NOTHING;
  const isKnown = why.used !== null && why.now !== null;
  return (
    <div className="why">
      <Standing why={why} />
      <div className="why-pair">
        <section>
          <h3>{t('whyAmount.walk')}</h3>
          {why.walk.length === 0 ? (
            <p className="small muted">
              {t(why.arrived === 0 ? 'whyAmount.walkNone' : 'whyAmount.walkNothing')}
            </p>
          ) : (
            <AmountLines
              label={t('whyAmount.walk')}
              lines={why.walk}
              start={{ label: t('whyAmount.calculated'), amount: then }}
              total={{ label: t('whyAmount.arrived'), amount: why.arrived }}
            />
          )}
        </section>
        <section>
          <h3>{t('whyAmount.causes')}</h3>
          {isKnown && why.causes.length === 0 ? (
            <p className="small muted">{t('whyAmount.same')}</p>
          ) : (
            <AmountLines
              label={t('whyAmount.causes')}
              lines={why.causes}
              start={{ label: t('whyAmount.calculated'), amount: then }}
              total={{ label: t('whyAmount.due'), amount: now }}
            />
          )}
        </section>
        <section>
          <h3>
            {t(why.used?.source === 'known' ? 'whyAmount.thenKnown' : 'whyAmount.thenRun')}
            {why.used !== null && (
              <span className="cap muted">
                <InstantText instant={why.used.at} />
              </span>
            )}
          </h3>
          {why.used === null ? (
            <p className="small muted">{t('whyAmount.thenNothing')}</p>
          ) : (
            <Sum sum={why.used.sum} label={t('whyAmount.thenRun')} />
          )}
        </section>
        <section>
          <h3>{t('whyAmount.now')}</h3>
          {why.now === null ? (
            <p className="small muted">{t('whyAmount.nowNothing')}</p>
          ) : (
            <Sum sum={why.now.sum} label={t('whyAmount.now')} />
          )}
        </section>
      </div>
    </div>
  );
}

function Sum({ sum, label }: { sum: ExplainedSum; label: string }) {
  const t = useT();
  return (
    <AmountLines
      label={label}
      lines={sum.lines}
      total={{
        label: (
          <>
            {t('whyAmount.pension')}
            {!sum.eligible && (
              <Chip tone="warning" icon="ban" plain>
                {t('whyAmount.notEligible')}
              </Chip>
            )}
          </>
        ),
        amount: sum.pension,
      }}
    />
  );
}

/** The answer in one line, before its working. */
function Standing({ why }: { why: WhyAmount }) {
  const t = useT();
  const { remaining } = why;
  return (
    <dl className="why-standing">
      <Figure label={t('whyAmount.due')} amount={why.now?.sum.pension ?? NOTHING} />
      <Figure label={t('whyAmount.arrived')} amount={why.arrived} />
      {why.underWay !== 0 && <Figure label={t('whyAmount.underWay')} amount={why.underWay} />}
      {why.setOff !== 0 && <Figure label={t('whyAmount.setOff')} amount={why.setOff} />}
      {why.claimed !== 0 && <Figure label={t('whyAmount.claimed')} amount={why.claimed} />}
      {remaining !== null && (
        <Figure
          label={t(
            remaining > 0
              ? 'whyAmount.owed'
              : remaining < 0
                ? 'whyAmount.excess'
                : 'whyAmount.settled',
          )}
          amount={Math.abs(remaining) as Halalas}
          tone={remaining === 0 ? 't-success' : 't-warning'}
        />
      )}
    </dl>
  );
}

function Figure({ label, amount, tone = '' }: { label: string; amount: Halalas; tone?: string }) {
  return (
    <div>
      <dt className="cap muted">{label}</dt>
      <dd className={`strong ${tone}`}>
        <Money amount={amount} unit />
      </dd>
    </div>
  );
}
