import type { ReactNode } from 'react';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { Masked } from '../../../ui/Masked.tsx';
import { addressWords, fieldsOf } from './fact-fields.ts';
import type { FactDeeds } from './fact-deeds.ts';
import { FactMarks, rowClass } from './FactMarks.tsx';
import { FactMenu } from './FactMenu.tsx';
import { SpanText } from './FactLines.tsx';
import { FactSection } from './FactSection.tsx';
import { factsOf, type FactOf, type Household } from './use-household.ts';

/** Where the household lives, how that is proven, and how it is reached. */
export function HomeSections({
  personId,
  household,
  deeds,
}: {
  personId: string;
  household: Household;
  deeds: FactDeeds;
}) {
  const t = useT();
  const dwellings = factsOf(household, 'dwelling');
  const contacts = factsOf(household, 'contact');
  const cases = factsOf(household, 'household');
  return (
    <div className="hh-pair">
      <FactSection
        title={t('households.dwellings')}
        kindLabel={t('households.kind.dwelling')}
        onAdd={deeds.mayChange ? () => deeds.add('dwelling') : undefined}
        empty={t('households.noDwellings')}
        isEmpty={dwellings.length === 0}
      >
        {dwellings.map((fact) => (
          <FactCard
            key={`${fact.seq}-${fact.mark}`}
            fact={fact}
            household={household}
            deeds={deeds}
          >
            <Plain fact={fact} />
          </FactCard>
        ))}
      </FactSection>
      <div className="hh-stack">
        <FactSection
          title={t('households.contact')}
          kindLabel={t('households.kind.contact')}
          onAdd={deeds.mayChange && contacts.length === 0 ? () => deeds.add('contact') : undefined}
          empty={t('households.noContact')}
          isEmpty={contacts.length === 0}
        >
          {contacts.map((fact) => (
            <FactCard
              key={`${fact.seq}-${fact.mark}`}
              fact={fact}
              household={household}
              deeds={deeds}
            >
              <Contact personId={personId} fact={fact} />
            </FactCard>
          ))}
        </FactSection>
        <FactSection
          title={t('households.householdFacts')}
          kindLabel={t('households.kind.household')}
          empty={t('households.unknown')}
          isEmpty={cases.length === 0}
        >
          {cases.map((fact) => (
            <FactCard
              key={`${fact.seq}-${fact.mark}`}
              fact={fact}
              household={household}
              deeds={deeds}
            >
              <Plain fact={fact} />
            </FactCard>
          ))}
        </FactSection>
      </div>
    </div>
  );
}

function FactCard({
  fact,
  household,
  deeds,
  children,
}: {
  fact: FactOf<'dwelling' | 'contact' | 'household'>;
  household: Household;
  deeds: FactDeeds;
  children: ReactNode;
}) {
  return (
    <div className={`hh-card ${rowClass(fact, household)}`}>
      <div className="hh-card-head">
        <span className="cap muted">
          <SpanText fact={fact} />
        </span>
        <span className="hh-chips">
          <FactMarks fact={fact} household={household} />
        </span>
        <span className="sp" />
        {fact.mark !== 'missing' && <FactMenu fact={fact} deeds={deeds} />}
      </div>
      <dl className="hh-fields">{children}</dl>
    </div>
  );
}

function Plain({ fact }: { fact: FactOf<'dwelling' | 'household'> }) {
  return fieldsOf(useT(), fact).map(({ label, text }) => (
    <Field key={label} label={label}>
      <bdi>{text}</bdi>
    </Field>
  ));
}

function Contact({ personId, fact }: { personId: string; fact: FactOf<'contact'> }) {
  const t = useT();
  const { maskedPhone, maskedEmail, address, addressLine } = fact.data;
  const reveal = (field: 'phone' | 'email') => (reason: string) =>
    api.registry.reveal({ beneficiaryId: personId, field, fact: fact.seq, reason });
  const national = addressWords(t, address);
  return (
    <>
      <Field label={t('households.field.phone')}>
        {maskedPhone === null ? (
          t('ui.notSet')
        ) : (
          <Masked
            value={maskedPhone}
            label={t('households.field.phone')}
            reveal={reveal('phone')}
          />
        )}
      </Field>
      <Field label={t('households.field.email')}>
        {maskedEmail === null ? (
          t('ui.notSet')
        ) : (
          <Masked
            value={maskedEmail}
            label={t('households.field.email')}
            reveal={reveal('email')}
          />
        )}
      </Field>
      <Field label={t('households.field.address')}>{national ?? t('ui.notSet')}</Field>
      {addressLine !== '' && (
        <Field label={t('households.field.addressLine')}>
          <bdi>{addressLine}</bdi>
        </Field>
      )}
    </>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
