import { maskNationalId } from '../../../domain/registry/mask.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { LetterOffice } from '../letters/letter-office.ts';
import { answerDuplicate, askAboutDuplicate } from './answer-pair.ts';
import { decideMerge, proposeMerge, undoMerge, withdrawMerge } from './merge-files.ts';
import { pairPage, toPairRow } from './pair-page.ts';
import { searchDuplicates } from './search-duplicates.ts';

export function createDuplicateHandlers(office: LetterOffice): AreaHandlers<'duplicates'> {
  return {
    'duplicates.overview': async ({ repos, today }) => {
      const { total } = await repos.duplicates.twiceCounted({ offset: 0, limit: 1 }, today);
      return ok({
        lastSearch: await repos.duplicates.lastSearch(),
        counts: await repos.duplicates.counts(),
        dependants: total,
      });
    },
    'duplicates.search': (context) => searchDuplicates(context),
    'duplicates.pairs': async ({ repos }, query) => {
      const { rows, total } = await repos.duplicates.pairs(query);
      return ok({ rows: rows.map(toPairRow), total });
    },
    'duplicates.pair': (context, { id }) => pairPage(context, id),
    'duplicates.answer': (context, input) => answerDuplicate(context, input),
    'duplicates.ask': (context, input) => askAboutDuplicate(context, input, office),
    'duplicates.proposeMerge': (context, input) => proposeMerge(context, input),
    'duplicates.decideMerge': (context, input) => decideMerge(context, input),
    'duplicates.withdrawMerge': (context, input) => withdrawMerge(context, input),
    'duplicates.undoMerge': (context, input) => undoMerge(context, input),
    'duplicates.dependants': async ({ repos, today }, window) => {
      const { rows, total } = await repos.duplicates.twiceCounted(window, today);
      return ok({
        rows: rows.map(({ nationalId, name, families }) => ({
          maskedNationalId: maskNationalId(nationalId),
          name,
          families: families.map((family) => ({ ...family })),
        })),
        total,
      });
    },
  };
}
