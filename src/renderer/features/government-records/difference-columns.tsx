import type { DifferenceRow } from '../../../contract/government-records.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import { hrefOf } from '../../lib/route.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DateText } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import type { Column } from '../../ui/table-model.ts';
import { ValueText } from './ValueText.tsx';

const TONES = { differs: 'warning', missingHere: 'info', unknownPerson: 'neutral' } as const;

export function differenceColumns(t: Translate): readonly Column<DifferenceRow>[] {
  return [
    {
      id: 'person',
      header: t('governmentRecords.person'),
      width: 150,
      grow: 2,
      cell: ({ name, maskedNationalId, head, isHead }) => (
        <span className="gov-cell">
          {head === null ? (
            <bdi className="ell">{name}</bdi>
          ) : (
            <a className="ell" href={hrefOf('beneficiaries', head.beneficiaryId)}>
              <bdi>{name}</bdi>
            </a>
          )}
          <span className="cap muted ell">
            {head !== null && !isHead ? (
              t('governmentRecords.inFamilyOf', { head: head.name })
            ) : (
              <bdi>{maskedNationalId}</bdi>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'field',
      header: t('governmentRecords.field'),
      width: 118,
      cell: ({ field, outcome }) => (
        <span className="gov-cell">
          <span>{t(`governmentRecords.field.${field}`)}</span>
          <Chip plain tone={TONES[outcome]}>
            {t(`governmentRecords.outcome.${outcome}`)}
          </Chip>
        </span>
      ),
    },
    {
      id: 'ours',
      header: t('governmentRecords.ours'),
      width: 150,
      grow: 2,
      cell: ({ ours }) => (
        <span className="gov-value">
          <ValueText value={ours} />
        </span>
      ),
    },
    {
      id: 'theirs',
      header: t('governmentRecords.theirs'),
      width: 150,
      grow: 2,
      cell: ({ theirs, outcome }) => (
        <span className={outcome === 'differs' ? 'gov-value diff' : 'gov-value'}>
          <ValueText value={theirs} />
        </span>
      ),
    },
    {
      id: 'since',
      header: t('governmentRecords.since'),
      width: 132,
      grow: 1,
      cell: ({ validFrom, reportDueOn, forLife }) => (
        <span className="gov-cell">
          {validFrom !== null && <DateText date={validFrom} />}
          {reportDueOn !== null && !forLife && (
            <span className="cap muted gov-report" title={t('governmentRecords.report')}>
              <Message
                id="governmentRecords.reportDue"
                values={{ date: <DateText date={reportDueOn} /> }}
              />
            </span>
          )}
        </span>
      ),
    },
  ];
}
