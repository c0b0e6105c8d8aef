import { holidayRanges } from '../../../domain/settings/holiday-ranges.ts';
import {
  isEditedSetting,
  readSetting,
  type EditedSetting,
} from '../../../domain/settings/setting-values.ts';
import type { SettingKey } from '../../../domain/settings/settings.ts';
import { isIsoMonth } from '../../../domain/shared/iso-date.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useToday } from '../../lib/use-today.ts';
import { DateText, MonthText, Num } from '../../ui/Figures.tsx';
import { wordsOf } from './setting-words.ts';

/** A value in words. */
export function SettingValue({ settingKey, value }: { settingKey: SettingKey; value: unknown }) {
  const t = useT();
  if (!isEditedSetting(settingKey)) return <ShownValue settingKey={settingKey} value={value} />;
  if (settingKey === 'holidays') {
    const read = readSetting('holidays', value);
    return <Holidays dates={read.ok ? read.value : []} />;
  }
  return <span>{wordsOf(t, settingKey, value)}</span>;
}

const NEXT_HOLIDAYS = 6;

function Holidays({ dates }: { dates: readonly string[] }) {
  const t = useT();
  const today = useToday();
  if (dates.length === 0) return <span className="muted">{t('settings.holidaysNone')}</span>;
  const past = dates.filter((date) => date < today).length;
  const coming = holidayRanges(dates.filter((date) => date >= today));
  return (
    <span className="set-holidays">
      {coming.slice(0, NEXT_HOLIDAYS).map(({ from, to, days }) => (
        <span key={from}>
          <DateText date={from} />
          {days > 1 && (
            <>
              {' - '}
              <DateText date={to} />
            </>
          )}{' '}
          <span className="muted">{t('settings.holidayCount', { n: days })}</span>
        </span>
      ))}
      {coming.length > NEXT_HOLIDAYS && <span className="muted">…</span>}
      {past > 0 && <span className="muted">{t('settings.holidaysPast', { n: past })}</span>}
    </span>
  );
}

/** Settings with ways of their own: what they say, and nothing to change. */
function ShownValue({
  settingKey,
  value,
}: {
  settingKey: Exclude<SettingKey, EditedSetting>;
  value: unknown;
}) {
  const t = useT();
  if (settingKey === 'sampleBranch')
    return <span>{t(value === true ? 'settings.yes' : 'settings.no')}</span>;
  if (typeof value === 'string')
    return isIsoMonth(value) ? <MonthText month={value} /> : <bdi dir="ltr">{value}</bdi>;
  if (Array.isArray(value) && value.length > 0)
    return (
      <span className="set-list">
        {value.map((account) => (
          <Num key={String(account)}>{String(account)}</Num>
        ))}
      </span>
    );
  if (settingKey === 'payer' && typeof value === 'object' && value !== null && 'iban' in value)
    return (
      <span className="set-list">
        {'name' in value && <bdi>{String(value.name)}</bdi>}
        <Num>{String(value.iban)}</Num>
      </span>
    );
  return <span className="muted">{t('settings.none')}</span>;
}
