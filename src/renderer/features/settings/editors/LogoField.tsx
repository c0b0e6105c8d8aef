import { useEffect, useState } from 'react';
import type { StoredLogo } from '../../../../domain/letters/letter-data.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiJob, useApiQuery } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldLabel } from '../../../ui/Fields.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { RefusalNotice } from '../../../ui/States.tsx';

/** The logo of the letterhead: chosen, checked and kept at once; letters have it when the setting is recorded. */
export function LogoField({
  value,
  onChange,
}: {
  value: StoredLogo | null;
  onChange: (logo: StoredLogo | null) => void;
}) {
  const t = useT();
  const keep = useApiJob(api.letterTemplates.keepLogo, []);
  const choose = async (path: string): Promise<void> => {
    const kept = await keep.run({ path });
    if (kept.ok) onChange(kept.value);
  };
  return (
    <div className="set-logo">
      <FieldLabel label={t('settings.logo')} />
      {value === null ? (
        <FileDrop
          label={keep.isBusy ? t('settings.logoKeeping') : t('settings.logoDrop')}
          note={t('settings.logoNote')}
          extensions={['.png', '.jpg', '.jpeg']}
          onFile={({ path }) => void choose(path)}
          isDisabled={keep.isBusy}
        />
      ) : (
        <div className="set-logo-kept">
          <LogoPicture logo={value} />
          <Button onPress={() => onChange(null)}>{t('settings.logoRemove')}</Button>
        </div>
      )}
      {keep.error !== null && <RefusalNotice error={keep.error} />}
    </div>
  );
}

/** The kept picture, read from the archive. */
export function LogoPicture({ logo }: { logo: StoredLogo }) {
  const t = useT();
  const { data, error } = useApiQuery(['letterTemplates', 'logo', logo.sha256], () =>
    api.letterTemplates.logo({ sha256: logo.sha256 }),
  );
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const made = URL.createObjectURL(
      new Blob([new Uint8Array(data.bytes)], { type: `image/${data.format}` }),
    );
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (error) return <RefusalNotice error={error} />;
  return url === null ? null : <img src={url} alt={t('settings.logoAlt')} />;
}
