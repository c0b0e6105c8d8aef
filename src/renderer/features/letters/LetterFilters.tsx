import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiQuery } from '../../lib/queries.ts';
import { Select } from '../../ui/Choices.tsx';
import { DatePicker } from '../../ui/DatePicker.tsx';
import { templateWords } from './letter-words.ts';
import { setLetterFilter, useLetterFilter } from './letters-store.ts';

const ANY = 'any';

/** By kind, officer and day of issue: what the register holds, and nothing else. */
export function LetterFilters() {
  const t = useT();
  const { kind, issuedBy, from, to } = useLetterFilter();
  const known = useApiQuery(['letters', 'filters'], () => api.letters.filters({}));
  return (
    <div className="let-filters" role="group" aria-label={t('letters.filters')}>
      <Select
        label={t('letters.kind')}
        options={[
          { value: ANY, label: t('letters.anyKind') },
          ...(known.data?.kinds ?? []).map((one) => ({
            value: one.kind,
            label: templateWords(t, one.kind),
          })),
        ]}
        value={kind ?? ANY}
        onChange={(chosen) => setLetterFilter({ kind: chosen === ANY ? null : chosen })}
      />
      <Select
        label={t('letters.officer')}
        options={[
          { value: ANY, label: t('letters.anyOfficer') },
          ...(known.data?.officers ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={issuedBy ?? ANY}
        onChange={(chosen) => setLetterFilter({ issuedBy: chosen === ANY ? null : chosen })}
      />
      <DatePicker
        label={t('letters.from')}
        value={from}
        max={to ?? undefined}
        onChange={(day) => setLetterFilter({ from: day })}
      />
      <DatePicker
        label={t('letters.until')}
        value={to}
        min={from ?? undefined}
        onChange={(day) => setLetterFilter({ to: day })}
      />
    </div>
  );
}
