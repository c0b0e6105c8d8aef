import { isReceiptWanted, type ReceiptOnScreen } from '../../lib/cases/receipt.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Checkbox } from '../Choices.tsx';
import { ReceivedPapers } from './PapersField.tsx';

/** The box that issues a receipt with the filing, and what it lists as received. */
export function ReceiptField({
  receipt,
  channel,
  onChange,
}: {
  receipt: ReceiptOnScreen;
  channel: string;
  onChange: (receipt: ReceiptOnScreen) => void;
}) {
  const t = useT();
  const isWanted = isReceiptWanted(receipt, channel);
  return (
    <div className="receipt">
      <Checkbox isChecked={isWanted} onChange={(wanted) => onChange({ ...receipt, wanted })}>
        {t('caseLetters.receipt')}
      </Checkbox>
      {isWanted ? (
        <ReceivedPapers
          papers={receipt.papers}
          onChange={(papers) => onChange({ ...receipt, papers })}
        />
      ) : (
        <span className="help">{t('caseLetters.receiptOff')}</span>
      )}
    </div>
  );
}
