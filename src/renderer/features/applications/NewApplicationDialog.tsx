import { useState } from 'react';
import { CHANNELS, type Channel } from '../../../domain/complaints/complaint-status.ts';
import { latinDigits } from '../../../domain/shared/search-key.ts';
import { usePersonNamed } from '../../lib/cases/person-search.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useProgrammes } from '../../lib/programmes.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { ConfirmKey } from '../../ui/cases/ConfirmKey.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { RadioGroup, Select } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Num } from '../../ui/Figures.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/States.tsx';

const TEN_DIGITS = 10;

/** Who applies and to which programme: his ID says whether the registry knows him and what he has filed before. */
export function NewApplicationDialog({
  personId,
  onClose,
  onStarted,
}: {
  /** Somebody whom the registry knows, where his page asked for it. */
  personId: string | null;
  onClose: () => void;
  onStarted: (id: string) => void;
}) {
  const t = useT();
  const { programmes, nameOf } = useProgrammes();
  const [typed, setTyped] = useState('');
  const [programme, setProgramme] = useState('PENSION');
  const [channel, setChannel] = useState<Channel>('branch');
  const nationalId = latinDigits(typed.trim());
  const asked = useSettled(nationalId, 150);
  const isWhole = asked.length >= TEN_DIGITS;
  const found = useApiQuery(
    ['applications', 'identify', asked],
    () => api.applications.identify({ nationalId: asked }),
    { enabled: isWhole && personId === null },
  );
  const named = usePersonNamed(personId);
  const start = useApiCommand(api.applications.start, ['applications', 'today']);
  const answer = isWhole && asked === nationalId ? found.data : undefined;
  const known = answer?.known ?? null;
  const mayBegin = personId !== null || answer !== undefined;

  const begin = async (): Promise<void> => {
    if (!mayBegin || start.isBusy) return;
    const knownId = personId ?? known?.beneficiaryId;
    const applicant =
      knownId === undefined
        ? ({ kind: 'new', nationalId } as const)
        : ({ kind: 'known', beneficiaryId: knownId } as const);
    const result = await start.run({ applicant, programme, channel });
    if (result.ok) onStarted(result.value.id);
  };

  const wrong = isWhole && found.error !== null ? t.maybe(`errors.${found.error.code}`) : null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('applications.new')}
      size="m"
      canClose={!start.isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={start.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!mayBegin}
            isBusy={start.isBusy}
            onPress={() => void begin()}
          >
            {t('applications.begin')}
          </Button>
        </>
      }
    >
      <ConfirmKey run={() => void begin()} isOpenedByIt={false} />
      {personId === null ? (
        <TextField
          label={t('applications.applicantId')}
          help={t('applications.applicantIdHelp')}
          value={typed}
          onChange={setTyped}
          ltr
          maxLength={20}
          isRequired
          autoFocus
          error={wrong ?? null}
          warning={
            (answer?.warning ?? null) === null
              ? null
              : t('applications.problem.NATIONAL_ID_CHECKSUM')
          }
        />
      ) : (
        <div className="input person-chosen">
          <Icon name="person" />
          <b className="ell medium">{named?.name ?? '…'}</b>
          {typeof named?.maskedNationalId === 'string' && (
            <span className="muted">
              <Num>{named.maskedNationalId}</Num>
            </span>
          )}
        </div>
      )}
      {answer !== undefined && known === null && (
        <Notice tone="info" icon="userplus">
          {t('applications.newcomer')}
        </Notice>
      )}
      {known !== null && (
        <Notice tone={known.deceased ? 'danger' : 'success'} icon="person">
          <b>{known.name}</b>{' '}
          {known.deceased ? (
            t('applications.isDeceased')
          ) : (
            <StatusChip family="eligibility" status={known.eligibility} plain />
          )}{' '}
          {!known.deceased && t('applications.knownFills')}
        </Notice>
      )}
      {answer !== undefined && answer.applications.length > 0 && (
        <ul className="app-earlier" aria-label={t('applications.earlier')}>
          {answer.applications.map((one) => (
            <li key={one.id}>
              <a href={hrefOf('applications', one.id)} onClick={onClose}>
                <Num>{one.number}</Num>
              </a>
              <span className="ell second">{nameOf(one.programme)}</span>
              <StatusChip family="application" status={one.status} plain />
              {one.mayAskReview && (
                <span className="cap muted">{t('applications.reviewable')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="two">
        <Select
          label={t('applications.programme')}
          options={programmes
            .filter(({ active }) => active)
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={programme}
          onChange={setProgramme}
        />
        <RadioGroup
          label={t('applications.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`cases.channel.${value}`) }))}
          value={channel}
          onChange={setChannel}
          row
        />
      </div>
      <ActionRefused error={start.error} />
    </Dialog>
  );
}
