import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Client } from '../../src/contract/client.ts';
import type { InputOf } from '../../src/contract/api.ts';
import { EMPTY_INTAKE, type Intake } from '../../src/domain/applications/intake.ts';
import { value, type TestBranch } from './branch.ts';

export type IntakeInput = InputOf<'applications.save'>['intake'];

const person = {
  ...EMPTY_INTAKE.applicant,
  sex: 'female' as const,
  birthDate: '1985-03-04',
  nationality: 'saudi' as const,
};

/** A family of three with a wage of 2,000 riyals: 2,640 less 1,000. */
export function familyIntake(nationalId: string, more: Partial<Intake> = {}): IntakeInput {
  const intake: Intake = {
    ...EMPTY_INTAKE,
    applicant: { ...person, name: 'نورة بنت سعد الشهري', nationalId },
    social: { maritalStatus: 'widowed', employment: 'employed' },
    contact: {
      ...EMPTY_INTAKE.contact,
      phone: '0551234567',
      addressLine: 'الرياض، حي النرجس، 7421 وادي الرمة 13327',
    },
    household: { kind: 'family', families: 1 },
    dependants: [
      {
        ...person,
        subject: 1,
        name: 'فهد بن علي الشهري',
        nationalId: '',
        sex: 'male',
        birthDate: '',
        birthTyped: { calendar: 'hijri', text: '1436-05-12' },
        relation: 'child',
        dependantKind: 'ward',
      },
      {
        ...person,
        subject: 2,
        name: 'ريم بنت علي الشهري',
        nationalId: '',
        birthDate: '2018-09-30',
        relation: 'child',
        dependantKind: 'ward',
      },
    ],
    incomes: [{ person: 0, type: 'wage', amount: 200_000, per: 'month', from: 'مدرسة أهلية' }],
    dwelling: { tenure: 'rented', proof: 'lease', proofNumber: '20481', address: null },
    bank: { iban: 'SA44 2000 0001 2345 6789 1234' },
    ...more,
  };
  return structuredClone(intake) as IntakeInput;
}

/** Begins a draft for somebody who is not known and fills it in. */
export async function draftOf(api: Client, nationalId: string, intake = familyIntake(nationalId)) {
  const started = value(
    await api.applications.start({
      applicant: { kind: 'new', nationalId },
      programme: 'PENSION',
    }),
  );
  const { version } = value(
    await api.applications.save({ id: started.id, expectedVersion: started.version, intake }),
  );
  return { ...started, version };
}

/** A submitted application of somebody who is not known. */
export async function submittedOf(
  api: Client,
  nationalId: string,
  intake = familyIntake(nationalId),
) {
  const draft = await draftOf(api, nationalId, intake);
  const submitted = value(
    await api.applications.submit({ id: draft.id, expectedVersion: draft.version }),
  );
  return { ...draft, ...submitted };
}

export const fileOf = async (api: Client, id: string) => value(await api.applications.file({ id }));

export const expectedOf = async (api: Client, id: string) => ({
  id,
  expectedVersion: (await fileOf(api, id)).application.version,
});

export async function takenBy(api: Client, id: string): Promise<void> {
  value(await api.applications.take(await expectedOf(api, id)));
}

/** Attaches a scan for each mandatory paper and accepts it. */
export async function acceptPapers(branch: TestBranch, api: Client, id: string): Promise<void> {
  for (const { code, mandatory } of (await fileOf(api, id)).papers) {
    if (!mandatory && code !== 'account') continue;
    const { id: documentId } = value(
      await api.documents.attach({
        ownerType: 'application',
        ownerId: id,
        path: await scan(branch, code),
        title: code,
      }),
    );
    const expected = await expectedOf(api, id);
    value(
      await api.applications.checkPaper({
        ...expected,
        paper: code,
        state: 'accepted',
        documentId,
      }),
    );
  }
}

async function scan(branch: TestBranch, name: string): Promise<string> {
  const document = await PDFDocument.create();
  document.addPage().drawText(name);
  const file = path.join(branch.folder, `${name}.pdf`);
  writeFileSync(file, await document.save());
  return file;
}
