import type { LetterDraftRow } from '../../../../contract/letter-drafts.ts';
import { statesDecision } from '../../../../domain/letter-register/decision-kinds.ts';
import { discardByHand, editByHand } from '../../../../domain/letter-register/draft-rules.ts';
import { ok, refuse } from '../../../../domain/shared/result.ts';
import { toPersonRef } from '../../cases/case-dto.ts';
import type { AreaHandlers } from '../../handlers.ts';
import type { LetterOffice } from '../letter-office.ts';
import { contentOf, headWithoutNumber } from './draft-content.ts';
import { createDraft } from './create-draft.ts';
import { issueDraft } from './issue-draft.ts';
import type { LetterDraft } from './ports.ts';

type DraftHandlers = Pick<
  AreaHandlers<'letters'>,
  | 'letters.drafts'
  | 'letters.draft'
  | 'letters.createDraft'
  | 'letters.editDraft'
  | 'letters.discardDraft'
  | 'letters.previewDraft'
  | 'letters.issueDraft'
>;

export function createDraftHandlers(office: LetterOffice): DraftHandlers {
  return {
    'letters.drafts': async ({ repos, officer }, input) => {
      const { rows, total } = await repos.letterDrafts.list({ ...input, officerId: officer.id });
      return ok({ rows: rows.map(toDraftRow), total });
    },
    'letters.draft': async ({ repos }, { id }) => {
      const draft = await repos.letterDrafts.byId(id);
      return draft ? ok({ draft: toDraftRow(draft), content: draft.content }) : refuse('NOT_FOUND');
    },
    'letters.createDraft': (context, input) => createDraft(context, input),
    'letters.editDraft': async (context, { id, expectedVersion, subject, content }) => {
      const { repos, officer, now } = context;
      const draft = await repos.letterDrafts.byId(id);
      if (!draft) return refuse('NOT_FOUND');
      const allowed = editByHand(draft, officer.id);
      if (!allowed.ok) return allowed;
      const change = { subject, content };
      if (!(await repos.letterDrafts.edit(id, expectedVersion, change, now))) {
        return refuse('CONFLICT');
      }
      return ok({ version: expectedVersion + 1 });
    },
    'letters.discardDraft': async (context, { id, expectedVersion }) => {
      const { repos, officer } = context;
      const draft = await repos.letterDrafts.byId(id);
      if (!draft) return refuse('NOT_FOUND');
      const allowed = discardByHand(
        draft,
        officer.id,
        officer.permissions.includes('letters.void'),
      );
      if (!allowed.ok) return allowed;
      if (!(await repos.letterDrafts.remove(id, expectedVersion))) return refuse('CONFLICT');
      await context.audit(
        'letterDraft.discarded',
        { type: 'letterDraft', id },
        { kind: draft.kind },
      );
      return ok({});
    },
    'letters.previewDraft': async (context, { kind, beneficiaryId, content }) => {
      const person = await context.repos.casePeople.byId(beneficiaryId);
      if (!person) return refuse('NOT_FOUND');
      const whole = contentOf({ kind, content }, headWithoutNumber(context, person));
      if (!whole.ok) return whole;
      const templateVersion = await context.repos.letterTemplates.currentVersion(kind);
      return office.preview({ ...whole.value, templateVersion });
    },
    'letters.issueDraft': (context, input) => issueDraft(context, input, office),
  };
}

function toDraftRow(draft: LetterDraft): LetterDraftRow {
  const { nationalId: _nationalId, content: _content, ...row } = draft;
  return { ...row, ...toPersonRef(draft), needsSecond: statesDecision(draft.kind) };
}
