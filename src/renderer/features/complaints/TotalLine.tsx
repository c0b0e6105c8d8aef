import type { Halalas } from '../../../domain/shared/halalas.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Money } from '../../ui/Figures.tsx';

/** What the decision pays, beside what was claimed. */
export function TotalLine({ total, claimed }: { total: Halalas; claimed: Halalas }) {
  const t = useT();
  return (
    <div>
      <div className="total">
        <span className="small medium">{t('complaints.toPay')}</span>
        <Money amount={total} unit className="total-sum" />
      </div>
      <div className="kv">
        <span>{t('complaints.ofClaimed')}</span>
        <Money amount={claimed} />
      </div>
    </div>
  );
}
