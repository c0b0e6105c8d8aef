import { useEffect, useRef, type ReactNode } from 'react';
import { isolateFigures } from '../../../domain/letters/isolate-figures.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, StatusChip } from '../../ui/Chip.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Masked } from '../../ui/Masked.tsx';
import { Message } from '../../ui/Message.tsx';
import type { Person } from './use-person.ts';
import { PersonLettersMenu } from './PersonLetters.tsx';
import { WithdrawApplication } from './WithdrawApplication.tsx';

/** Who it is, whether he is entitled, and how to reach him; what is sensitive stays masked until asked for. */
export function PersonHead({
  person,
  onNewComplaint,
}: {
  person: Person;
  /** Left out for who may not work on cases. */
  onNewComplaint: (() => void) | undefined;
}) {
  const t = useT();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.focus(), []);
  const reveal = (field: 'nationalId' | 'phone') => (reason: string) =>
    api.registry.reveal({ beneficiaryId: person.id, field, reason });
  const isListedOnly = person.kind === null && person.birthDate === null;

  return (
    <section
      ref={pane}
      className="panel per-head"
      aria-label={t('registry.person')}
      data-pane=""
      tabIndex={-1}
    >
      <div className="per-name">
        <h2>{person.name}</h2>
        <StatusChip family="eligibility" status={person.eligibility} />
        {person.kind !== null && (
          <Chip tone="line" icon={person.kind === 'family' ? 'people' : 'person'}>
            {t(`registry.kind.${person.kind}`)}
          </Chip>
        )}
        {person.deceasedOn !== null && (
          <Chip tone="danger" icon="alert">
            <Message
              id="registry.deceased"
              values={{ date: <DateText date={person.deceasedOn} /> }}
            />
          </Chip>
        )}
        <span className="sp" />
        <WithdrawApplication person={person} />
        <PersonLettersMenu personId={person.id} />
        {onNewComplaint !== undefined && (
          <Button icon="complaint" keys="Ctrl+N" onPress={onNewComplaint}>
            {t('registry.newComplaint')}
          </Button>
        )}
      </div>
      <dl className="per-facts">
        <Fact label={t('registry.nationalId')}>
          <Masked
            value={person.maskedNationalId}
            label={t('registry.nationalId')}
            reveal={reveal('nationalId')}
          />
        </Fact>
        <Fact label={t('registry.birthDate')}>
          {person.birthDate === null ? (
            <Unknown />
          ) : (
            <DateText date={person.birthDate} calendar="both" />
          )}
        </Fact>
        {person.sex !== null && (
          <Fact label={t('registry.sex')}>{t(`registry.sex.${person.sex}`)}</Fact>
        )}
        <Fact label={t('registry.phone')}>
          {person.maskedPhone === null ? (
            <Unknown />
          ) : (
            <Masked
              value={person.maskedPhone}
              label={t('registry.phone')}
              reveal={reveal('phone')}
            />
          )}
        </Fact>
        <Fact label={t('registry.address')}>
          {person.address === '' ? (
            <Unknown />
          ) : (
            <bdi className="ell">{isolateFigures(person.address)}</bdi>
          )}
        </Fact>
      </dl>
      {isListedOnly && <p className="cap muted per-listed">{t('registry.listedOnly')}</p>}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Unknown() {
  return <span className="muted">{useT()('registry.unknown')}</span>;
}
