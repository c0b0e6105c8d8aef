import type { ReactNode } from 'react';
import type { Result } from '../../../domain/shared/result.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Masked } from '../Masked.tsx';
import './cases.css';

/** Whose case it is, the masked ID, what the case is, where it stands, and what can be done with it as a whole. */
export function CaseHead({
  name,
  maskedNationalId,
  reveal,
  sub,
  children,
}: {
  name: string;
  maskedNationalId: string;
  reveal: (reason: string) => Promise<Result<{ value: string }>>;
  sub: ReactNode;
  /** Chips and buttons at the end. */
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className="case-head">
      <div>
        <h2>
          <span>{name}</span>
          <span className="case-id">
            <Masked value={maskedNationalId} label={t('cases.nationalId')} reveal={reveal} />
          </span>
        </h2>
        <div className="case-sub">{sub}</div>
      </div>
      <span className="sp" />
      {children}
    </div>
  );
}
