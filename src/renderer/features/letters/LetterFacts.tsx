import { Button as AriaButton } from 'react-aria-components';
import type { LetterRow } from '../../../contract/letters.ts';
import { copyText } from '../../lib/copy.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { hrefOf } from '../../lib/route.ts';
import { toast } from '../../lib/toasts.ts';
import { Num } from '../../ui/Figures.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Message } from '../../ui/Message.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { shortHash } from './letter-words.ts';

const ICONS = {
  complaint: 'complaint',
  objection: 'objection',
  application: 'application',
  resume: 'payments',
  payment: 'payments',
  beneficiary: 'person',
} as const satisfies Record<LetterRow['caseType'], IconName>;

function hrefOfCase({ caseType, caseId }: LetterRow): string {
  switch (caseType) {
    case 'complaint':
      return hrefOf('complaints', caseId);
    case 'objection':
      return hrefOf('objections', caseId);
    case 'application':
      return hrefOf('applications', caseId);
    case 'resume':
      return hrefOf('reconciliation', null, { desk: 'resume', payment: caseId });
    case 'payment':
      return hrefOf('payments', caseId);
    case 'beneficiary':
      return hrefOf('beneficiaries', caseId);
  }
}

/** Whom the letter speaks to, and of which case: the ways there. */
export function LetterFacts({ letter }: { letter: LetterRow }) {
  return (
    <p className="let-facts">
      <a href={hrefOf('beneficiaries', letter.beneficiaryId)} className="let-link">
        <Icon name="person" size={14} />
        <bdi className="ell">{letter.name}</bdi>
      </a>{' '}
      <Num className="muted">{letter.maskedNationalId}</Num>{' '}
      {letter.caseType !== 'beneficiary' && (
        <a href={hrefOfCase(letter)} className="let-link nowrap">
          <Icon name={ICONS[letter.caseType]} size={14} />
          <span>
            <Message
              id={`letters.caseOf.${letter.caseType}`}
              values={{ number: letter.caseNumber }}
            />
          </span>
        </a>
      )}
    </p>
  );
}

/** Under the preview: that it is the file itself, and the hash that proves it. */
export function LetterFileStrip({ sha256, pages }: { sha256: string; pages: number | null }) {
  const t = useT();
  return (
    <footer className="let-bytes">
      <Icon name="shield" size={14} />
      <span className="ell">{t('letters.sameBytes')}</span>
      <span className="sp" />
      {pages !== null && <span className="nowrap">{t('letters.pages', { n: pages })}</span>}
      <Tip content={t('letters.copyHash')}>
        <AriaButton
          className="let-hash"
          aria-label={`${t('letters.copyHash')}: ${shortHash(sha256)}`}
          onPress={() => {
            copyText(sha256);
            toast({ tone: 'success', text: t('letters.hashCopied') });
          }}
        >
          <span className="mono">{`SHA-256 ${shortHash(sha256)}`}</span>
          <Icon name="copy" size={14} />
        </AriaButton>
      </Tip>
    </footer>
  );
}
