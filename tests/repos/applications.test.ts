import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCases } from '../../src/backend/app/cases/verify-cases.ts';
import { verifyHouseholds } from '../../src/backend/app/registry/verify-households.ts';
import { readRepos } from '../../src/backend/db/repos/repos.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { ok } from '../../src/domain/shared/result.ts';
import {
  acceptPapers,
  draftOf,
  expectedOf,
  familyIntake,
  fileOf,
  submittedOf,
  takenBy,
} from './applications-branch.ts';
import { TestBranch, value } from './branch.ts';

let branch: TestBranch;

beforeAll(async () => {
  branch = await TestBranch.start('2026-11-16');
});
afterAll(() => branch.end());

const reader = () => readRepos(branch.backend.database.reader);
const noBreath = () => Promise.resolve();

describe('an application from intake to final approval', () => {
  const NORAH = '1010101010';
  let id: string;

  it('begins with a number of the year, and keeps what is filled in, however little', async () => {
    const api = await branch.as('sara');
    const started = value(
      await api.applications.start({
        applicant: { kind: 'new', nationalId: '١٠١٠١٠١٠١٠' },
        programme: 'PENSION',
      }),
    );
    expect(started).toMatchObject({ number: '2026-000001', version: 1 });
    id = started.id;
    const intake = { ...familyIntake(NORAH), incomes: [], dependants: [] };
    intake.applicant.name = 'نورة';
    value(await api.applications.save({ id, expectedVersion: 1, intake }));
    const shown = await fileOf(api, id);
    expect(shown).toMatchObject({
      application: { status: 'draft', name: 'نورة', beneficiaryId: null, deadline: null },
      intake: { applicant: { name: 'نورة' } },
      known: false,
    });
  });

  it('is found by its number, also while it is a draft', async () => {
    const api = await branch.as('sara');
    expect(value(await api.registry.search({ text: '2026-000001' }))).toMatchObject([
      { kind: 'application', refId: id, title: '2026-000001', subtitle: 'نورة' },
    ]);
    expect(
      value(await api.applications.list({ view: 'drafts', search: '2026-000001' })).rows,
    ).toMatchObject([{ id }]);
  });

  it('submitted too early names every wrong field and leaves nothing behind', async () => {
    const api = await branch.as('sara');
    const wrong = familyIntake(NORAH, {
      incomes: [
        { person: 0, type: 'wage', amount: 200_000, per: 'month', from: '' },
        { person: 7, type: null, amount: -5, per: 'month', from: '' },
      ],
      bank: { iban: 'NL77ABNA0574908765' },
    });
    wrong.applicant.birthDate = '';
    wrong.applicant.birthTyped = { calendar: 'hijri', text: '1405-02-30' };
    wrong.household.kind = 'independent';
    const expected = await expectedOf(api, id);
    value(await api.applications.save({ ...expected, intake: wrong }));
    const refused = await api.applications.submit(await expectedOf(api, id));
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'INTAKE_WRONG',
        details: {
          count: 6,
          'applicant.birthDate': 'DATE_IMPOSSIBLE',
          'household.kind': 'INDEPENDENT_WITH_DEPENDANTS',
          'incomes.1.type': 'FIELD_MISSING',
          'incomes.1.amount': 'AMOUNT_NEGATIVE',
          'incomes.1.person': 'PERSON_UNKNOWN',
          'bank.iban': 'IBAN_COUNTRY',
        },
      },
    });
    expect(await fileOf(api, id)).toMatchObject({
      application: { status: 'draft', beneficiaryId: null },
      letters: [],
    });
    expect(await reader().applications.personOf(NORAH)).toBeUndefined();
  });

  it('shows its sum at any time, with its working', async () => {
    const api = await branch.as('sara');
    const assessed = value(await api.applications.assess({ id, intake: familyIntake(NORAH) }));
    expect(assessed).toMatchObject({
      problems: [],
      sum: {
        month: '2026-12',
        calculation: { eligible: true, minimum: 264_000, counted: 100_000, pension: 164_000 },
        names: { '0': 'نورة بنت سعد الشهري', '1': 'فهد بن علي الشهري' },
      },
    });
  });

  it('submitted whole opens a file, hands over a receipt and sets the day of the decision', async () => {
    const api = await branch.as('sara');
    const expected = await expectedOf(api, id);
    value(await api.applications.save({ ...expected, intake: familyIntake(NORAH) }));
    const submitted = value(await api.applications.submit(await expectedOf(api, id)));
    expect(submitted.receipt?.number).toMatch(/^1448\//);
    const shown = await fileOf(api, id);
    expect(shown).toMatchObject({
      application: {
        status: 'review',
        submittedOn: '2026-11-16',
        deadline: { on: '2026-12-14', state: 'within' },
        assignedTo: null,
      },
      mayWork: 'NOT_TAKEN',
      mayEdit: 'NOT_TAKEN',
    });
    const beneficiaryId = shown.application.beneficiaryId ?? '';
    expect(value(await api.registry.beneficiary({ id: beneficiaryId }))).toMatchObject({
      name: 'نورة بنت سعد الشهري',
      eligibility: 'studying',
    });
    expect(await reader().households.facts(beneficiaryId)).toEqual([]);
  });

  it('lists the papers of this household, each with why it is asked for', async () => {
    const api = await branch.as('sara');
    const { papers } = await fileOf(api, id);
    expect(papers.map(({ code }) => code)).toEqual([
      'identity',
      'familyRecord',
      'death',
      'wageSlip',
      'lease',
      'account',
    ]);
    expect(papers.every(({ state }) => state === 'missing')).toBe(true);
  });

  it('is not approved while a paper is open, nor a paper accepted that has not come', async () => {
    const api = await branch.as('sara');
    await takenBy(api, id);
    const approved = await api.applications.approveInitially({
      ...(await expectedOf(api, id)),
      reasoning: 'استوفت الشروط',
    });
    expect(approved).toMatchObject({
      error: {
        code: 'PAPERS_OPEN',
        details: { papers: 'identity familyRecord death wageSlip lease' },
      },
    });
    const checked = await api.applications.checkPaper({
      ...(await expectedOf(api, id)),
      paper: 'lease',
      state: 'accepted',
    });
    expect(checked).toMatchObject({ error: { code: 'PAPER_WITHOUT_DOCUMENT' } });
  });

  it('is approved initially by one officer and finally by another, never the same', async () => {
    const sara = await branch.as('sara');
    await acceptPapers(branch, sara, id);
    value(
      await sara.applications.approveInitially({
        ...(await expectedOf(sara, id)),
        reasoning: 'استوفت الشروط',
      }),
    );
    expect(await fileOf(sara, id)).toMatchObject({
      application: { status: 'initialApproval' },
      mayApprove: 'PROPOSED_BY_YOU',
      proposal: { outcome: 'accept', assessment: { calculation: { pension: 164_000 } } },
    });
    expect(await sara.applications.decide(await expectedOf(sara, id))).toMatchObject({
      error: { code: 'PROPOSED_BY_YOU' },
    });
    const mona = await branch.as('mona');
    expect(value(await mona.today.summary({})).applications.toApprove).toBe(1);
    const decided = value(await mona.applications.decide(await expectedOf(mona, id)));
    expect(decided).toMatchObject({ outcome: 'finalApproval', from: '2026-12' });
  });

  it('then stands in the registry from the month after, with its account and its letter', async () => {
    const api = await branch.as('mona');
    const { application, decision, letters } = await fileOf(api, id);
    const beneficiaryId = application.beneficiaryId ?? '';
    expect(decision).toMatchObject({ from: '2026-12', pension: 164_000 });
    expect(letters).toHaveLength(2);
    const facts = await reader().households.facts(beneficiaryId);
    const begins = (kind: string) =>
      new Set(facts.filter((fact) => fact.kind === kind).map(({ validFrom }) => validFrom));
    expect(begins('household')).toEqual(new Set(['2026-12-01']));
    expect(begins('income')).toEqual(new Set(['2026-12-01']));
    expect(begins('person')).toEqual(new Set(['2026-11-16']));
    expect(value(await api.registry.beneficiary({ id: beneficiaryId }))).toMatchObject({
      eligibility: 'eligible',
      kind: 'family',
    });
    expect(await reader().bankAccounts.of(beneficiaryId)).toMatchObject([
      {
        iban: 'SA4420000001234567891234',
        validFrom: '2026-12-01',
        verifiedHow: 'document',
      },
    ]);
  });

  it('pays nothing by itself', async () => {
    const { application } = await fileOf(await branch.as('sara'), id);
    expect(await reader().registry.payments(application.beneficiaryId ?? '')).toEqual([]);
  });

  it('is a decision that nobody touches again, not even in the database', async () => {
    const attempts: [string, RegExp][] = [
      [`update application set pension_halalas = 1 where id = '${id}'`, /a decision stays/],
      [
        `update application_intake set data = '{}' where application_id = '${id}' and revision = 1`,
        /what was submitted stays/,
      ],
      [`delete from application_event where application_id = '${id}'`, /append-only/],
    ];
    for (const [attempt, why] of attempts) {
      await expect(
        branch.backend.database.transact(async (tx) => {
          await sql.raw(attempt).execute(tx.db);
          return ok(null);
        }),
      ).rejects.toThrow(why);
    }
  });

  it('cannot be withdrawn while money is on its way, and ends with the month after', async () => {
    const api = await branch.as('sara');
    const { application } = await fileOf(api, id);
    const person = {
      id: application.beneficiaryId ?? '',
      name: application.name,
      nationalId: NORAH,
    };
    branch.on('2026-12-20');
    const month = '2026-12';
    const cycle = await branch.cycle(60, month, '2026-12-01');
    const paymentId = await branch.payment(person, { id: cycle, month }, 164_000, 'rejected');
    expect(value(await api.applications.withdrawal({ id }))).toMatchObject({
      unpaid: [{ id: paymentId, amount: 164_000 }],
      warnings: ['seniorityLost', 'pensionStops'],
      mayWithdraw: { code: 'SENIORITY_WOULD_BE_LOST' },
    });
    const withdrawal = { reason: 'انتقلت للعمل', confirmed: true } as const;
    expect(
      await api.applications.withdraw({ ...(await expectedOf(api, id)), ...withdrawal }),
    ).toMatchObject({ error: { code: 'SENIORITY_WOULD_BE_LOST' } });
    await branch.backend.database.transact(async (tx) => {
      await sql
        .raw(`update payment set status = 'credited' where id = '${paymentId}'`)
        .execute(tx.db);
      return ok(null);
    });
    const withdrawn = value(
      await api.applications.withdraw({ ...(await expectedOf(api, id)), ...withdrawal }),
    );
    expect(withdrawn.letter).not.toBeNull();
    const facts = await reader().households.facts(person.id);
    expect(
      facts.find(({ kind, supersededIn }) => kind === 'household' && supersededIn === null),
    ).toMatchObject({ validTo: '2027-01-01' });
    branch.on('2026-11-17');
  });
});

