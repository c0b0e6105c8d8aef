import type { SettingDto, SettingRecordDto } from '../../../contract/settings.ts';
import type { SettingKey } from '../../../domain/settings/settings.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DateText, InstantText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import type { SettingDeed } from './DecideSetting.tsx';
import { SettingValue } from './SettingValue.tsx';

const LOOKS = {
  inForce: { tone: 'success', icon: 'checkc' },
  coming: { tone: 'info', icon: 'clock' },
  waiting: { tone: 'violet', icon: 'usercheck' },
  past: { tone: 'neutral', icon: 'minus' },
  replaced: { tone: 'neutral', icon: 'dup' },
  sentBack: { tone: 'danger', icon: 'undo' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
} as const;

/** What comes and what waits, with what can be done about it. */
export function PendingRecords({
  settingKey,
  setting,
  onDeed,
}: {
  settingKey: SettingKey;
  setting: SettingDto;
  onDeed: (deed: SettingDeed) => void;
}) {
  const t = useT();
  const mayChange = useMay('settings.manage') && setting.changed === 'settings';
  const pending = setting.records.filter(isPending);
  if (pending.length === 0) return null;
  return (
    <ul className="set-pending">
      {pending.map((record) => (
        <li key={record.no}>
          <RecordHead record={record} />
          <SettingValue settingKey={settingKey} value={record.value} />
          <span className="cap muted">
            <RecordedBy record={record} />
          </span>
          <span className="set-deeds">
            {record.blocked === null && (
              <>
                <Button
                  size="s"
                  variant="primary"
                  icon="check"
                  onPress={() => onDeed({ do: 'approve', key: settingKey, record })}
                >
                  {t('settings.approve')}
                </Button>
                <Button
                  size="s"
                  icon="x"
                  onPress={() => onDeed({ do: 'sendBack', key: settingKey, record })}
                >
                  {t('settings.sendBack')}
                </Button>
              </>
            )}
            {mayChange && (
              <Button
                size="s"
                variant="quiet"
                icon="undo"
                onPress={() => onDeed({ do: 'withdraw', key: settingKey, record })}
              >
                {t('settings.withdraw')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was recorded of a setting beside what comes and waits, the newest first. */
export function SettingHistory({
  settingKey,
  setting,
}: {
  settingKey: SettingKey;
  setting: SettingDto;
}) {
  const t = useT();
  const name = t(`settings.name.${settingKey}`);
  const records = setting.records.filter((record) => !isPending(record));
  return (
    <section className="set-history" aria-label={t('settings.historyOf', { name })}>
      {records.length === 0 ? (
        <p className="small muted">{t('settings.noHistory')}</p>
      ) : (
        <ol>
          {records.map((record) => (
            <li key={record.no} className="small">
              <RecordHead record={record} />
              <SettingValue settingKey={settingKey} value={record.value} />
              <span className="cap muted">
                <RecordedBy record={record} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const isPending = ({ state }: SettingRecordDto): boolean =>
  state === 'coming' || state === 'waiting';

function RecordHead({ record: { state, validFrom } }: { record: SettingRecordDto }) {
  const t = useT();
  return (
    <span className="row">
      <Chip {...LOOKS[state]} plain>
        {t(`settings.state.${state}`)}
      </Chip>
      <span className="small">
        <Message
          id="settings.fromDate"
          values={{ date: <DateText key="date" date={validFrom} calendar="both" /> }}
        />
      </span>
    </span>
  );
}

function RecordedBy({ record }: { record: SettingRecordDto }) {
  const t = useT();
  const { state, recordedBy, recordedAt, reason, decidedBy, decidedAt, decisionReason } = record;
  const word = state === 'sentBack' || state === 'withdrawn' ? state : 'recorded';
  return (
    <>
      {recordedBy === null ? t('settings.setUp') : t('settings.recordedBy', { name: recordedBy })}{' '}
      <InstantText instant={recordedAt} />
      {reason !== null && <> · {t('settings.because', { reason })}</>}
      {decidedBy !== null && decidedAt !== null && (
        <>
          {' · '}
          {t(`settings.decidedBy.${word}`, { name: decidedBy })} <InstantText instant={decidedAt} />
          {decisionReason !== null && <> · {decisionReason}</>}
        </>
      )}
    </>
  );
}
