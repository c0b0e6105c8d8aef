import type { PicturesDto } from '../../../contract/pictures.ts';
import { bankName } from '../../lib/format/bank-name.ts';
import { formatPercent } from '../../lib/format/numbers.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Code } from '../../ui/Chip.tsx';
import { Money, MonthText, Num } from '../../ui/Figures.tsx';
import { failedShare, showBank, showReason } from './picture-figures.ts';

/** The same figures as the charts, for who reads them rather than looks at them. */
export function PictureTables({ pictures: { banks, reasons, trend } }: { pictures: PicturesDto }) {
  const t = useT();
  return (
    <div className="rec-figures">
      <table className="tbl dense">
        <caption>{t('workbench.byBank')}</caption>
        <thead>
          <tr>
            <th>{t('workbench.bank')}</th>
            {(['sent', 'rejected', 'returned', 'open'] as const).map((part) => (
              <th key={part} className="num" colSpan={2}>
                {t(`ui.standing.${part}`)}
              </th>
            ))}
            <th className="num">{t('workbench.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {banks.map((bank) => (
            <tr key={bank.bankCode}>
              <td>
                <Button size="s" variant="quiet" onPress={() => showBank(bank.bankCode)}>
                  {bankName(t, bank.bankCode)}
                </Button>
              </td>
              {(['sent', 'rejected', 'returned', 'open'] as const).flatMap((part) => [
                <td key={`${part}-n`} className="num">
                  <Num>{bank[part].count}</Num>
                </td>,
                <td key={`${part}-a`} className="num muted">
                  <Money amount={bank[part].amount} />
                </td>,
              ])}
              <td className="num">
                <Num>{formatPercent(failedShare(bank), t.digits)}</Num>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="tbl dense">
        <caption>{t('workbench.byReason')}</caption>
        <thead>
          <tr>
            <th>{t('workbench.code')}</th>
            <th>{t('exports.column.action')}</th>
            {(['rejected', 'returned'] as const).map((part) => (
              <th key={part} className="num" colSpan={2}>
                {t(`ui.standing.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={`${reason.list} ${reason.code}`}>
              <td>
                <Button size="s" variant="quiet" onPress={() => showReason(reason)}>
                  {reason.code !== null && <Code>{reason.code}</Code>}{' '}
                  {reason.title?.[t.language] ?? t('workbench.noReason')}
                </Button>
              </td>
              <td>{t(`workbench.action.${reason.action}`)}</td>
              {(['rejected', 'returned'] as const).flatMap((part) => [
                <td key={`${part}-n`} className="num">
                  <Num>{reason[part].count}</Num>
                </td>,
                <td key={`${part}-a`} className="num muted">
                  <Money amount={reason[part].amount} />
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
      <table className="tbl dense">
        <caption>{t('workbench.trend')}</caption>
        <thead>
          <tr>
            <th>{t('workbench.month')}</th>
            <th className="num">{t('ui.standing.sent')}</th>
            <th className="num">{t('ui.standing.rejected')}</th>
            <th className="num">{t('ui.standing.returned')}</th>
            <th className="num">{t('workbench.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {trend
            .filter(({ bankCode }) => bankCode === null)
            .map((row) => (
              <tr key={row.cycleNumber}>
                <td>
                  <MonthText month={row.month} />
                </td>
                <td className="num">
                  <Num>{row.sent.count}</Num>
                </td>
                <td className="num">
                  <Num>{row.rejected.count}</Num>
                </td>
                <td className="num">
                  <Num>{row.returned.count}</Num>
                </td>
                <td className="num">
                  <Num>{formatPercent(failedShare(row), t.digits)}</Num>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