describe('an application that is refused', () => {
  const SAAD = '1000000008';
  let id: string;
  let beneficiaryId: string;

  it('states coded reasons by one officer, and is refused by another', async () => {
    const sara = await branch.as('sara');
    const rich = familyIntake(SAAD, {
      incomes: [{ person: 0, type: 'wage', amount: 900_000, per: 'month', from: '' }],
    });
    ({ id } = await submittedOf(sara, SAAD, rich));
    await takenBy(sara, id);
    expect(value(await sara.applications.assess({ id }))).toMatchObject({
      sum: { calculation: { eligible: false, pension: 0 } },
      refusalReasons: [{ ground: 'income', code: 'R04' }],
    });
    await acceptPapers(branch, sara, id);
    expect(
      await sara.applications.approveInitially({
        ...(await expectedOf(sara, id)),
        reasoning: 'قبول',
      }),
    ).toMatchObject({ error: { code: 'NOT_ENTITLED', details: { reasons: 'income' } } });
    const refusal = { reasons: [{ code: 'R99', note: '' }], reasoning: 'الدخل أعلى من الحد' };
    expect(
      await sara.applications.proposeRefusal({ ...(await expectedOf(sara, id)), ...refusal }),
    ).toMatchObject({ error: { code: 'REASON_UNKNOWN' } });
    value(
      await sara.applications.proposeRefusal({
        ...(await expectedOf(sara, id)),
        ...refusal,
        reasons: [{ code: 'R04', note: 'أجر شهري قدره 9000 ريال' }],
      }),
    );
    const mona = await branch.as('mona');
    const decided = value(await mona.applications.decide(await expectedOf(mona, id)));
    expect(decided).toMatchObject({ outcome: 'refused', from: null });
    beneficiaryId = decided.beneficiaryId;
    expect(value(await mona.registry.beneficiary({ id: beneficiaryId }))).toMatchObject({
      eligibility: 'ineligible',
    });
  });

  it('tells the objection what it needs: the day, the reasons, and who decided', async () => {
    const api = await branch.as('khalid');
    const refusal = value(await api.applications.refusal({ beneficiaryId }));
    expect(refusal).toMatchObject({
      applicationId: id,
      refusedOn: '2026-11-17',
      firstDecidedBy: { id: branch.idOf('mona') },
      reasons: ['R04'],
    });
    const filed = await api.objections.file({
      beneficiaryId,
      refusedOn: isoDate('2026-11-17'),
      notifiedOn: isoDate('2026-11-17'),
      channel: 'branch',
      statement: 'الأجر المسجل ليس أجري.',
      reasons: refusal?.reasons ?? [],
      firstDecidedBy: branch.idOf('mona'),
    });
    expect(filed.ok).toBe(true);
  });

  it('is not reviewed while an objection is open', async () => {
    const api = await branch.as('sara');
    expect(
      await api.applications.askReview({ ...(await expectedOf(api, id)), reason: 'تغير الدخل' }),
    ).toMatchObject({ error: { code: 'OBJECTION_OPEN' } });
  });
});

