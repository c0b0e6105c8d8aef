import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { TestBranch, value } from './branch.ts';

const NOVEMBER = isoMonth('2026-11');
let branch: TestBranch;

beforeAll(async () => {
  branch = await TestBranch.start('2026-11-12');
  const cycle = { id: await branch.cycle(59, '2026-11', '2026-11-01'), month: '2026-11' };
  const statuses = ['credited', 'settled', 'bankAccepted', 'rejected', 'returned', 'held'] as const;
  const api = await branch.as('sara');
  for (const [index, status] of statuses.entries()) {
    const person = await branch.person(`مستفيد ${index}`, { eligibility: 'ineligible' });
    await branch.payment(person, cycle, 100_000 + index, status);
    value(
      await api.complaints.file({
        beneficiaryId: person.id,
        category: 'late',
        channel: 'phone',
        claim: 'تأخرت الدفعة',
        months: [{ month: NOVEMBER, expected: 100_000, received: 0 }],
      }),
    );
    value(
      await api.objections.file({
        beneficiaryId: person.id,
        refusedOn: isoDate('2026-11-01'),
        notifiedOn: isoDate('2026-11-02'),
        channel: 'branch',
        statement: 'السكن مستقل',
        reasons: ['R11'],
      }),
    );
  }
  const { rows } = value(await api.complaints.list({ sort: 'ticket' }));
  const [first, second] = rows;
  for (const row of [first, second]) {
    if (row) value(await api.complaints.take({ id: row.id, expectedVersion: row.version }));
  }
  if (!first) throw new Error('No complaint was filed');
  value(
    await api.complaints.propose({
      id: first.id,
      expectedVersion: 2,
      outcome: 'rejected',
      reasoning: 'وصلت الدفعة كاملة',
      months: [{ month: NOVEMBER, finding: 'paidInFull', due: 100_000 }],
    }),
  );
});
afterAll(() => branch.end());

describe('the day of an officer', () => {
  it('shows his own cases by deadline and how the newest cycle stands', async () => {
    const api = await branch.as('sara');
    const day = value(await api.today.summary({}));
    expect(day.complaints).toEqual({ mine: 2, dueToday: 0, overdue: 0, toApprove: 0 });
    expect(day.objections).toEqual({ mine: 0, dueToday: 0, overdue: 0, toApprove: 0 });
    expect(day.nextComplaints.map(({ ticket }) => ticket)).toEqual(['2026-000001', '2026-000002']);
    expect(day.cycle).toMatchObject({
      // What is held and was never sent is no part of it: the others add up to what was sent.
      cycle: { number: 59, payments: 5, amount: 500_010 },
      paid: 200_001,
      open: 100_002,
      rejected: 100_003,
      returned: 100_004,
      exceptions: 0,
    });
  });

  it('shows another what waits for his approval, and turns overdue with the days', async () => {
    branch.on('2026-12-03');
    const mona = await branch.as('mona');
    expect(value(await mona.today.summary({})).complaints).toEqual({
      mine: 0,
      dueToday: 6,
      overdue: 0,
      toApprove: 1,
    });
    branch.on('2026-12-04');
    expect(value(await mona.today.summary({})).complaints).toMatchObject({
      dueToday: 0,
      overdue: 6,
    });
    branch.on('2026-11-12');
  });

  it('shows an administrator of accounts neither cases nor money', async () => {
    const admin = await branch.as('admin');
    expect(value(await admin.today.summary({}))).toMatchObject({
      complaints: { mine: 0, toApprove: 0 },
      nextComplaints: [],
      cycle: null,
    });
  });
});

describe('the settings', () => {
  it('say since when each holds', async () => {
    await branch.setting('complaintDeadline', { days: 10, count: 'calendar' }, '2026-06-01');
    await branch.setting('complaintDeadline', { days: 5, count: 'calendar' }, '2027-01-01');
    const api = await branch.as('sara');
    const current = value(await api.settings.current({}));
    expect(current.find(({ key }) => key === 'complaintDeadline')).toEqual({
      key: 'complaintDeadline',
      value: { days: 10, count: 'calendar' },
      validFrom: '2026-06-01',
    });
    expect(current.find(({ key }) => key === 'objectionPeriod')?.validFrom).toBe('2020-01-01');
  });
});
