import type { ReactNode } from 'react';
import { ASSET_WORDS, INCOME_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import { birthDateOf } from '../../../domain/applications/check-person.ts';
import type { Intake, IntakePerson } from '../../../domain/applications/intake.ts';
import { addressOneLine } from '../../../domain/registry/derived-beneficiary.ts';
import { bankCodeOfIban, parseIban } from '../../../domain/registry/iban.ts';
import { maskIban, maskNationalId, maskPhone } from '../../../domain/registry/mask.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { isIsoDate } from '../../../domain/shared/iso-date.ts';
import { bankName } from '../../lib/format/bank-name.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { DateText, Money, Num } from '../../ui/Figures.tsx';
import { personOptions } from './intake/people.ts';

/** What the applicant declared, form by form, as it was submitted. */
export function DeclaredView({
  intake,
  isMasked = false,
}: {
  intake: Intake;
  /** Numbers and the account stand as lists show them; the head of the case shows an ID when it is asked for. */
  isMasked?: boolean;
}) {
  const t = useT();
  const { applicant, social, contact, household, dwelling, bank } = intake;
  const names = new Map(personOptions(t, intake).map(({ value, label }) => [value, label]));
  const nameOf = (person: number): string => names.get(String(person)) ?? t('ui.notSet');
  const iban = parseIban(bank.iban);
  const idShown = (id: string): string => (isMasked && id !== '' ? maskNationalId(id) : id);
  return (
    <div className="declared">
      <Part title={t('applications.step.personal')}>
        <dl className="facts-grid">
          <Fact label={t('applications.field.name')}>{applicant.name}</Fact>
          <Fact label={t('applications.field.nationalId')}>
            <Num>{idShown(applicant.nationalId)}</Num>
          </Fact>
          <Fact label={t('applications.field.birthDate')}>
            <BirthText person={applicant} />
          </Fact>
          <Fact label={t('applications.field.nationality')}>
            {applicant.nationality !== null &&
              t(`applications.nationality.${applicant.nationality}`)}
          </Fact>
          <Fact label={t('applications.field.phone')}>
            <Num>{isMasked && contact.phone !== '' ? maskPhone(contact.phone) : contact.phone}</Num>
          </Fact>
          <Fact label={t('applications.field.email')}>
            <Num>{contact.email}</Num>
          </Fact>
          <Fact label={t('applications.part.address')} wide>
            {contact.address === null ? contact.addressLine : addressOneLine(contact.address)}
          </Fact>
        </dl>
      </Part>
      <Part title={t('applications.step.family')}>
        <dl className="facts-grid">
          <Fact label={t('applications.field.kind')}>
            {household.kind !== null && t(`applications.kind.${household.kind}`)}
          </Fact>
          <Fact label={t('applications.field.maritalStatus')}>
            {social.maritalStatus !== null && t(`applications.marital.${social.maritalStatus}`)}
          </Fact>
          <Fact label={t('applications.field.employment')}>
            {social.employment !== null && t(`applications.employment.${social.employment}`)}
          </Fact>
          <Fact label={t('applications.field.families')}>
            {household.families !== null && <Num>{household.families}</Num>}
          </Fact>
        </dl>
        {intake.dependants.length > 0 && (
          <table className="tbl dense declared-table">
            <thead>
              <tr>
                <th>{t('applications.part.dependants')}</th>
                <th>{t('applications.field.nationalId')}</th>
                <th>{t('applications.field.relation')}</th>
                <th>{t('applications.field.dependantKind')}</th>
                <th>{t('applications.field.birthDate')}</th>
              </tr>
            </thead>
            <tbody>
              {intake.dependants.map((one) => (
                <tr key={one.subject}>
                  <td>
                    {one.name}
                    {one.student && <small className="muted"> {t('applications.isStudent')}</small>}
                    {one.disabled && (
                      <small className="muted"> {t('applications.isDisabled')}</small>
                    )}
                  </td>
                  <td>
                    <Num>{idShown(one.nationalId)}</Num>
                  </td>
                  <td>{one.relation !== null && t(`applications.relation.${one.relation}`)}</td>
                  <td>
                    {one.dependantKind !== null &&
                      t(`applications.dependantKind.${one.dependantKind}`)}
                  </td>
                  <td>
                    <BirthText person={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {intake.stays.length > 0 && (
          <ul className="small declared-list">
            {intake.stays.map((stay, index) => (
              <li key={index}>
                {nameOf(stay.person)}
                {t('cases.listComma')}
                {stay.place !== null && t(`applications.place.${stay.place}`)} {stay.where}{' '}
                {isIsoDate(stay.from) && <DateText date={stay.from} />}
                {isIsoDate(stay.to) && (
                  <>
                    {' - '}
                    <DateText date={stay.to} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('applications.step.financial')}>
        {intake.incomes.length === 0 && intake.assets.length === 0 && (
          <p className="small muted">{t('applications.noIncomes')}</p>
        )}
        {intake.incomes.length > 0 && (
          <table className="tbl dense declared-table">
            <thead>
              <tr>
                <th>{t('applications.field.incomeType')}</th>
                <th>{t('applications.field.person')}</th>
                <th>{t('applications.field.source')}</th>
                <th className="num">{t('ui.sar')}</th>
              </tr>
            </thead>
            <tbody>
              {intake.incomes.map((one, index) => (
                <tr key={index}>
                  <td>{one.type !== null && INCOME_WORDS[one.type][t.language]}</td>
                  <td>{nameOf(one.person)}</td>
                  <td className="second">{one.from}</td>
                  <td className="num">
                    {one.amount !== null && <Money amount={halalas(one.amount)} />}{' '}
                    <small className="muted">{t(`applications.per.${one.per}`)}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {intake.assets.length > 0 && (
          <table className="tbl dense declared-table">
            <thead>
              <tr>
                <th>{t('applications.part.assets')}</th>
                <th>{t('applications.field.person')}</th>
                <th>{t('applications.field.description')}</th>
                <th className="num">{t('applications.valueOrCount')}</th>
              </tr>
            </thead>
            <tbody>
              {intake.assets.map((one, index) => (
                <tr key={index}>
                  <td>{one.type !== null && ASSET_WORDS[one.type][t.language]}</td>
                  <td>{nameOf(one.person)}</td>
                  <td className="second">{one.description}</td>
                  <td className="num">
                    {one.value !== null && <Money amount={halalas(one.value)} />}
                    {one.count !== null && <Num>{one.count}</Num>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Part>
      <Part title={t('applications.housingAndBank')}>
        <dl className="facts-grid">
          <Fact label={t('applications.field.tenure')}>
            {dwelling.tenure !== null && t(`applications.tenure.${dwelling.tenure}`)}
          </Fact>
          <Fact label={t('applications.field.proof')}>
            {dwelling.proof !== null && t(`applications.proof.${dwelling.proof}`)}{' '}
            <Num>{dwelling.proofNumber}</Num>
          </Fact>
          {dwelling.address !== null && (
            <Fact label={t('applications.part.dwellingAddress')} wide>
              {addressOneLine(dwelling.address)}
            </Fact>
          )}
          <Fact label={t('applications.field.iban')} wide>
            <Num>{isMasked && iban.ok ? maskIban(iban.value) : bank.iban}</Num>
            {iban.ok && <span className="muted"> {bankName(t, bankCodeOfIban(iban.value))}</span>}
          </Fact>
        </dl>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="strong">{title}</h3>
      {children}
    </section>
  );
}

function Fact({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={wide ? 'wide' : ''}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function BirthText({ person }: { person: IntakePerson }) {
  const date = birthDateOf(person);
  if (date === null) return <Num>{person.birthTyped?.text ?? person.birthDate}</Num>;
  return <DateText date={date} calendar={person.birthTyped === null ? 'gregorian' : 'both'} />;
}