describe('a refused application within twelve months', () => {
  it('is studied anew without a new one (REG 14), and no longer afterwards', async () => {
    const sara = await branch.as('sara');
    const { id } = await submittedOf(sara, '1123456780');
    await takenBy(sara, id);
    value(
      await sara.applications.proposeRefusal({
        ...(await expectedOf(sara, id)),
        reasons: [{ code: 'R07', note: '' }],
        reasoning: 'العنوان مختلف',
      }),
    );
    const mona = await branch.as('mona');
    value(await mona.applications.decide(await expectedOf(mona, id)));
    expect(await fileOf(sara, id)).toMatchObject({ reviewUntil: '2027-11-17' });
    branch.on('2027-11-18');
    const asked = { reason: 'حُدّث العنوان الوطني' };
    expect(
      await sara.applications.askReview({ ...(await expectedOf(sara, id)), ...asked }),
    ).toMatchObject({ error: { code: 'REVIEW_PERIOD_ENDED', details: { until: '2027-11-17' } } });
    branch.on('2026-11-18');
    value(await sara.applications.askReview({ ...(await expectedOf(sara, id)), ...asked }));
    expect(await fileOf(sara, id)).toMatchObject({
      application: { status: 'review', deadline: { on: '2026-12-16' }, assignedTo: null },
      reviews: 1,
      decision: null,
    });
    await takenBy(sara, id);
    await acceptPapers(branch, sara, id);
    value(
      await sara.applications.approveInitially({
        ...(await expectedOf(sara, id)),
        reasoning: 'زال السبب بعد تحديث العنوان',
      }),
    );
    value(await mona.applications.decide(await expectedOf(mona, id)));
    expect(await fileOf(sara, id)).toMatchObject({
      application: { status: 'finalApproval' },
      decision: { from: '2026-12', pension: 164_000 },
    });
  });
});

