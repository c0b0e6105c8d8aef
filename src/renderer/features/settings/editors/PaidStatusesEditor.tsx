import { PAID_FROM, paidFromOf } from '../../../../domain/settings/setting-values.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { RadioGroup } from '../../../ui/Choices.tsx';
import { Notice } from '../../../ui/States.tsx';
import type { EditorProps } from './editor.ts';

export function PaidStatusesEditor({ value, onChange }: EditorProps<'paidStatuses'>) {
  const t = useT();
  const chosen = paidFromOf(value);
  return (
    <>
      <RadioGroup
        label={t('settings.paidFrom')}
        options={(['credited', 'settled', 'bankAccepted'] as const).map((from) => ({
          value: from,
          label: t(`settings.paidFrom.${from}`),
        }))}
        value={chosen}
        onChange={(from) => onChange(PAID_FROM[from])}
      />
      {chosen === 'bankAccepted' && <Notice tone="warning">{t('settings.paidFromNote')}</Notice>}
    </>
  );
}
