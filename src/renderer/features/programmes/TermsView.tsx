import type { ReactNode } from 'react';
import { CASE_WORDS } from '../../../domain/programmes/case-words.ts';
import type {
  ProgrammeAmount,
  ProgrammeTerms,
} from '../../../domain/programmes/programme-terms.ts';
import { articleWords } from '../../lib/format/article-words.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Money } from '../../ui/Figures.tsx';

/** Who is meant, what is paid, on which conditions and with which papers. */
export function TermsView({ terms }: { terms: ProgrammeTerms }) {
  const t = useT();
  const { language } = t;
  return (
    <>
      <div className="prog-pair">
        <Part title={t('programmes.groups')} isEmpty={terms.groups.length === 0}>
          <ul className="prog-chips">
            {terms.groups.map((group) => (
              <li key={group.ar}>
                <Chip>{group[language]}</Chip>
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('programmes.amounts')} isEmpty={terms.amounts.length === 0}>
          <ul>
            {terms.amounts.map((amount, index) => (
              <li key={index}>
                <AmountWords amount={amount} />
              </li>
            ))}
          </ul>
        </Part>
      </div>
      <Part title={t('programmes.conditions')} isEmpty={terms.conditions.length === 0}>
        <table className="tbl dense">
          <thead>
            <tr>
              <th>{t('programmes.condition')}</th>
              <th>{t('programmes.article')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.conditions.map(({ text, article }) => (
              <tr key={text.ar}>
                <td>{text[language]}</td>
                <td className="second nowrap">{articleWords(t, article)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part title={t('programmes.documents')} isEmpty={terms.documents.length === 0}>
        <table className="tbl dense">
          <thead>
            <tr>
              <th>{t('programmes.document')}</th>
              <th>{t('programmes.askedFor')}</th>
              <th>{t('programmes.mandatory')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.documents.map(({ code, title, cases, mandatory }) => (
              <tr key={code}>
                <td>{title[language]}</td>
                <td className="second">
                  {cases.map((one) => CASE_WORDS[one][language]).join(t('programmes.comma'))}
                </td>
                <td className="nowrap">
                  {mandatory ? (
                    <Chip tone="info" icon="checkc" plain>
                      {t('programmes.mandatory')}
                    </Chip>
                  ) : (
                    <Chip plain icon="dotc">
                      {t('programmes.optional')}
                    </Chip>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </>
  );
}

function Part({
  title,
  isEmpty,
  children,
}: {
  title: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <section className="prog-part" aria-label={title}>
      <h3 className="strong">{title}</h3>
      {isEmpty ? <p className="small muted">{t('programmes.notSaid')}</p> : children}
    </section>
  );
}

function AmountWords({ amount }: { amount: ProgrammeAmount }) {
  const t = useT();
  switch (amount.kind) {
    case 'entitlement':
      return <span>{t('programmes.byEntitlement')}</span>;
    case 'words':
      return <span>{amount.text[t.language]}</span>;
    case 'sum':
      return (
        <span>
          <Money amount={amount.amount} unit /> {t(`programmes.per.${amount.per}`)}
        </span>
      );
  }
}
