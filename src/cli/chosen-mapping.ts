import type { Client } from '../contract/client.ts';
import type { SavedMappingDto } from '../contract/table-mappings.ts';
import { bankOfSender } from '../domain/registry/saudi-banks.ts';
import { CommandFailure, valueOf } from './command-failure.ts';

/**
 * The mapping by which a bank's table is read: named by its id; by a bank (the two digits of its IBANs, or its BIC), of whose
 * mappings the one for the titles of the file counts; or, unnamed, the one for those titles. Null where nothing is named or found.
 *
 * @throws CommandFailure MAPPING_UNKNOWN (mapping), MAPPING_SEVERAL (mapping, ids)
 */
export async function chosenMapping(
  { reconciliation }: Client,
  path: string,
  named: string | undefined,
): Promise<SavedMappingDto | null> {
  const saved = valueOf(await reconciliation.mappings({}));
  const byId = saved.find(({ id }) => id === named);
  if (byId) return byId;
  const bank = named === undefined ? null : (bankOfSender(withCountry(named), null) ?? named);
  const ofBank = saved.filter(({ bankCode }) => bank === null || bankCode === bank);
  if (named !== undefined && ofBank.length === 0) {
    throw new CommandFailure('MAPPING_UNKNOWN', { mapping: named });
  }
  const [only] = ofBank;
  if (named !== undefined && only && ofBank.length === 1) return only;
  const { known } = valueOf(await reconciliation.readTable({ path }));
  const [fitting, ...others] = ofBank.filter(({ id }) => known.includes(id));
  if (fitting && others.length === 0) return fitting;
  if (named === undefined) return null;
  throw new CommandFailure('MAPPING_SEVERAL', {
    mapping: named,
    ids: ofBank.map(({ id }) => id).join(', '),
  });
}

/** The four letters of a bank stand for its BIC. */
const withCountry = (named: string): string =>
  /^[A-Za-z]{4}$/.test(named) ? `${named.toUpperCase()}SARI` : named.toUpperCase();
