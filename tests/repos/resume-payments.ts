import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../../src/contract/client.ts';
import { isoDate } from '../../src/domain/shared/iso-date.ts';
import { value, type Person, type TestBranch } from './branch.ts';

/** A PDF of one empty page. */
export const PAGE = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`,
);

export const NEW_IBAN = 'SA44 2000 0001 2345 6789 1234';

export async function versionOf(api: Client, paymentId: string): Promise<number> {
  return value(await api.resume.payment({ paymentId })).caseVersion;
}

export async function expected(api: Client, paymentId: string) {
  return { paymentId, expectedVersion: await versionOf(api, paymentId) };
}

/** Attaches a proof to the payment's case, or to a life-status case; answers its id. */
export async function proof(
  branch: TestBranch,
  api: Client,
  ownerId: string,
  ownerType: 'resume' | 'life' = 'resume',
): Promise<string> {
  const file = path.join(branch.folder, 'proof.pdf');
  writeFileSync(file, PAGE);
  const title = 'شهادة الآيبان';
  return value(await api.documents.attach({ ownerType, ownerId, path: file, title })).id;
}

/** Steps 1 and 2 as the programme asks for them. */
export async function proveAccount(
  branch: TestBranch,
  api: Client,
  paymentId: string,
  iban: string | null = NEW_IBAN,
): Promise<void> {
  const documentId = await proof(branch, api, paymentId);
  const on = isoDate(branch.now.toISOString().slice(0, 10));
  value(
    await api.resume.proveAccount({
      ...(await expected(api, paymentId)),
      iban,
      tied: true,
      on,
      documentId,
    }),
  );
  value(
    await api.resume.confirmActivity({
      ...(await expected(api, paymentId)),
      active: true,
      on,
      documentId,
    }),
  );
}

/** A payment of a person of his own that came back with a reason. */
export async function failedPayment(
  branch: TestBranch,
  cycle: { id: string; month: string },
  reason: string,
  { person, status = 'rejected' }: { person?: Person; status?: 'rejected' | 'returned' } = {},
): Promise<string> {
  const of = person ?? (await branch.person('عبدالله بن سعد القحطاني'));
  return branch.payment(of, cycle, 132_000, status, {
    reason,
    reasonList: status === 'rejected' ? 'status' : 'return',
  });
}
