import { decimalToHalalas } from '../../../domain/reconciliation/decimal-amount.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { Money, Num } from '../../ui/Figures.tsx';

/** `<DecimalMoney text="-1320.00" />`: an exact decimal of a bank as money, and as the bank wrote it where it is not one. */
export function DecimalMoney({ text }: { text: string | null }) {
  if (text === null) return <span className="muted">—</span>;
  const amount = decimalToHalalas(text.replace(/^-/, ''));
  if (amount === null) return <Num>{text}</Num>;
  return <Money amount={text.startsWith('-') ? halalas(-amount) : amount} />;
}
