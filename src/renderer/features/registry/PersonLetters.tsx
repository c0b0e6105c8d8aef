import { useState } from 'react';
import { LETTER_AREAS, toastIssued, useCaseLetters } from '../../lib/cases/case-letters.ts';
import { caseErrorWords } from '../../lib/cases/case-error-words.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { useMay } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { AskDocumentsDialog } from '../../ui/cases/AskDocumentsDialog.tsx';
import { CaseLetters } from '../../ui/cases/CaseLetters.tsx';
import { IssueLetterDialog } from '../../ui/cases/IssueLetterDialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ComplaintFormDialog } from './ComplaintFormDialog.tsx';

type Open = 'none' | 'certificate' | 'ask' | 'form' | 'blankForm';

/** What can be written to somebody who stands at the desk: a certificate, a request for papers, a complaint form. */
export function PersonLettersMenu({ personId }: { personId: string }) {
  const t = useT();
  const of = { type: 'person', id: personId } as const;
  const mayWrite = useMay('letters.draft');
  const [open, setOpen] = useState<Open>('none');
  const found = useCaseLetters(of).data;
  const ask = useApiCommand(api.caseLetters.askForDocuments, LETTER_AREAS);
  if (!mayWrite || found === undefined) return null;
  const certificate = found.offers.find(({ kind }) => kind === 'pensionCertificate');
  const close = (): void => setOpen('none');

  const openCertificate = (): void => {
    const refusal = certificate?.refusal ?? null;
    if (refusal === null) return setOpen('certificate');
    const { code, details } = refusal;
    const words = caseErrorWords(t, details === undefined ? { code } : { code, details });
    toast({ tone: 'warning', text: t('caseLetters.certificate'), note: words });
  };

  return (
    <>
      <Menu
        label={t('caseLetters.menu')}
        items={[
          {
            id: 'certificate',
            label: t('caseLetters.certificate'),
            icon: 'stamp',
            onAction: openCertificate,
          },
          {
            id: 'ask',
            label: t('caseLetters.askTitle'),
            icon: 'clip',
            onAction: () => setOpen('ask'),
          },
          '-',
          {
            id: 'form',
            label: t('caseLetters.form'),
            icon: 'doc',
            onAction: () => setOpen('form'),
          },
          {
            id: 'blank',
            label: t('caseLetters.blankForm'),
            icon: 'doc',
            onAction: () => setOpen('blankForm'),
          },
        ]}
      >
        <Button icon="letter">{t('caseLetters.menu')}</Button>
      </Menu>
      {open === 'certificate' && certificate !== undefined && (
        <IssueLetterDialog of={of} offer={certificate} onClose={close} />
      )}
      <AskDocumentsDialog
        of={of}
        isOpen={open === 'ask'}
        onClose={() => {
          ask.reset();
          close();
        }}
        onAsk={async (request) => {
          const result = await ask.run({ beneficiaryId: personId, request });
          if (result.ok) toastIssued(t, result.value);
          return result.ok;
        }}
        isBusy={ask.isBusy}
        error={ask.error}
      />
      {(open === 'form' || open === 'blankForm') && (
        <ComplaintFormDialog personId={open === 'form' ? personId : null} onClose={close} />
      )}
    </>
  );
}

/** Every letter to the person, of whatever case, with where it is. */
export function PersonLetters({ personId }: { personId: string }) {
  const t = useT();
  return (
    <Panel title={t('caseLetters.title')} pane>
      <CaseLetters of={{ type: 'person', id: personId }} heading={false} offers={false} />
    </Panel>
  );
}
