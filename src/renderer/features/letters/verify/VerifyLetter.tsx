import { useState, type FormEvent } from 'react';
import type { LetterVerification } from '../../../../contract/letter-seals.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand, useApiJob } from '../../../lib/queries.ts';
import { useScreenTitle } from '../../../lib/shell-store.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { EmptyState, RefusalNotice } from '../../../ui/States.tsx';
import { VerifiedLetter } from './VerifiedLetter.tsx';
import './verify.css';

/** Whether a file or a paper is a letter of the branch: what to look at on one side, the answer on the other. */
export function VerifyLetter() {
  const t = useT();
  useScreenTitle(t('seals.title'));
  const [found, setFound] = useState<LetterVerification | null>(null);
  const [payload, setPayload] = useState('');
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const file = useApiJob(api.letterSeals.verifyFile, []);
  const paper = useApiCommand(api.letterSeals.verifyPaper, []);

  const lookAtFile = async (path: string): Promise<void> => {
    setFound(null);
    paper.reset();
    const result = await file.run({ path });
    if (result.ok) setFound(result.value);
  };
  const lookAtPaper = async (
    input: Parameters<typeof api.letterSeals.verifyPaper>[0],
  ): Promise<void> => {
    setFound(null);
    file.reset();
    const result = await paper.run(input);
    if (result.ok) setFound(result.value);
  };
  const scan = (event: FormEvent): void => {
    event.preventDefault();
    if (payload.trim() === '') return;
    void lookAtPaper({ payload: payload.trim() });
    // The scanner types the next paper into an empty field.
    setPayload('');
  };
  const type = (event: FormEvent): void => {
    event.preventDefault();
    void lookAtPaper({ number: number.trim(), code: code.trim() });
  };
  const error = file.error ?? paper.error;

  return (
    <div className="verify">
      <Panel title={t('seals.title')} className="verify-ask" pane>
        <div className="verify-form">
          <p className="muted">{t('seals.about')}</p>
          <section>
            <h3>{t('seals.fileTitle')}</h3>
            <FileDrop
              label={file.isBusy ? t('seals.checking') : t('seals.dropFile')}
              extensions={['.pdf']}
              onFile={({ path }) => void lookAtFile(path)}
              isDisabled={file.isBusy}
              keys="Ctrl+O"
            />
          </section>
          <section>
            <h3>{t('seals.paperTitle')}</h3>
            <form onSubmit={scan}>
              <TextField
                label={t('seals.payload')}
                help={t('seals.payloadHelp')}
                value={payload}
                onChange={setPayload}
                ltr
                maxLength={200}
                autoComplete="off"
              />
            </form>
            <p className="muted">{t('seals.orTyped')}</p>
            <form className="verify-typed" onSubmit={type}>
              <TextField
                label={t('seals.number')}
                value={number}
                onChange={setNumber}
                placeholder="1448/2087"
                ltr
                maxLength={30}
                autoComplete="off"
              />
              <TextField
                label={t('seals.code')}
                help={t('seals.codeHelp')}
                value={code}
                onChange={setCode}
                placeholder="K7QD-93FM"
                ltr
                maxLength={30}
                autoComplete="off"
              />
              <Button
                type="submit"
                variant="primary"
                isBusy={paper.isBusy}
                isDisabled={number.trim() === '' || code.trim() === ''}
              >
                {t('seals.check')}
              </Button>
            </form>
          </section>
          {error !== null && <RefusalNotice error={error} />}
        </div>
      </Panel>
      <section className="panel verify-answer" data-pane="" tabIndex={-1} aria-live="polite">
        {found === null ? (
          <EmptyState icon="shield" title={t('seals.none')}>
            {t('seals.noneNext')}
          </EmptyState>
        ) : (
          <VerifiedLetter found={found} />
        )}
      </section>
    </div>
  );
}
