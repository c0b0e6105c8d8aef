import type {
  DifferenceRow,
  RecordBatchDto,
  ShownValue,
  UpdateRequestRow,
} from '../../../contract/government-records.ts';
import { holdsForLife } from '../../../domain/government-records/accept-difference.ts';
import type { RecordValue } from '../../../domain/government-records/record-value.ts';
import { reportDue, updateStanding } from '../../../domain/government-records/update-request.ts';
import { maskNationalId, maskPhone } from '../../../domain/registry/mask.ts';
import { HEAD } from '../../../domain/registry/household-fact.ts';
import { workCalendar, type SettingValues } from '../../../domain/settings/settings.ts';
import type { IsoDate } from '../../../domain/shared/iso-date.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import type { StoredBatch, StoredDifference, StoredRequest } from './ports.ts';

export const toBatchDto = (batch: StoredBatch): RecordBatchDto => ({ ...batch });

export function toDifferenceRow(
  difference: StoredDifference,
  settings: SettingValues,
): DifferenceRow {
  const { head, ours, theirs, field, validFrom } = difference;
  return {
    id: difference.id,
    line: difference.line,
    field,
    outcome: difference.outcome,
    status: difference.status,
    head: head === null ? null : toPersonRef(head),
    name: difference.name === '' ? (head?.name ?? '') : difference.name,
    maskedNationalId: maskNationalId(difference.nationalId),
    isHead: difference.subject === HEAD && field !== 'dependant',
    ours: ours === null ? null : shown(ours),
    theirs: shown(theirs),
    validFrom,
    forLife: holdsForLife(field),
    reportDueOn:
      validFrom === null || head === null
        ? null
        : reportDue(validFrom, settings.changeReportPeriod, workCalendar(settings)),
    decidedAt: difference.decidedAt,
    decidedBy: difference.decidedBy,
    reason: difference.reason,
    version: difference.version,
  };
}

const shown = (value: RecordValue): ShownValue =>
  value.kind === 'phone' ? { kind: 'phone', phone: maskPhone(value.phone) } : value;

export function toUpdateRow(request: StoredRequest, today: IsoDate): UpdateRequestRow {
  const { beneficiaryId, name, nationalId, asked, ...shownOf } = request;
  return {
    ...toPersonRef({ beneficiaryId, name, nationalId }),
    ...shownOf,
    asked: [...asked],
    standing: updateStanding(request, today),
  };
}
