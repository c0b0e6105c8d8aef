import { decimalToHalalas } from '../../../domain/reconciliation/decimal-amount.ts';
import { subtractHalalas, ZERO_HALALAS } from '../../../domain/shared/halalas.ts';
import { Money, Num } from '../../ui/Figures.tsx';

/** `<DecimalMoney text="-1320.00" />`: an exact decimal of a bank as money, and as the bank wrote it where it is not one. */
export function DecimalMoney({ text }: { text: string | null }) {
  if (text === null) return <span className="muted">—</span>;
  const amount = decimalToHalalas(text.replace(/^-/, ''));
  if (amount === null) return <Num>{text}</Num>;
  const isOverdrawn = text.startsWith('-');
  return <Money amount={isOverdrawn ? subtractHalalas(ZERO_HALALAS, amount) : amount} />;
}
