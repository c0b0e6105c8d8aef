import type { ReactNode } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { PicturesDto } from '../../../contract/pictures.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { bankName } from '../../lib/format/bank-name.ts';
import { formatMoney } from '../../lib/format/money.ts';
import { formatNumber, formatPercent } from '../../lib/format/numbers.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { monthName } from '../../ui/Figures.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { failedShare, showBank, showReason, type ReasonFigure } from './picture-figures.ts';
import { useDesk } from './reconciliation-store.ts';

type Measure = 'count' | 'amount';

interface Failed {
  readonly name: string;
  readonly rejected: number;
  readonly returned: number;
  readonly open: () => void;
}

/** Bars of what was rejected and returned by bank and by reason, and the share of it over the last cycles. */
export function PictureCharts({ pictures, measure }: { pictures: PicturesDto; measure: Measure }) {
  const t = useT();
  const { bankCode } = useDesk();
  const { banks, reasons, trend } = pictures;
  const byBank = banks.map((bank): Failed => ({
    name: bankName(t, bank.bankCode),
    rejected: bank.rejected[measure],
    returned: bank.returned[measure],
    open: () => showBank(bank.bankCode),
  }));
  const byReason = reasons.slice(0, 10).map((reason): Failed => ({
    name: nameOf(t, reason),
    rejected: reason.rejected[measure],
    returned: reason.returned[measure],
    open: () => showReason(reason),
  }));
  const rates = trend
    .filter((row) => row.bankCode === bankCode)
    .map((row) => ({ name: monthName(t, row.month), share: failedShare(row) }));
  return (
    <div className="rec-charts">
      <Picture title={t('workbench.byBank')} legend>
        <FailedBars rows={byBank} measure={measure} />
      </Picture>
      <Picture title={t('workbench.byReason')} legend>
        <FailedBars rows={byReason} measure={measure} />
      </Picture>
      <Picture
        title={
          bankCode === null
            ? t('workbench.trend')
            : t('workbench.trendOf', { bank: bankName(t, bankCode) })
        }
        wide
      >
        <Rates rows={rates} />
      </Picture>
    </div>
  );
}

function nameOf(t: Translate, { code, title }: ReasonFigure): string {
  const words = title?.[t.language];
  if (code === null) return t('workbench.noReason');
  return words === undefined ? code : `${code} ${words}`;
}

function Picture({
  title,
  legend = false,
  wide = false,
  children,
}: {
  title: string;
  legend?: boolean;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <figure className={wide ? 'rec-picture wide' : 'rec-picture'} aria-label={title}>
      <figcaption>
        <span>{title}</span>
        {legend && (
          <span className="row small muted">
            <i className="sw bg-rejected" aria-hidden /> {t('ui.standing.rejected')}
            <i className="sw bg-returned" aria-hidden /> {t('ui.standing.returned')}
          </span>
        )}
      </figcaption>
      {children}
    </figure>
  );
}

const AXIS = { fill: 'var(--text-2)', fontSize: 12 } as const;
const ROW = 34;

function FailedBars({ rows, measure }: { rows: readonly Failed[]; measure: Measure }) {
  const t = useT();
  const isArabic = t.language === 'ar';
  const shown = rows.filter(({ rejected, returned }) => rejected + returned > 0);
  if (shown.length === 0) return <EmptyState icon="checkc" title={t('workbench.allArrived')} />;
  const format = (value: unknown): string => figure(t, measure, Number(value));
  return (
    <>
      <ResponsiveContainer width="100%" height={shown.length * ROW + 34}>
        <BarChart
          data={[...shown]}
          layout="vertical"
          margin={{ top: 4, bottom: 4, left: 12, right: 12 }}
          accessibilityLayer={false}
          aria-hidden
        >
          <defs>
            <pattern
              id="returned-hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill="var(--warning-solid)" />
              <rect width="2" height="6" fill="var(--surface)" opacity="0.45" />
            </pattern>
          </defs>
          <CartesianGrid horizontal={false} stroke="var(--border)" />
          <XAxis
            type="number"
            reversed={isArabic}
            tick={AXIS}
            stroke="var(--border-strong)"
            tickFormatter={(value: number) => shortFigure(t, measure, value)}
            allowDecimals={false}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={168}
            orientation={isArabic ? 'right' : 'left'}
            tick={{ ...AXIS, direction: 'ltr' }}
            stroke="var(--border-strong)"
          />
          <Tooltip
            cursor={{ fill: 'var(--surface-hover)' }}
            contentStyle={TOOLTIP}
            formatter={(value) => format(value)}
          />
          {(['rejected', 'returned'] as const).map((part) => (
            <Bar
              key={part}
              dataKey={part}
              name={t(`ui.standing.${part}`)}
              stackId="failed"
              fill={part === 'rejected' ? 'var(--danger-solid)' : 'url(#returned-hatch)'}
              isAnimationActive={false}
              barSize={16}
              cursor="pointer"
              onClick={(_bar, index) => shown[index]?.open()}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      <ul className="rec-chart-keys">
        {shown.map((row) => (
          <li key={row.name}>
            <button type="button" className="bare-button" onClick={row.open}>
              {t('workbench.filterBy', { name: row.name })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Rates({ rows }: { rows: readonly { readonly name: string; readonly share: number }[] }) {
  const t = useT();
  const isArabic = t.language === 'ar';
  return (
    <ResponsiveContainer width="100%" height={190}>
      <LineChart
        data={[...rows]}
        margin={{ top: 12, bottom: 4, left: 24, right: 24 }}
        accessibilityLayer={false}
        aria-hidden
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="name"
          reversed={isArabic}
          tick={AXIS}
          stroke="var(--border-strong)"
          padding={{ left: 30, right: 30 }}
        />
        <YAxis
          orientation={isArabic ? 'right' : 'left'}
          tick={AXIS}
          stroke="var(--border-strong)"
          width={56}
          tickFormatter={(value: number) => formatPercent(value, t.digits)}
        />
        <Tooltip
          contentStyle={TOOLTIP}
          formatter={(value) => formatPercent(Number(value), t.digits)}
        />
        <Line
          dataKey="share"
          name={t('workbench.rate')}
          stroke="var(--primary-text)"
          strokeWidth={2}
          dot={{ r: 4, fill: 'var(--surface)' }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

const TOOLTIP = {
  background: 'var(--surface-raised)',
  border: '1px solid var(--border)',
  borderRadius: 4,
  color: 'var(--text)',
  fontSize: 12,
} as const;

function figure(t: Translate, measure: Measure, value: number): string {
  return measure === 'count'
    ? formatNumber(value, t.digits)
    : formatMoney(halalas(value), t.digits);
}

/** On an axis whole riyals are enough. */
function shortFigure(t: Translate, measure: Measure, value: number): string {
  return formatNumber(measure === 'count' ? value : Math.round(value / 100), t.digits);
}
