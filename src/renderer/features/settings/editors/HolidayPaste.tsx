import { useState } from 'react';
import { readHolidayList } from '../../../../domain/settings/holiday-ranges.ts';
import type { IsoDate } from '../../../../domain/shared/iso-date.ts';
import { formatNumber, toLatinDigits } from '../../../lib/format/numbers.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Fields.tsx';

/** The holidays of a circular or a table, pasted. */
export function HolidayPaste({ onAdd }: { onAdd: (dates: readonly IsoDate[]) => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const { dates, wrongLines } = readHolidayList(toLatinDigits(text));
  const lines = wrongLines.map((line) => formatNumber(line, t.digits)).join(' ');
  return (
    <div className="set-paste">
      <TextField
        label={t('settings.holidayPasteLabel')}
        help={t('settings.holidayPasteHelp', { iso: '2026-03-20', day: '20/3/2026' })}
        value={text}
        onChange={setText}
        multiline
        error={wrongLines.length === 0 ? null : t('settings.holidayWrongLines', { lines })}
      />
      <div className="row">
        <Button
          isDisabled={dates.length === 0 || wrongLines.length > 0}
          onPress={() => onAdd(dates)}
        >
          {t('settings.holidayPasteAdd')}
        </Button>
        {dates.length > 0 && (
          <span className="cap muted">{t('settings.holidayCount', { n: dates.length })}</span>
        )}
      </div>
    </div>
  );
}
