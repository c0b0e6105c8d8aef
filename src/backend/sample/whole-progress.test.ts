import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unwatchedOperation } from '../app/operation.ts';
import { WholeProgress } from './whole-progress.ts';

const report = fc.record({
  part: fc.boolean(),
  phase: fc.constantFrom('reading', 'matching', 'applying'),
  done: fc.nat(100),
});

it('one bar only ever grows, to the end and not beyond, whatever the parts report', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 60 }), (reports) => {
      const shown: number[] = [];
      const whole = new WholeProgress(
        { ...unwatchedOperation(), progress: (_, done) => shown.push(done) },
        300,
      );
      const parts = [() => whole.part('people', 200), () => whole.part('cases', 100)];
      let part = whole.part('people', 0);
      for (const { part: next, phase, done } of reports) {
        if (next) part = parts.shift()?.() ?? part;
        part.progress(phase, done, 100);
      }
      expect(shown).toEqual([...shown].sort((one, other) => one - other));
      expect(Math.max(...shown)).toBeLessThanOrEqual(300);
    }),
  );
});
