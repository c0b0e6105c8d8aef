import type { LetterVerdict, LetterVerification } from '../../../../contract/letter-seals.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { hrefOf } from '../../../lib/route.ts';
import { InstantText, Num } from '../../../ui/Figures.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Message } from '../../../ui/Message.tsx';
import { PdfView } from '../../../ui/PdfView.tsx';
import { Notice } from '../../../ui/States.tsx';
import { shortHash } from '../letter-words.ts';
import { useLetterFile } from '../use-letter-file.ts';

type Tone = 'success' | 'warning' | 'danger';

const LOOKS: Readonly<Record<LetterVerdict, { readonly tone: Tone; readonly icon: IconName }>> = {
  original: { tone: 'success', icon: 'checkc' },
  copy: { tone: 'success', icon: 'copy' },
  registered: { tone: 'warning', icon: 'eye' },
  altered: { tone: 'danger', icon: 'alert' },
  wrongCode: { tone: 'danger', icon: 'neq' },
  otherBranch: { tone: 'warning', icon: 'info' },
  unknown: { tone: 'danger', icon: 'ban' },
};

/** Verdicts after which the paper or file is laid beside the kept original. */
const COMPARED: readonly LetterVerdict[] = ['registered', 'altered', 'copy', 'original'];

export function VerifiedLetter({ found }: { found: LetterVerification }) {
  const t = useT();
  const { verdict, letter, copied, sha256 } = found;
  const { tone, icon } = LOOKS[verdict];
  return (
    <>
      <header className={`verify-verdict ${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
        <Icon name={icon} size={24} />
        <div>
          <h2>{t(`seals.verdict.${verdict}`)}</h2>
          <p>
            {verdict === 'copy' ? (
              <Message
                id="seals.text.copy"
                values={{
                  at: copied === null ? '' : <InstantText instant={copied.at} />,
                  officer: copied?.officerName ?? '',
                }}
              />
            ) : (
              t(`seals.text.${verdict}`)
            )}
          </p>
        </div>
      </header>
      {letter?.void === true && <Notice tone="danger">{t('seals.void')}</Notice>}
      {letter !== null && (
        <dl className="verify-facts">
          <dt>{t('seals.number')}</dt>
          <dd>
            <a href={hrefOf('letters', letter.id)}>
              <Num>{letter.number}</Num>
            </a>
          </dd>
          <dt>{t('seals.issued')}</dt>
          <dd>
            <InstantText instant={letter.issuedAt} />
          </dd>
          <dt>{t('seals.subject')}</dt>
          <dd>
            <bdi>{letter.subject}</bdi>
          </dd>
          <dt>{t('seals.to')}</dt>
          <dd>
            <bdi>{letter.name}</bdi> <Num className="muted">{letter.maskedNationalId}</Num>
          </dd>
          {sha256 !== null && (
            <>
              <dt>{t('seals.sha256')}</dt>
              <dd>
                <Num className="mono">{shortHash(sha256)}</Num>
              </dd>
            </>
          )}
        </dl>
      )}
      {letter !== null && COMPARED.includes(verdict) && <KeptOriginal letterId={letter.id} />}
    </>
  );
}

function KeptOriginal({ letterId }: { letterId: string }) {
  const t = useT();
  // Archived bytes never change: the letter's id says which.
  const file = useLetterFile(letterId, letterId);
  return <PdfView bytes={file.bytes} title={t('seals.archived')} />;
}
