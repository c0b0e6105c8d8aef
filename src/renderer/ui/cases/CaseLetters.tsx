import { useState } from 'react';
import {
  LETTER_AREAS,
  toastIssued,
  useCaseLetters,
  type CaseLetters as Found,
  type LetterOffer,
  type LetterSubject,
} from '../../lib/cases/case-letters.ts';
import { caseErrorWords } from '../../lib/cases/case-error-words.ts';
import { api } from '../../lib/client.ts';
import { riyadhClock } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../Button.tsx';
import { Chip, StatusChip } from '../Chip.tsx';
import { DateText, Num } from '../Figures.tsx';
import { letterStatus } from '../letter-status.ts';
import { ActionRefused } from './ActionRefused.tsx';
import { IssueLetterDialog } from './IssueLetterDialog.tsx';
import './letters.css';

/** What stands in the list already needs no words of its own. */
const SHOWN_BY_THE_LIST = ['LETTER_EXISTS', 'LETTER_DRAFTED'];

/** The letters of a case with where each is, drafts that wait for another officer, and what can be written now. */
export function CaseLetters({
  of,
  heading = true,
  offers: isOffering = true,
}: {
  of: LetterSubject;
  /** False where the panel around it has one. */
  heading?: boolean;
  /** False where a menu offers them. */
  offers?: boolean;
}) {
  const t = useT();
  const found = useCaseLetters(of).data;
  const mayWrite = useMay('letters.draft');
  const [chosen, setChosen] = useState<LetterOffer['kind'] | null>(null);
  if (found === undefined) return null;
  const offers = mayWrite && isOffering ? found.offers : [];
  const offer = offers.find(({ kind, refusal }) => kind === chosen && refusal === null);
  const isEmpty = found.letters.length === 0 && found.drafts.length === 0;
  return (
    <section className="case-letters" aria-label={t('caseLetters.title')}>
      {heading && <h3>{t('caseLetters.title')}</h3>}
      {isEmpty && <p className="small muted">{t('caseLetters.none')}</p>}
      {!isEmpty && <LetterLines found={found} mayWrite={mayWrite} />}
      {offers.map((one) => (
        <Offered key={one.kind} offer={one} onChoose={() => setChosen(one.kind)} />
      ))}
      {offer !== undefined && (
        <IssueLetterDialog of={of} offer={offer} onClose={() => setChosen(null)} />
      )}
    </section>
  );
}

function LetterLines({ found, mayWrite }: { found: Found; mayWrite: boolean }) {
  const t = useT();
  return (
    <ul>
      {found.drafts.map((draft) => (
        <DraftLine key={draft.id} draft={draft} mayIssue={mayWrite} />
      ))}
      {found.letters.map(({ id, number, template, subject, file, life, issuedAt }) => (
        <li key={id}>
          <a href={hrefOf('letters', id)} title={subject}>
            <Num>{number}</Num>
          </a>
          <span className="ell">{t.maybe(`letters.template.${template}`) ?? template}</span>
          <span className="sp" />
          <span className="cap muted nowrap">
            <DateText date={riyadhClock(issuedAt).date} />
          </span>
          <StatusChip family="letter" status={letterStatus({ file, life })} plain />
        </li>
      ))}
    </ul>
  );
}

function DraftLine({ draft, mayIssue }: { draft: Found['drafts'][number]; mayIssue: boolean }) {
  const t = useT();
  const issue = useApiCommand(api.letters.issueDraft, LETTER_AREAS);
  const isForOther = draft.mine && draft.needsSecond;
  const issueNow = async (): Promise<void> => {
    const result = await issue.run({ id: draft.id, expectedVersion: draft.version });
    if (result.ok) toastIssued(t, result.value);
  };
  return (
    <>
      <li>
        <Chip tone="neutral" icon="ring" plain>
          {t(`letters.template.${draft.kind}`)}
        </Chip>
        <span className="cap muted ell">
          {isForOther
            ? t('caseLetters.draftMine')
            : t('caseLetters.draftBy', { name: draft.author })}
        </span>
        <span className="sp" />
        {mayIssue && !isForOther && (
          <Button size="s" icon="stamp" isBusy={issue.isBusy} onPress={() => void issueNow()}>
            {t('caseLetters.issueDraft')}
          </Button>
        )}
      </li>
      <ActionRefused error={issue.error} />
    </>
  );
}

function Offered({ offer, onChoose }: { offer: LetterOffer; onChoose: () => void }) {
  const t = useT();
  const { kind, refusal } = offer;
  const name = t(`letters.template.${kind}`);
  if (refusal === null) {
    return (
      <div>
        <Button size="s" icon="letter" onPress={onChoose}>
          {t('caseLetters.write', { kind: name })}
        </Button>
      </div>
    );
  }
  if (SHOWN_BY_THE_LIST.includes(refusal.code)) return null;
  const { code, details } = refusal;
  const words = caseErrorWords(t, details === undefined ? { code } : { code, details });
  return (
    <p className="cap muted">
      <b className="medium">{name}:</b> {words}
    </p>
  );
}