describe('an application that is not complete', () => {
  it('waits for the applicant with its clock standing still, and goes on with the days left', async () => {
    branch.on('2026-11-18');
    const api = await branch.as('sara');
    const { id } = await submittedOf(api, '2345678904', {
      ...familyIntake('2345678904'),
    });
    await takenBy(api, id);
    branch.on('2026-11-22');
    const asked = value(
      await api.applications.askCompletion({
        ...(await expectedOf(api, id)),
        papers: ['lease'],
        data: ['جهة عمل الابن الأكبر'],
        note: '',
      }),
    );
    expect(asked.completeBy).toBe('2026-12-20');
    expect(await fileOf(api, id)).toMatchObject({
      application: {
        status: 'completion',
        completeBy: '2026-12-20',
        deadline: { state: 'paused' },
      },
      mayPropose: 'IN_COMPLETION',
      mayCancel: 'COMPLETION_RUNNING',
    });
    branch.on('2026-11-29');
    value(await api.applications.receiveCompletion({ ...(await expectedOf(api, id)), note: '' }));
    expect(await fileOf(api, id)).toMatchObject({
      application: { status: 'review', deadline: { on: '2026-12-23' } },
    });
  });

  it('is cancelled after twenty working days, with its letter, and the applicant is as he was', async () => {
    branch.on('2026-11-18');
    const api = await branch.as('sara');
    const { id } = await submittedOf(api, '2000000006');
    await takenBy(api, id);
    value(
      await api.applications.askCompletion({ ...(await expectedOf(api, id)), papers: ['lease'] }),
    );
    branch.on('2026-12-17');
    const lapsed = await api.applications.receiveCompletion({
      ...(await expectedOf(api, id)),
      note: '',
    });
    expect(lapsed).toMatchObject({ error: { code: 'COMPLETION_LAPSED' } });
    expect(value(await api.applications.counts({})).completionLapsed).toBe(1);
    expect(value(await api.applications.cancel(await expectedOf(api, id))).letter).not.toBeNull();
    const { application, cancellation } = await fileOf(api, id);
    expect(cancellation).toEqual({ on: '2026-12-17', cause: 'notCompleted' });
    const person = await api.registry.beneficiary({ id: application.beneficiaryId ?? '' });
    expect(value(person)).toMatchObject({ eligibility: 'notStudied' });
    branch.on('2026-11-18');
  });
});

