import type { FollowUpDraft } from '../../../contract/follow-ups.ts';
import { bridge } from '../../lib/bridge.ts';
import { copyText } from '../../lib/copy.ts';
import { bankName } from '../../lib/format/bank-name.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';

/** One message, to a bank or to a person: edited here, sent by whatever the branch writes with. */
export function FollowUpMessage({
  draft,
  text,
  onChange,
}: {
  draft: FollowUpDraft;
  text: string;
  onChange: (text: string) => void;
}) {
  const t = useT();
  const { bankCode, name, maskedPhone, exceptions } = draft;
  const who = name ?? (bankCode === null ? t('workbench.ask.bank') : bankName(t, bankCode));
  const save = async (): Promise<void> => {
    // With its mark, so that editors take the Arabic for what it is.
    const bytes = new TextEncoder().encode(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const saved = await bridge.saveAs(bytes, `${t('workbench.fileName')} ${who}.txt`);
    if (saved !== null) toast({ tone: 'success', text: t('workbench.savedText') });
  };
  return (
    <section className="rec-message" aria-label={t('workbench.messageTo', { name: who })}>
      <header>
        <b>{t('workbench.messageTo', { name: who })}</b>
        <span className="small muted">
          {name === null ? (
            t('workbench.count', { n: exceptions.length })
          ) : maskedPhone === null ? (
            t('workbench.noPhone')
          ) : (
            <Message id="workbench.toPhone" values={{ phone: <Num>{maskedPhone}</Num> }} />
          )}
        </span>
        <span className="sp" />
        <Button
          size="s"
          variant="quiet"
          icon="copy"
          onPress={() => {
            copyText(text);
            toast({ tone: 'success', text: t('workbench.copied') });
          }}
        >
          {t('workbench.copy')}
        </Button>
        <Button size="s" variant="quiet" icon="save" onPress={() => void save()}>
          {t('workbench.saveText')}
        </Button>
      </header>
      <TextField
        label={t('workbench.message')}
        hideLabel
        multiline
        className={name === null ? 'rec-letter' : ''}
        value={text}
        onChange={onChange}
      />
    </section>
  );
}
