import type { OutputOf } from '../../../contract/api.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Code } from '../../ui/Chip.tsx';
import { Message } from '../../ui/Message.tsx';
import { Notice } from '../../ui/States.tsx';

/** What happened, what the officer does about it, and what the beneficiary is told. */
export function Guidance({
  detail: { row, reason },
}: {
  detail: OutputOf<'reconciliation.exception'>;
}) {
  const t = useT();
  const isArabic = t.language === 'ar';
  const told = isArabic ? reason?.beneficiaryAr : reason?.beneficiaryEn;
  return (
    <>
      <p className="medium">{t(`reconciliation.next.${row.kind}`)}</p>
      {reason !== null && (
        <div className="rec-guide">
          <p>
            {row.reasonCode !== null && <Code>{row.reasonCode}</Code>}{' '}
            {isArabic ? reason.ar : reason.en}
          </p>
          <h3 className="rec-h">{t('workbench.officerStep')}</h3>
          <p>{isArabic ? reason.actionAr : reason.actionEn}</p>
          {told !== null && told !== undefined && (
            <>
              <h3 className="rec-h">{t('workbench.beneficiaryStep')}</h3>
              <p>{told}</p>
            </>
          )}
        </div>
      )}
      {reason === null && row.reasonCode !== null && (
        <Notice tone="warning">
          <Message
            id="workbench.rawCode"
            values={{ code: <Code key="code">{row.reasonCode}</Code> }}
          />
        </Notice>
      )}
    </>
  );
}
