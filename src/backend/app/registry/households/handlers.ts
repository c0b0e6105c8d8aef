import { editDaysFrom } from '../../../../domain/resume/edit-days.ts';
import { ok, refuse } from '../../../../domain/shared/result.ts';
import { toDocumentRef } from '../../cases/case-dto.ts';
import type { AreaHandlers } from '../../handlers.ts';
import { addAccount } from './add-account.ts';
import { changeHousehold } from './change-household.ts';
import { endAccount } from './end-account.ts';
import { householdHistory } from './household-history.ts';
import { showHousehold } from './show-household.ts';
import { undoChange } from './undo-change.ts';

export function createHouseholdHandlers(): AreaHandlers<'households'> {
  return {
    'households.show': (context, input) => showHousehold(context, input),
    'households.history': (context, input) => householdHistory(context, input),
    'households.change': (context, input) => changeHousehold(context, input),
    'households.undo': (context, input) => undoChange(context, input),
    'households.addAccount': (context, input) => addAccount(context, input),
    'households.endAccount': (context, input) => endAccount(context, input),
    'households.accountDesk': async ({ repos, today, settings }, { beneficiaryId }) => {
      if (!(await repos.registry.person(beneficiaryId))) return refuse('NOT_FOUND');
      const days = editDaysFrom(today, settings.accountEditDays);
      const documents = await repos.documents.of('beneficiary', beneficiaryId);
      return ok({
        ...days,
        isOpen: days.opensOn <= today,
        documents: documents.map(toDocumentRef),
      });
    },
  };
}
