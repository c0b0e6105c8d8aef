import type { ShownValue } from '../../../contract/government-records.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { DateText, Money, Num } from '../../ui/Figures.tsx';
import { Masked } from '../../ui/Masked.tsx';
import { Message } from '../../ui/Message.tsx';

/** What the registry or a record says of one thing, in words. */
export function ValueText({ value }: { value: ShownValue | null }) {
  const t = useT();
  if (value === null) return <span className="muted">{t('governmentRecords.notKnown')}</span>;
  switch (value.kind) {
    case 'text':
      return <bdi>{value.text}</bdi>;
    case 'phone':
      return <Masked value={value.phone} label={t('governmentRecords.field.phone')} />;
    case 'date':
      return <DateText date={value.date} calendar="both" />;
    case 'sex':
      return <>{t(`households.sex.${value.sex}`)}</>;
    case 'nationality':
      return <>{t(`households.nationality.${value.nationality}`)}</>;
    case 'income':
      return (
        <span>
          {t(`households.income.${value.type}`)} <Money amount={value.amount} unit />{' '}
          {t(`households.per.${value.per}`)} <Aside text={value.from} />{' '}
          <Until date={value.until} />
        </span>
      );
    case 'asset':
      return (
        <span>
          {t(`households.asset.${value.type}`)}{' '}
          {value.count !== null && <Num>{`× ${value.count}`}</Num>}{' '}
          {value.value !== null && <Money amount={value.value} unit />}{' '}
          <Aside text={value.description} /> <Until date={value.until} />
        </span>
      );
    case 'person':
      return (
        <span>
          <bdi>{value.name}</bdi>{' '}
          {value.relation !== null && (
            <span className="muted">{t(`households.relationWord.${value.relation}`)}</span>
          )}{' '}
          {value.birthDate !== null && <DateText date={value.birthDate} />}
        </span>
      );
  }
}

function Aside({ text }: { text: string }) {
  return text === '' ? null : <bdi className="muted">{text}</bdi>;
}

function Until({ date }: { date: Extract<ShownValue, { kind: 'income' }>['until'] }) {
  return date === null ? null : (
    <span className="muted">
      <Message id="governmentRecords.until" values={{ date: <DateText date={date} /> }} />
    </span>
  );
}
