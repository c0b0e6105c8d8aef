import { describe, expect, it } from 'vitest';
import { halalas } from '../../../domain/shared/halalas.ts';
import { isoDate, isoMonth } from '../../../domain/shared/iso-date.ts';
import type { ComplaintFile } from './ComplaintCase.tsx';
import { proposalOf } from './use-proposal.ts';

type Case = Pick<ComplaintFile, 'proposal' | 'months'>;

const september = {
  month: isoMonth('2026-09'),
  expected: halalas(196_000),
  received: halalas(130_000),
  due: halalas(196_000),
  sent: halalas(130_000),
  credited: halalas(130_000),
  accounted: halalas(130_000),
  difference: halalas(66_000),
  payments: [],
  suggestedFinding: 'shortfallProven',
} satisfies Case['months'][number];
const november = {
  ...september,
  month: isoMonth('2026-11'),
  credited: halalas(0),
  accounted: halalas(196_000),
  difference: halalas(0),
  suggestedFinding: 'bankReturned',
} satisfies Case['months'][number];
const fresh: Case = { proposal: null, months: [september, november] };

const sentBack: Case = {
  ...fresh,
  proposal: {
    outcome: 'partlyAccepted',
    reasoning: 'ثبت نقص شهر واحد.',
    months: [
      {
        month: september.month,
        finding: 'shortfallProven',
        due: halalas(150_000),
        paid: halalas(130_000),
        difference: halalas(20_000),
      },
      {
        month: november.month,
        finding: 'notDue',
        due: halalas(0),
        paid: halalas(0),
        difference: halalas(0),
      },
    ],
    total: halalas(20_000),
    proposedBy: 'منى العنزي',
    proposedOn: isoDate('2026-11-20'),
  },
};

describe('the decision on screen', () => {
  it('begins with what the records suggest and leaves the outcome to the officer', () => {
    const proposal = proposalOf(fresh, undefined);
    expect(proposal.months.map(({ finding }) => finding)).toEqual([
      'shortfallProven',
      'bankReturned',
    ]);
    expect(proposal.outcome).toBeNull();
  });

  it('sums only proven shortfalls: what the bank gave back is resumed, not paid again', () => {
    expect(proposalOf(fresh, undefined).total).toBe(66_000);
  });

  it('puts the change of the officer over the suggestion, and pays nothing twice', () => {
    const draft = { findings: { '2026-11': 'shortfallProven' as const } };
    expect(proposalOf(fresh, draft).months[1]?.finding).toBe('shortfallProven');
    expect(proposalOf(fresh, draft).total).toBe(66_000);
  });

  it('counts with what the officer holds to be due', () => {
    const draft = { dues: { '2026-09': halalas(140_000) } };
    expect(proposalOf(fresh, draft).total).toBe(10_000);
  });

  it('begins again from what was sent back, until it is changed', () => {
    const proposal = proposalOf(sentBack, { reasoning: 'ثبت نقص شهرين.' });
    expect(proposal.outcome).toBe('partlyAccepted');
    expect(proposal.reasoning).toBe('ثبت نقص شهرين.');
    expect(proposal.months[0]?.due).toBe(150_000);
  });

  it('comes back to the computed sum when a month that was not due is found to be', () => {
    const draft = { findings: { '2026-11': 'shortfallProven' as const } };
    expect(proposalOf(sentBack, draft).months[1]?.due).toBe(196_000);
  });

  it('counts nothing for a month of which nobody knows what was due', () => {
    const months = [{ ...september, due: null, difference: null }];
    const proposal = proposalOf({ proposal: null, months }, undefined);
    expect(proposal.months[0]?.due).toBeNull();
    expect(proposal.total).toBe(0);
  });
});
