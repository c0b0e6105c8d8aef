import type { ReactNode } from 'react';
import type { LateFiling } from '../../lib/cases/late-filing.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { TextField } from '../Fields.tsx';
import { Icon } from '../Icon.tsx';
import './cases.css';

/** Filing after the period: why, and the supervisor who allows it signs with his own name and password. */
export function LateFields({
  children,
  value,
  onChange,
  errors,
}: {
  /** What is late, in words. */
  children: ReactNode;
  value: LateFiling;
  onChange: (value: LateFiling) => void;
  errors: Partial<Record<keyof LateFiling, string>>;
}) {
  const t = useT();
  const set =
    (field: keyof LateFiling) =>
    (text: string): void =>
      onChange({ ...value, [field]: text });
  return (
    <section className="late" aria-label={t('cases.lateTitle')}>
      <p className="late-words">
        <Icon name="alert" />
        <span>{children}</span>
      </p>
      <TextField
        label={t('cases.lateReason')}
        value={value.reason}
        onChange={set('reason')}
        error={errors.reason}
        multiline
        isRequired
        maxLength={2000}
      />
      <div className="two">
        <TextField
          label={t('cases.supervisorUsername')}
          value={value.supervisorUsername}
          onChange={set('supervisorUsername')}
          error={errors.supervisorUsername}
          ltr
          isRequired
          maxLength={64}
        />
        <TextField
          label={t('cases.supervisorPassword')}
          value={value.supervisorPassword}
          onChange={set('supervisorPassword')}
          error={errors.supervisorPassword}
          type="password"
          ltr
          isRequired
          maxLength={200}
        />
      </div>
      <p className="help">
        <Icon name="shield" size={14} />
        {t('cases.supervisorSigns')}
      </p>
    </section>
  );
}
