import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { isoDate, isoMonth } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import { TestBranch, value, type Person } from './branch.ts';

const TODAY = isoDate('2026-11-12');

let branch: TestBranch;
let person: Person;

beforeEach(async () => {
  branch = await TestBranch.start(TODAY);
  person = await branch.person('بدرية بنت عايض السبيعي');
});
afterEach(async () => {
  await branch.end();
});

const rejection = {
  complaint: { ticket: '2026-000017', filedOn: '2026-11-02', category: 'zero' },
  months: [],
  reasons: [{ text: 'ثبت وصول الدفعة كاملة', article: null }],
};

/** States no decision. */
const guidance = {
  payment: {
    month: '2026-11',
    amount: 132_000,
    reference: 'E2E000000000001',
    bankName: 'مصرف الراجحي',
    maskedIban: 'SA** 7519',
    outcome: 'rejected',
    failedOn: '2026-11-02',
  },
  reason: { title: 'رقم الحساب غير صحيح', meaning: null, code: 'AC01' },
  guidance: null,
  accountNeeded: true,
  editDays: { opensOn: '2026-12-01', closesOn: '2026-12-08' },
  branchName: 'فرع شمال الرياض',
  branchAddress: null,
};

async function drafted(
  kind: 'complaintRejected' | 'resumeGuidance',
  content: Partial<typeof rejection> | typeof guidance,
  by = 'sara',
) {
  const api = await branch.as(by);
  return value(
    await api.letters.createDraft({
      kind,
      subject: 'خطاب بخط الموظف',
      beneficiaryId: person.id,
      of: null,
      content,
    }),
  ).id;
}

