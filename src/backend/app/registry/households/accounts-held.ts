import type { AccountDto } from '../../../../contract/households.ts';
import { maskIban } from '../../../../domain/registry/mask.ts';
import { officerNames } from '../../cases/case-officers.ts';
import { toDocumentRef } from '../../cases/case-dto.ts';
import type { ReadRepos } from '../../ports.ts';

/** Every account of a person with its proof, the newest first. */
export async function accountsHeld(
  repos: Pick<ReadRepos, 'bankAccounts' | 'documents' | 'staff'>,
  beneficiaryId: string,
): Promise<AccountDto[]> {
  const accounts = await repos.bankAccounts.of(beneficiaryId);
  const names = await officerNames(repos.staff);
  const documents = new Map(
    (await repos.documents.of('beneficiary', beneficiaryId)).map((found) => [found.id, found]),
  );
  return accounts.map(({ iban, proofDocumentId, verifiedBy, ...account }) => {
    const proof = proofDocumentId === null ? undefined : documents.get(proofDocumentId);
    return {
      ...account,
      maskedIban: maskIban(iban),
      verifiedBy: verifiedBy === null ? null : (names.get(verifiedBy) ?? null),
      proof: proof === undefined ? null : toDocumentRef(proof),
    };
  });
}
