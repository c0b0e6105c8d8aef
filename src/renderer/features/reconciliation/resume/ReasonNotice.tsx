import { useT } from '../../../lib/i18n/use-t.ts';
import { Code } from '../../../ui/Chip.tsx';
import { Notice } from '../../../ui/States.tsx';
import type { ResumeView } from './ResumePanel.tsx';

/** What the bank said and what follows for the officer and the beneficiary. */
export function ReasonNotice({ view }: { view: ResumeView }) {
  const t = useT();
  const { reason, payment } = view;
  const language = t.language;
  return (
    <Notice tone={view.rule === 'never' ? 'danger' : 'info'} icon="bank">
      <span className="resume-why">
        <b>
          {payment.reasonCode !== null && <Code>{payment.reasonCode}</Code>}{' '}
          {reason === null ? t('resume.unknownReason') : reason.title[language]}
        </b>
        {reason !== null && (
          <>
            <span className="small">{reason.officer[language]}</span>
            {reason.beneficiary !== null && (
              <span className="small">
                <b className="medium">{t('resume.beneficiaryDoes')}</b>:{' '}
                {reason.beneficiary[language]}
              </span>
            )}
          </>
        )}
      </span>
    </Notice>
  );
}
