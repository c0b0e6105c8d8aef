import type { ReactNode } from 'react';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Money, Num } from '../../../ui/Figures.tsx';
import type { FactDeeds } from './fact-deeds.ts';
import { FactMarks, hasMarks, rowClass } from './FactMarks.tsx';
import { FactMenu } from './FactMenu.tsx';
import { FactSection } from './FactSection.tsx';
import { factsOf, type FactOf, type Household } from './use-household.ts';

interface SectionProps {
  household: Household;
  deeds: FactDeeds;
}

/** Incomes as they are received: how much of each counts is worked out elsewhere. */
export function IncomesSection({ household, deeds }: SectionProps) {
  const t = useT();
  const incomes = factsOf(household, 'income');
  return (
    <FactSection
      title={t('households.incomes')}
      kindLabel={t('households.kind.income')}
      onAdd={deeds.mayChange ? () => deeds.add('income') : undefined}
      empty={t('households.noIncomes')}
      isEmpty={incomes.length === 0}
    >
      <table className="tbl hh-means">
        <thead>
          <tr>
            <th>{t('households.incomeType')}</th>
            <th className="c-owner">{t('households.owner')}</th>
            <th className="num c-amount">{t('households.amount')}</th>
            <th className="c-menu">
              <span className="sr">{t('households.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {incomes.map((income) => (
            <MeansRow key={`${income.seq}-${income.mark}`} fact={income} household={household}>
              <td>
                <span className="ell" title={income.data.from}>
                  {t(`households.income.${income.data.type}`)}
                  {income.data.from !== '' && <span className="muted"> {income.data.from}</span>}
                </span>
              </td>
              <td className="second" title={nameOf(household, income.subject)}>
                {shortName(nameOf(household, income.subject))}
              </td>
              <td className="num hh-amount">
                <Money amount={income.data.amount} />
                <small className="muted">{t(`households.per.${income.data.per}`)}</small>
              </td>
              <td>{income.mark !== 'missing' && <FactMenu fact={income} deeds={deeds} />}</td>
            </MeansRow>
          ))}
        </tbody>
      </table>
    </FactSection>
  );
}

export function AssetsSection({ household, deeds }: SectionProps) {
  const t = useT();
  const assets = factsOf(household, 'asset');
  return (
    <FactSection
      title={t('households.assets')}
      kindLabel={t('households.kind.asset')}
      onAdd={deeds.mayChange ? () => deeds.add('asset') : undefined}
      empty={t('households.noAssets')}
      isEmpty={assets.length === 0}
    >
      <table className="tbl hh-means">
        <thead>
          <tr>
            <th>{t('households.assetType')}</th>
            <th className="c-owner">{t('households.owner')}</th>
            <th className="num c-amount">{t('households.valueOrCount')}</th>
            <th className="c-menu">
              <span className="sr">{t('households.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {assets.map((asset) => (
            <MeansRow key={`${asset.seq}-${asset.mark}`} fact={asset} household={household}>
              <td>
                <span className="ell" title={asset.data.description}>
                  {t(`households.asset.${asset.data.type}`)}
                  {asset.data.description !== '' && (
                    <span className="muted"> {asset.data.description}</span>
                  )}
                </span>
              </td>
              <td className="second" title={nameOf(household, asset.subject)}>
                {shortName(nameOf(household, asset.subject))}
              </td>
              <td className="num hh-amount">
                {asset.data.value === null ? (
                  asset.data.count !== null && <Num>{asset.data.count}</Num>
                ) : (
                  <Money amount={asset.data.value} />
                )}
              </td>
              <td>{asset.mark !== 'missing' && <FactMenu fact={asset} deeds={deeds} />}</td>
            </MeansRow>
          ))}
        </tbody>
      </table>
    </FactSection>
  );
}

/** A row, and below it how it stands beside what is compared. */
function MeansRow({
  fact,
  household,
  children,
}: {
  fact: FactOf<'income' | 'asset'>;
  household: Household;
  children: ReactNode;
}) {
  const tone = rowClass(fact, household);
  if (!hasMarks(fact, household)) return <tr className={tone}>{children}</tr>;
  return (
    <>
      <tr className={`${tone} opened`}>{children}</tr>
      <tr className={`${tone} hh-marks`}>
        <td colSpan={4}>
          <span className="hh-chips">
            <FactMarks fact={fact} household={household} />
          </span>
        </td>
      </tr>
    </>
  );
}

export function nameOf({ people }: Household, subject: number): string {
  return people.find((person) => person.subject === subject)?.name ?? '';
}

/** The first and the last word of a name: enough inside a household. */
function shortName(name: string): string {
  const words = name.split(' ');
  return words.length < 3 ? name : `${words[0]} ${words.at(-1)}`;
}
