import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentState, type PaymentEvent } from '../payments/payment-state.ts';
import { transition } from '../reconciliation/transition.ts';
import { isoDate, isoMonth } from '../shared/iso-date.ts';
import {
  approveResume,
  cancelAttempt,
  proposeResume,
  sendResumeBack,
  withdrawProposal,
} from './decide-resume.ts';
import { openedCase, resumeStateOf, type RecordedResumeEvent } from './resume-case.ts';
import type { ResumeFacts } from './resume-rules.ts';

const today = isoDate('2026-11-05');
const month = isoMonth('2026-12');
const OFFICERS = ['sara', 'khalid', 'mona'] as const;

interface Attempt {
  readonly id: string;
  readonly events: PaymentEvent[];
  live: boolean;
  readonly trail: RecordedResumeEvent[];
}

type Step =
  | { readonly kind: 'bank'; readonly says: 'rejected' | 'returned' | 'settled' | 'bankAccepted' }
  | { readonly kind: 'undo' | 'send' }
  | {
      readonly kind: 'propose' | 'approve' | 'withdraw' | 'sendBack' | 'cancel';
      readonly by: (typeof OFFICERS)[number];
    };

const step: fc.Arbitrary<Step & { readonly of: number }> = fc
  .tuple(
    fc.oneof<fc.Arbitrary<Step>[]>(
      fc.record({
        kind: fc.constant('bank' as const),
        says: fc.constantFrom('rejected', 'returned', 'settled', 'bankAccepted'),
      }),
      fc.record({ kind: fc.constantFrom('undo', 'send') }),
      fc.record({
        kind: fc.constantFrom('propose', 'approve', 'withdraw', 'sendBack', 'cancel'),
        by: fc.constantFrom(...OFFICERS),
      }),
    ),
    fc.nat(4),
  )
  .map(([taken, of]) => ({ ...taken, of }));

/** The payments of one person, programme and month as the ledger keeps them, moved by the domain alone. */
class Month {
  #seq = 0;
  readonly attempts: Attempt[] = [this.#attempt(0)];

  #attempt(no: number): Attempt {
    return { id: `P${no}`, events: [this.#event('prepared')], live: true, trail: [] };
  }

  #event(type: string, reversesSeq: number | null = null): PaymentEvent {
    this.#seq += 1;
    return { seq: this.#seq, type, reasonList: null, reasonCode: null, reversesSeq };
  }

  statusOf({ events }: Attempt) {
    return paymentState(events)?.status ?? 'prepared';
  }

  stateOf({ trail }: Attempt) {
    return resumeStateOf(trail) ?? openedCase(today);
  }

  factsOf(attempt: Attempt): ResumeFacts {
    const other = this.attempts.find((one) => one !== attempt && one.live);
    return {
      status: this.statusOf(attempt),
      reference: attempt.id,
      live: attempt.live,
      iban: '',
      rule: 'sameData',
      reasonCode: 'AB05',
      needsNewAccount: false,
      paidInstead: false,
      otherLive: other?.id ?? null,
      frozenBy: null,
      complaintDue: false,
    };
  }

  take({ of, ...taken }: Step & { readonly of: number }): void {
    const attempt = this.attempts[of % this.attempts.length];
    if (!attempt) return;
    const state = this.stateOf(attempt);
    const record = (by: string, events: readonly RecordedResumeEvent['event'][]): void => {
      if (attempt.trail.length === 0) {
        attempt.trail.push({ by, event: { type: 'opened', on: today } });
      }
      attempt.trail.push(...events.map((event) => ({ by, event })));
    };
    switch (taken.kind) {
      case 'bank': {
        const moved = transition(this.statusOf(attempt), taken.says);
        if (moved.effect === 'advances') attempt.events.push(this.#event(moved.to));
        return;
      }
      case 'send':
        if (this.statusOf(attempt) === 'prepared') attempt.events.push(this.#event('sent'));
        return;
      case 'undo': {
        const reversed = new Set(attempt.events.map(({ reversesSeq }) => reversesSeq));
        const last = attempt.events.findLast(
          ({ seq, type }) => type !== 'reversed' && !reversed.has(seq),
        );
        // What another attempt rests on is not taken back, nor is the beginning.
        if (!last || last.type === 'resumed' || last.type === 'prepared') return;
        if (last.type === 'cancelled') return;
        attempt.events.push(this.#event('reversed', last.seq));
        return;
      }
      case 'propose': {
        const decided = proposeResume(state, this.factsOf(attempt), month, taken.by, today);
        if (decided.ok) record(taken.by, decided.value.events);
        return;
      }
      case 'withdraw': {
        const decided = withdrawProposal(state, taken.by);
        if (decided.ok) record(taken.by, decided.value.events);
        return;
      }
      case 'sendBack': {
        const decided = sendResumeBack(state, 'note', taken.by);
        if (decided.ok) record(taken.by, decided.value.events);
        return;
      }
      case 'approve': {
        const next = this.#attempt(this.attempts.length);
        const made = { id: next.id, endToEndId: next.id };
        const facts = this.factsOf(attempt);
        const decided = approveResume(state, facts, null, made, taken.by, today);
        if (!decided.ok) return;
        attempt.live = false;
        attempt.events.push(this.#event('resumed'));
        this.attempts.push(next);
        record(taken.by, decided.value.events);
        return;
      }
      case 'cancel': {
        const again = this.attempts.find(({ id }) => id === state.attemptId);
        if (!again) return;
        const other = this.attempts.find((one) => one !== again && one !== attempt && one.live);
        const decided = cancelAttempt(
          state,
          {
            status: this.statusOf(again),
            reference: again.id,
            inRun: false,
            closed: false,
            month,
            otherLive: other?.id ?? null,
          },
          'reason',
          taken.by,
          today,
        );
        if (!decided.ok) return;
        again.events.push(this.#event('cancelled'));
        again.live = false;
        const resumed = attempt.events.findLast(({ type }) => type === 'resumed');
        if (resumed) attempt.events.push(this.#event('reversed', resumed.seq));
        attempt.live = true;
        record(taken.by, decided.value.events);
      }
    }
  }
}

describe('a month of one person and programme', () => {
  it('never has two live attempts, whatever officers and banks do in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const of = new Month();
        for (const taken of steps) {
          of.take(taken);
          expect(of.attempts.filter(({ live }) => live)).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never has a resumption that one officer proposed and approved alone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const of = new Month();
        for (const taken of steps) of.take(taken);
        for (const attempt of of.attempts) {
          const { approvedBy, proposedBy } = of.stateOf(attempt);
          expect(approvedBy !== null && approvedBy === proposedBy).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is resumed in some of those orders', () => {
    const of = new Month();
    of.take({ kind: 'send', of: 0 });
    of.take({ kind: 'bank', says: 'rejected', of: 0 });
    of.take({ kind: 'propose', by: 'sara', of: 0 });
    of.take({ kind: 'approve', by: 'sara', of: 0 });
    expect(of.attempts).toHaveLength(1);
    of.take({ kind: 'approve', by: 'khalid', of: 0 });
    expect(of.attempts.map(({ live }) => live)).toEqual([false, true]);
  });
});
