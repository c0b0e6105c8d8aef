import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DateText, MonthText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';

export type Preview = OutputOf<'settings.preview'>;
type Consequence = Preview['consequences'][number];

/** The dates that people live by, as they are and as they would be; those that move stand out in words. */
export function Consequences({ preview }: { preview: Preview }) {
  const t = useT();
  const { consequences, firstMonth } = preview;
  return (
    <section className="set-cons" aria-label={t('settings.consequences')}>
      {firstMonth !== null && (
        <p className="small">
          <Message
            id="settings.fromMonths"
            values={{ month: <MonthText key="month" month={firstMonth} /> }}
          />
        </p>
      )}
      {consequences.length === 0 ? (
        firstMonth === null && <p className="small muted">{t('settings.noConsequences')}</p>
      ) : (
        <table className="tbl dense">
          <thead>
            <tr>
              <th>{t('settings.consequences')}</th>
              <th>{t('settings.before')}</th>
              <th>{t('settings.after')}</th>
            </tr>
          </thead>
          <tbody>
            {consequences.map((line) => (
              <ConsequenceLine
                key={`${line.kind} ${line.month ?? line.countedFrom ?? ''}`}
                line={line}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ConsequenceLine({ line }: { line: Consequence }) {
  const t = useT();
  const { before, after, stands } = line;
  const isSame = before.from === after.from && before.to === after.to;
  return (
    <tr className={isSame ? '' : 'differs'}>
      <td>
        {t(`settings.kind.${line.kind}`)} <When line={line} />
      </td>
      <td>
        <Span span={before} />
      </td>
      <td>
        {stands ? (
          <Chip icon="lock" plain>
            {t('settings.stands')}
          </Chip>
        ) : isSame ? (
          <span className="muted">{t('settings.same')}</span>
        ) : (
          <b className="strong">
            <Span span={after} />
          </b>
        )}
      </td>
    </tr>
  );
}

function When({ line: { month, countedFrom } }: { line: Consequence }) {
  if (month !== null) return <MonthText month={month} />;
  if (countedFrom === null) return null;
  return (
    <span className="muted">
      <Message
        id="settings.filedOn"
        values={{ date: <DateText key="date" date={countedFrom} /> }}
      />
    </span>
  );
}

function Span({ span: { from, to } }: { span: Consequence['before'] }) {
  if (from === to) return <DateText date={from} calendar="both" />;
  return (
    <Message
      id="settings.span"
      values={{ from: <DateText key="from" date={from} />, to: <DateText key="to" date={to} /> }}
    />
  );
}
