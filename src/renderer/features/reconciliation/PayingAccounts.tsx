import { useState } from 'react';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Notice, RefusalNotice } from '../../ui/States.tsx';

/** The accounts from which pensions are paid, as set for today. */
export function PayingAccounts({
  ours,
  mayChange,
}: {
  ours: readonly string[];
  mayChange: boolean;
}) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const save = useApiCommand(api.statements.setAccounts, ['statements', 'reconciliation']);
  const saved = ours.join('\n');
  const shown = text ?? saved;

  const keep = async (): Promise<void> => {
    const accounts = shown.split('\n').filter((line) => line.trim() !== '');
    const result = await save.run({ accounts });
    if (!result.ok) return;
    setText(null);
    toast({ tone: 'success', text: t('statements.accountsSaved') });
  };

  return (
    <section className="stm-series" aria-label={t('statements.accounts')}>
      <header>
        <b>{t('statements.accounts')}</b>
      </header>
      {ours.length === 0 && <Notice tone="warning">{t('statements.accountsNone')}</Notice>}
      {mayChange ? (
        <>
          <TextField
            label={t('statements.accounts')}
            hideLabel
            help={t('statements.accountsHelp')}
            value={shown}
            onChange={setText}
            multiline
            ltr
          />
          {save.error !== null && <RefusalNotice error={save.error} />}
          <div>
            <Button onPress={() => void keep()} isDisabled={shown === saved} isBusy={save.isBusy}>
              {t('statements.saveAccounts')}
            </Button>
          </div>
        </>
      ) : (
        <ul>
          {ours.map((account) => (
            <li key={account}>
              <Num>{account}</Num>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