describe('who applies', () => {
  it('is one person: an ID that the registry has is refused with the way to the file', async () => {
    const api = await branch.as('sara');
    const known = await branch.person('هند بنت سالم القحطاني', { eligibility: 'ineligible' });
    expect(value(await api.applications.identify({ nationalId: known.nationalId }))).toMatchObject({
      known: { beneficiaryId: known.id, eligibility: 'ineligible' },
      applications: [],
    });
    const asNew = { kind: 'new', nationalId: known.nationalId } as const;
    expect(await api.applications.start({ applicant: asNew, programme: 'PENSION' })).toMatchObject({
      error: { code: 'PERSON_EXISTS', details: { beneficiaryId: known.id } },
    });
    const applicant = { kind: 'known', beneficiaryId: known.id } as const;
    const { id, number } = value(await api.applications.start({ applicant, programme: 'PENSION' }));
    expect(await fileOf(api, id)).toMatchObject({
      known: true,
      intake: { applicant: { name: known.name, birthDate: '1980-05-01' } },
    });
    expect(await api.applications.start({ applicant, programme: 'PENSION' })).toMatchObject({
      error: { code: 'APPLICATION_OPEN', details: { number, applicationId: id } },
    });
  });

  it('may have an ID whose check digit does not fit: a warning, no refusal', async () => {
    const api = await branch.as('sara');
    expect(value(await api.applications.identify({ nationalId: '1010101011' }))).toMatchObject({
      warning: 'NATIONAL_ID_CHECKSUM',
      known: null,
    });
    expect(await api.applications.identify({ nationalId: '3000000000' })).toMatchObject({
      error: { code: 'NATIONAL_ID_TYPE' },
    });
  });

  it('entered by somebody else meanwhile keeps his file, and the draft is refused whole', async () => {
    const api = await branch.as('sara');
    const draft = await draftOf(api, '1099999999');
    await branch.backend.database.transact(async (tx) => {
      await sql
        .raw(
          `insert into beneficiary (id, national_id, full_name, name_key, eligibility, created_at)
           values ('00000000-0000-7000-8000-00000000ffff', '1099999999', 'س', 'س', 'eligible', '2026-11-01')`,
        )
        .execute(tx.db);
      return ok(null);
    });
    const { id, version: expectedVersion } = draft;
    expect(await api.applications.submit({ id, expectedVersion })).toMatchObject({
      error: { code: 'PERSON_EXISTS' },
    });
    expect((await fileOf(api, id)).application.status).toBe('draft');
  });

  it('does not bring a dependant who lives in another family (LAW 11)', async () => {
    const api = await branch.as('sara');
    const first = familyIntake('1033333332');
    const shared = first.dependants[0];
    if (shared) shared.nationalId = '1044444440';
    const { id } = await submittedOf(api, '1033333332', first);
    await takenBy(api, id);
    await acceptPapers(branch, api, id);
    value(
      await api.applications.approveInitially({
        ...(await expectedOf(api, id)),
        reasoning: 'قبول',
      }),
    );
    const mona = await branch.as('mona');
    value(await mona.applications.decide(await expectedOf(mona, id)));
    const second = familyIntake('1055555558');
    if (second.dependants[1]) second.dependants[1].nationalId = '1044444440';
    const draft = await draftOf(api, '1055555558', second);
    expect(
      await api.applications.submit({ id: draft.id, expectedVersion: draft.version }),
    ).toMatchObject({
      error: { code: 'INTAKE_WRONG', details: { 'dependants.1.nationalId': 'LIVES_ELSEWHERE' } },
    });
  });
});

