import { useEffect, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Refusal, Result } from '../../domain/shared/result.ts';
import { copyText } from '../lib/copy.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { IconButton, Button } from './Button.tsx';
import { Pills } from './Tabs.tsx';
import { TextField } from './Fields.tsx';
import { Message } from './Message.tsx';
import { Num } from './Figures.tsx';
import { Icon } from './Icon.tsx';
import './masked.css';
import { RefusalNotice } from './States.tsx';

const SHOWN_SECONDS = 30;

/**
 * `<Masked value="******7519" label="رقم الهوية" reveal={(reason) => api.registry.reveal({ …, reason })} />`: the value is
 * not in the window until it is asked for with a reason, and goes again after 30 seconds.
 */
export function Masked({
  value,
  label,
  reveal,
}: {
  value: string;
  label: string;
  reveal?: ((reason: string) => Promise<Result<{ value: string }>>) | undefined;
}) {
  const t = useT();
  const [shown, setShown] = useState<string | null>(null);
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    if (shown === null) return;
    const until = Date.now() + SHOWN_SECONDS * 1000;
    setSeconds(SHOWN_SECONDS);
    const timer = setInterval(() => {
      const left = Math.ceil((until - Date.now()) / 1000);
      if (left <= 0) setShown(null);
      else setSeconds(left);
    }, 1000);
    return () => clearInterval(timer);
  }, [shown]);
  useEffect(() => setShown(null), [value]);

  if (shown !== null) {
    return (
      <span className="mv">
        <Num className="medium">{shown}</Num>
        <IconButton size="s" icon="eyeoff" label={t('ui.hide')} onPress={() => setShown(null)} />
        <IconButton size="s" icon="copy" label={t('ui.copy')} onPress={() => copyText(shown)} />
        <span className="cap muted">
          <Message id="ui.hidesIn" values={{ time: `0:${String(seconds).padStart(2, '0')}` }} />
        </span>
      </span>
    );
  }
  return (
    <span className="mv">
      <Num>{value}</Num>
      {reveal !== undefined && (
        <DialogTrigger>
          <AriaButton className="btn quiet icon s" aria-label={`${t('ui.reveal')}: ${label}`}>
            <Icon name="eye" />
          </AriaButton>
          <Popover className="popover mv-pop" placement="bottom start">
            <Dialog aria-label={t('ui.revealReason')} className="mv-dialog">
              {({ close }) => (
                <AskReason
                  label={label}
                  reveal={reveal}
                  onClose={close}
                  onShown={(revealed) => {
                    setShown(revealed);
                    close();
                  }}
                />
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </span>
  );
}

function AskReason({
  label,
  reveal,
  onShown,
  onClose,
}: {
  label: string;
  reveal: (reason: string) => Promise<Result<{ value: string }>>;
  onShown: (value: string) => void;
  onClose: () => void;
}) {
  const t = useT();
  const [kind, setKind] = useState<'verify' | 'letter' | 'other'>('verify');
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Refusal | null>(null);
  const reasons = {
    verify: t('ui.revealForVerification'),
    letter: t('ui.revealForLetter'),
    other: text.trim(),
  };
  const show = async (): Promise<void> => {
    setBusy(true);
    const result = await reveal(reasons[kind]);
    setBusy(false);
    if (result.ok) onShown(result.value.value);
    else setError(result.error);
  };
  return (
    <form
      className="mv-form"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <b className="strong">
        {t('ui.revealReason')}: {label}
      </b>
      <Pills
        label={t('ui.revealReason')}
        items={[
          { id: 'verify', label: reasons.verify },
          { id: 'letter', label: reasons.letter },
          { id: 'other', label: t('ui.revealOther') },
        ]}
        selected={kind}
        onSelect={setKind}
      />
      {kind === 'other' && (
        <TextField
          label={t('ui.revealOtherText')}
          hideLabel
          placeholder={t('ui.revealOtherText')}
          value={text}
          onChange={setText}
          maxLength={200}
          autoFocus
        />
      )}
      <span className="help">
        <Icon name="shield" size={14} />
        {t('ui.revealAudited')}
      </span>
      {error !== null && <RefusalNotice error={error} />}
      <div className="row">
        <Button
          type="submit"
          variant="primary"
          size="s"
          keys="Enter"
          isBusy={isBusy}
          isDisabled={reasons[kind].length < 2}
          autoFocus
        >
          {t('ui.reveal')}
        </Button>
        <Button variant="quiet" size="s" keys="Esc" onPress={onClose}>
          {t('ui.back')}
        </Button>
      </div>
    </form>
  );
}
