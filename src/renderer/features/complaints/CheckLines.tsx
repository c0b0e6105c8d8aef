import { useT } from '../../lib/i18n/use-t.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { shortMonth } from './MonthsTable.tsx';
import type { FoundMonth } from './use-proposal.ts';

/** What to look at before deciding: facts of the case, none of which decides anything. */
export function CheckLines({
  file,
  months,
}: {
  file: ComplaintFile;
  months: readonly FoundMonth[];
}) {
  const t = useT();
  const names = (some: readonly FoundMonth[]): string =>
    some.map(({ month }) => shortMonth(t, month, months)).join(t('cases.listComma'));
  const otherwise = months.filter(({ finding, suggested }) => finding !== suggested);
  const uncomputed = months.filter(({ computedDue }) => computedDue === null);
  return (
    <ul className="checks">
      {file.documents.length > 0 ? (
        <Line>{t('complaints.checkDocuments', { n: file.documents.length })}</Line>
      ) : (
        <Line isWarning>{t('complaints.checkNoDocuments')}</Line>
      )}
      {otherwise.length === 0 ? (
        <Line>{t('complaints.checkAsSuggested')}</Line>
      ) : (
        <Line isWarning>{t('complaints.checkOtherwise', { months: names(otherwise) })}</Line>
      )}
      {uncomputed.length > 0 && (
        <Line isWarning>{t('complaints.checkUncomputed', { months: names(uncomputed) })}</Line>
      )}
    </ul>
  );
}

function Line({ isWarning = false, children }: { isWarning?: boolean; children: string }) {
  return (
    <li className={isWarning ? 'w' : ''}>
      <Icon name={isWarning ? 'alert' : 'check'} size={14} />
      <span>{children}</span>
    </li>
  );
}
