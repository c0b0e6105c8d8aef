import { maskNationalId } from '../../../domain/registry/mask.ts';
import { searchTerms } from '../../../domain/registry/search-terms.ts';
import { ok } from '../../../domain/shared/result.ts';
import type { AreaHandlers } from '../handlers.ts';
import { beneficiaryPage } from './beneficiary-page.ts';
import { reveal } from './reveal.ts';

export function createRegistryHandlers(): AreaHandlers<'registry'> {
  return {
    'registry.search': async ({ repos }, { text, limit }) => {
      const hits = await repos.registry.search(searchTerms(text), limit);
      return ok(
        hits.map(({ nationalId, ...hit }) => ({
          ...hit,
          maskedNationalId: nationalId === null ? null : maskNationalId(nationalId),
        })),
      );
    },
    'registry.beneficiary': (context, { id }) => beneficiaryPage(context, id),
    'registry.reveal': (context, input) => reveal(context, input),
  };
}