describe('a draft', () => {
  it('has no number and is on no register until it is issued', async () => {
    const api = await branch.as('sara');
    const id = await drafted('resumeGuidance', guidance);
    expect(value(await api.letters.list({})).total).toBe(0);
    const { draft, content } = value(await api.letters.draft({ id }));
    expect(draft).toMatchObject({
      author: 'سارة الغامدي',
      caseType: 'beneficiary',
      caseNumber: '',
      needsSecond: false,
      name: person.name,
      maskedNationalId: `******${person.nationalId.slice(-4)}`,
    });
    expect(content).toEqual(guidance);
    const issued = value(await api.letters.issueDraft({ id, expectedVersion: 1 }));
    expect(issued.number).toBe('1448/0001');
    expect(value(await api.letters.drafts({})).total).toBe(0);
    const { letter, bytes } = value(await api.letters.file({ id: issued.letterId }));
    expect(letter).toMatchObject({ caseType: 'beneficiary', subject: 'خطاب بخط الموظف' });
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('is edited by one hand, and not over what was saved meanwhile', async () => {
    const api = await branch.as('sara');
    const id = await drafted('resumeGuidance', guidance);
    const change = { id, subject: 'موضوع آخر', content: { ...guidance, guidance: 'راجع البنك' } };
    expect(value(await api.letters.editDraft({ ...change, expectedVersion: 1 }))).toEqual({
      version: 2,
    });
    expect(await api.letters.editDraft({ ...change, expectedVersion: 1 })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    const others = await branch.as('mona');
    expect(await others.letters.editDraft({ ...change, expectedVersion: 2 })).toMatchObject({
      error: { code: 'NOT_YOUR_DRAFT' },
    });
    expect(await api.letters.issueDraft({ id, expectedVersion: 1 })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(value(await api.letters.list({})).total).toBe(0);
  });

  it('is discarded by whoever wrote it, or by a supervisor', async () => {
    const first = await drafted('resumeGuidance', guidance);
    const second = await drafted('resumeGuidance', guidance);
    const [sara, mona, khalid] = await Promise.all(
      ['sara', 'mona', 'khalid'].map((name) => branch.as(name)),
    );
    expect(await mona?.letters.discardDraft({ id: first, expectedVersion: 1 })).toMatchObject({
      error: { code: 'NOT_YOUR_DRAFT' },
    });
    expect((await sara?.letters.discardDraft({ id: first, expectedVersion: 1 }))?.ok).toBe(true);
    expect((await khalid?.letters.discardDraft({ id: second, expectedVersion: 1 }))?.ok).toBe(true);
    const audit = await readRepos(branch.backend.database.reader).audit.of({
      type: 'letterDraft',
      id: first,
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'letterDraft.created',
      'letterDraft.discarded',
    ]);
  });

  it('is shown as it would be printed, and nothing is kept of that', async () => {
    const api = await branch.as('sara');
    const shown = value(
      await api.letters.previewDraft({
        kind: 'complaintRejected',
        beneficiaryId: person.id,
        content: rejection,
      }),
    );
    expect(shown.pages).toBe(1);
    expect(shown.bytes.length).toBeGreaterThan(1000);
    const archive = path.join(branch.folder, 'attachments');
    const kept = (() => {
      try {
        return readdirSync(archive);
      } catch {
        return [];
      }
    })();
    expect(kept).toEqual([]);
    expect(value(await api.letters.drafts({})).total).toBe(0);
  });

  it('with a field missing names it, and takes no number', async () => {
    const api = await branch.as('sara');
    const { complaint: _complaint, ...incomplete } = rejection;
    const id = await drafted('complaintRejected', incomplete);
    const mona = await branch.as('mona');
    expect(await mona.letters.issueDraft({ id, expectedVersion: 1 })).toMatchObject({
      error: { code: 'DRAFT_INCOMPLETE', details: { field: 'complaint' } },
    });
    const whole = await drafted('resumeGuidance', guidance);
    expect(value(await api.letters.issueDraft({ id: whole, expectedVersion: 1 })).number).toBe(
      '1448/0001',
    );
  });

  it('speaks of nobody else’s case', async () => {
    const other = await branch.person('سعد بن فهد الحربي');
    const api = await branch.as('sara');
    const { id } = value(
      await api.complaints.file({
        beneficiaryId: other.id,
        category: 'zero',
        channel: 'branch',
        claim: 'لم تصلني دفعة نوفمبر',
        months: [{ month: isoMonth('2026-11'), expected: 132_000, received: 0 }],
      }),
    );
    const of = { caseType: 'complaint' as const, caseId: id };
    const draft = {
      kind: 'complaintRejected' as const,
      subject: 'نتيجة الشكوى',
      content: rejection,
      of,
    };
    expect(await api.letters.createDraft({ ...draft, beneficiaryId: person.id })).toMatchObject({
      error: { code: 'CASE_OF_OTHER_PERSON', details: { number: '2026-000001' } },
    });
    const written = value(await api.letters.createDraft({ ...draft, beneficiaryId: other.id }));
    expect(value(await api.letters.draft({ id: written.id })).draft.caseNumber).toBe('2026-000001');
  });
});

describe('a decision written by hand', () => {
  it('is issued by another officer than its author, whatever the code above says', async () => {
    const id = await drafted('complaintRejected', rejection);
    const api = await branch.as('sara');
    expect(value(await api.letters.draft({ id })).draft.needsSecond).toBe(true);
    expect(await api.letters.issueDraft({ id, expectedVersion: 1 })).toMatchObject({
      error: { code: 'OWN_DECISION' },
    });
    const mona = await branch.as('mona');
    const { letterId } = value(await mona.letters.issueDraft({ id, expectedVersion: 1 }));
    await expect(
      branch.backend.database.transact(async (tx) => {
        await sql
          .raw(
            `insert into letter select 'copy', '1448/0002', year, 2, template, template_version, beneficiary_id, name_key,
             case_type, case_id, case_number, subject, content, 1, drafted_by, issued_at, drafted_by, 'queued', 'issued',
             0, null, null, null, null, 0, 0, 0, null, 1 from letter where id = '${letterId}'`,
          )
          .execute(tx.db);
        return ok(null);
      }),
    ).rejects.toThrow(/CHECK/);
  });
});
