import { describe, expect, it } from 'vitest';
import type { OutputOf } from '../../../contract/api.ts';
import { halalas } from '../../../domain/shared/halalas.ts';
import { isoDate } from '../../../domain/shared/iso-date.ts';
import { numberOf, queueOf } from './queue.ts';

const complaint = (ticket: string, days: number | null) => ({
  id: ticket,
  beneficiaryId: ticket,
  name: 'فاطمة بنت علي عسيري',
  maskedNationalId: '******2067',
  ticket,
  category: 'short' as const,
  status: 'new' as const,
  filedOn: isoDate('2026-11-12'),
  deadline:
    days === null
      ? null
      : {
          on: isoDate('2026-11-25'),
          state: days < 0 ? ('overdue' as const) : ('within' as const),
          days,
        },
  claimed: halalas(33000),
  assignedTo: null,
  version: 1,
});
const objection = (number: string, days: number) => ({
  ...complaint(number, days),
  number,
  status: 'reviewing' as const,
  refusedOn: isoDate('2026-10-01'),
  reasons: ['R07'],
});
const application = (number: string, days: number) => ({
  ...complaint(number, days),
  number,
  status: 'review' as const,
  programme: 'PENSION',
  startedOn: isoDate('2026-11-12'),
  submittedOn: isoDate('2026-11-12'),
  completeBy: null,
  decidedOn: null,
});
const counts = { mine: 0, dueToday: 0, overdue: 0, toApprove: 0 };

describe('my queue', () => {
  it('puts complaints, objections and applications in one order: the latest overdue first, no deadline last', () => {
    const summary: OutputOf<'today.summary'> = {
      complaints: counts,
      objections: counts,
      applications: { ...counts, lapsed: 0 },
      resumes: { toApprove: 0 },
      eligibilityRuns: { toApprove: 0 },
      settlements: { toApprove: 0 },
      recoveries: { toApprove: 0 },
      settings: { toApprove: 0 },
      lifeCases: { toApprove: 0, open: 0 },
      nextComplaints: [complaint('C-none', null), complaint('C+3', 3), complaint('C-2', -2)],
      nextObjections: [objection('O-1', -1), objection('O+9', 9)],
      nextApplications: [application('A+5', 5)],
      cycle: null,
    };
    expect(queueOf(summary).map(numberOf)).toEqual(['C-2', 'O-1', 'C+3', 'A+5', 'O+9', 'C-none']);
  });
});
