import { checkTerms, termsState } from '../../../domain/programmes/record-terms.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';

export function createProgrammeHandlers(): AreaHandlers<'programmes'> {
  return {
    'programmes.list': async ({ repos }) =>
      ok((await repos.programmes.all()).map(({ no: _no, ...programme }) => programme)),
    'programmes.terms': async ({ repos, today }, { code }) => {
      const programme = await repos.programmes.byCode(code);
      if (!programme) return refuse('PROGRAMME_UNKNOWN', { code });
      const versions = await repos.programmes.terms(programme.no);
      return ok({
        today,
        versions: versions.map((one) => ({ ...one, state: termsState(one, versions, today) })),
      });
    },
    'programmes.save': async ({ repos, audit }, { expectedVersion, ...programme }) => {
      if (!(await repos.programmes.save(programme, expectedVersion)))
        return expectedVersion === null
          ? refuse('PROGRAMME_EXISTS', { code: programme.code })
          : refuse('CONFLICT');
      await audit('programmes.saved', null, { ...programme });
      return ok({});
    },
    'programmes.saveTerms': async (context, { code, validFrom, terms, reason, after }) => {
      const { repos, audit, now, officer, today } = context;
      const programme = await repos.programmes.byCode(code);
      if (!programme) return refuse('PROGRAMME_UNKNOWN', { code });
      const checked = checkTerms(terms, validFrom, today);
      if (!checked.ok) return checked;
      const known = await repos.programmes.terms(programme.no);
      const newest = known.reduce((highest, { no }) => Math.max(highest, no), 0);
      if (newest !== (after ?? 0)) return refuse('CONFLICT');
      const by = { at: now, officerId: officer.id };
      const no = await repos.programmes.addTerms(programme.no, validFrom, terms, reason, by);
      await audit('programmes.termsRecorded', null, { code, from: validFrom, no });
      return ok({ no });
    },
  };
}
