import { describe, expect, it } from 'vitest';
import { decisionDeadline } from '../complaints/file-complaint.ts';
import { filingWindow } from '../complaints/filing-window.ts';
import { OBJECTION_STATUSES } from '../objections/objection-status.ts';
import { DEFAULT_SETTINGS, workCalendar } from '../settings/settings.ts';
import { halalas } from '../shared/halalas.ts';
import { addDays, isoDate, type IsoDate } from '../shared/iso-date.ts';
import { createPaymentPlan, isListed, listedAmount } from './payment-plan.ts';
import { planComplaints, type KnownCycle, type PlannedComplaint } from './sample-complaints.ts';
import { CYCLES, datesOf, monthOfCycle, type SampleCycle } from './sample-months.ts';
import { planObjections } from './sample-objections.ts';
import { eligibilityOf, pensionOf, samplePerson } from './sample-person.ts';

const calendar = workCalendar(DEFAULT_SETTINGS);
const { complaintWindow, complaintDeadline, objectionPeriod, objectionDeadline } = DEFAULT_SETTINGS;
const rules = { calendar, complaintWindow, complaintDeadline };

function complaintsOn(today: IsoDate, size = 2000): PlannedComplaint[] {
  const plan = createPaymentPlan(1, size);
  const known = (cycle: SampleCycle): KnownCycle => {
    const month = monthOfCycle(today, cycle);
    const outcome = (index: number) =>
      plan.outcomesOf(index)[CYCLES.indexOf(cycle)] ?? ('notPaid' as const);
    const due = (index: number) => pensionOf(samplePerson(1, index, today), month);
    return {
      cycle,
      month,
      paidOn: datesOf(month).paidOn,
      outcome,
      due,
      amount: (index) => {
        const one = outcome(index);
        return isListed(one) ? listedAmount(one, due(index)) : halalas(0);
      },
    };
  };
  const cycles = {
    beforeLast: known('beforeLast'),
    last: known('last'),
    current: known('current'),
  };
  return planComplaints(1, size, today, cycles, rules);
}

describe.each(['2026-11-21', '2026-11-03', '2026-03-31', '2027-01-01'])(
  'the complaints of a sample made on %s',
  (day) => {
    const today = isoDate(day);
    const complaints = complaintsOn(today);

    it('are two in a hundred people, nobody twice', () => {
      expect(complaints.length).toBeGreaterThan(36);
      expect(complaints.length).toBeLessThanOrEqual(40);
      expect(new Set(complaints.map(({ index }) => index)).size).toBe(complaints.length);
    });

    it('are filed inside the window of their month, or late with a reason, and never tomorrow', () => {
      for (const { cycle, filedOn, late } of complaints) {
        const month = monthOfCycle(today, cycle);
        const window = filingWindow(month, datesOf(month).paidOn, complaintWindow);
        expect(filedOn >= window.opensOn && filedOn <= today).toBe(true);
        expect(filedOn > window.closesOn).toBe(late);
      }
    });

    it('cover the categories and states', () => {
      expect(new Set(complaints.map(({ category }) => category)).size).toBe(3);
      expect(new Set(complaints.map(({ goal }) => goal)).size).toBe(6);
    });
  },
);

it('leaves some complaints overdue and one due on the day of the sample', () => {
  const today = isoDate('2026-11-22');
  const open = complaintsOn(today).filter(({ goal }) => goal !== 'decided');
  const due = open.map(({ filedOn }) => decisionDeadline(filedOn, complaintDeadline, calendar));
  expect(due.some((on) => on < today)).toBe(true);
  expect(due).toContain(today);
});

describe('the objections of a sample', () => {
  const today = isoDate('2026-11-21');
  const objections = [
    ...planObjections(1, 200, today, {
      calendar,
      period: objectionPeriod,
      deadlineDays: objectionDeadline.days,
    }),
  ];

  it('are a dozen in a small branch, of refused people, in every state', () => {
    expect(objections).toHaveLength(12);
    for (const { index } of objections) expect(eligibilityOf(index)).toBe('ineligible');
    expect(new Set(objections.map(({ goal }) => goal))).toEqual(new Set(OBJECTION_STATUSES));
  });

  it('follow their refusal, some overdue and one due on the day of the sample', () => {
    for (const { refusedOn, notifiedOn, filedOn } of objections) {
      expect(refusedOn <= notifiedOn && notifiedOn < filedOn && filedOn < today).toBe(true);
    }
    const open = objections.filter(({ goal }) => goal === 'reviewing' || goal === 'submitted');
    const due = open.map(({ filedOn }) => addDays(filedOn, objectionDeadline.days));
    expect(due.some((on) => on < today)).toBe(true);
    expect(due).toContain(today);
  });

  it('have findings that bear their outcome', () => {
    const provenOf = (goal: string) =>
      objections
        .filter((objection) => objection.goal === goal)
        .flatMap(({ reasons }) => reasons.map(({ finding }) => finding === 'proven'));
    expect(provenOf('accepted')).not.toContain(true);
    expect(provenOf('rejected')).not.toContain(false);
    expect(new Set(provenOf('partlyAccepted'))).toEqual(new Set([true, false]));
  });
});