describe('papers', () => {
  it('that are too large or no documents at all are refused, and nothing is kept', async () => {
    const api = await branch.as('sara');
    const { id } = await draftOf(api, '1066666665');
    const attach = (file: string) =>
      api.documents.attach({ ownerType: 'application', ownerId: id, path: file, title: 'هوية' });
    const big = path.join(branch.folder, 'مسح ضوئي.pdf');
    writeFileSync(big, '%PDF-1.7');
    truncateSync(big, 50 * 1024 * 1024);
    expect(await attach(big)).toMatchObject({
      error: { code: 'DOCUMENT_TOO_LARGE', details: { file: 'مسح ضوئي.pdf', megabytes: 20 } },
    });
    const program = path.join(branch.folder, 'هوية.pdf');
    writeFileSync(program, Buffer.concat([Buffer.from('MZ\u0090'), Buffer.alloc(4096)]));
    expect(await attach(program)).toMatchObject({ error: { code: 'DOCUMENT_TYPE' } });
    expect((await fileOf(api, id)).otherDocuments).toEqual([]);
  });
});

describe('what is recorded', () => {
  it('can be computed again from its events, and households from their facts', async () => {
    const { differences } = await verifyCases(reader(), noBreath);
    expect(differences).toEqual([]);
    expect((await verifyHouseholds(reader().households, noBreath)).differences).toEqual([]);
  });

  it('shows numbers masked to whoever does not work on cases', async () => {
    const sara = await branch.as('sara');
    const { id } = await submittedOf(sara, '1077777773');
    const auditor = await branch.as('huda');
    expect(await fileOf(auditor, id)).toMatchObject({
      masked: true,
      intake: { applicant: { nationalId: '******7773' }, bank: { iban: 'SA******1234' } },
    });
  });

  it('that two officers change at once is kept of the first, and the second is told', async () => {
    const api = await branch.as('sara');
    const draft = await draftOf(api, '1088888880');
    const { id, version: expectedVersion } = draft;
    const intake = familyIntake('1088888880');
    value(await api.applications.save({ id, expectedVersion, intake }));
    expect(await api.applications.save({ id, expectedVersion, intake })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });
});
