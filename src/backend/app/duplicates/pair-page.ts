import type { OutputOf } from '../../../contract/api.ts';
import type {
  ComparedSideDto,
  DuplicatePairRow,
  FileMergeDto,
} from '../../../contract/duplicates.ts';
import { comparable, compareFiles } from '../../../domain/duplicates/compare-files.ts';
import { mayUndoMerge, paidTwice, whyNotDecided } from '../../../domain/duplicates/merge.ts';
import { maskIban, maskPhone } from '../../../domain/registry/mask.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import type { QueryContext } from '../context.ts';
import type { FileSide, StoredMerge, StoredPair } from './ports.ts';

/** Two files beside each other as they are now, with what was said of them. */
export async function pairPage(context: QueryContext, id: string) {
  const { duplicates } = context.repos;
  const pair = await duplicates.pair(id);
  if (!pair) return refuse('NOT_FOUND');
  const [one, other] = [
    await duplicates.side(pair.one.beneficiaryId),
    await duplicates.side(pair.other.beneficiaryId),
  ];
  if (!one || !other) return refuse('NOT_FOUND');
  const payments = await duplicates.payments(one.beneficiaryId, other.beneficiaryId);
  const merge = await duplicates.mergeOf(id);
  const page: OutputOf<'duplicates.pair'> = {
    row: toPairRow(pair),
    one: toSide(one),
    other: toSide(other),
    fields: [...compareFiles(comparable(one.compared), comparable(other.compared)).fields],
    twicePaid: paidTwice(payments).map(({ month, programme, kept, left }) => ({
      month,
      programme,
      one: kept,
      other: left,
    })),
    merge: merge === undefined ? null : await toMerge(context, merge),
    request: pair.requestId === null ? null : ((await duplicates.request(pair.requestId)) ?? null),
    history: (await duplicates.history(id)).map((event) => ({ ...event })),
  };
  return ok(page);
}

export function toPairRow(pair: StoredPair): DuplicatePairRow {
  return {
    id: pair.id,
    score: pair.score,
    grounds: [...pair.grounds],
    status: pair.status,
    one: toPersonRef(pair.one),
    other: toPersonRef(pair.other),
    foundAt: pair.foundAt,
    version: pair.version,
  };
}

function toSide({ compared, nationalId, name, beneficiaryId, ...side }: FileSide): ComparedSideDto {
  return {
    ...toPersonRef({ beneficiaryId, name, nationalId }),
    ...side,
    birthDate: compared.birthDate,
    sex: compared.sex,
    maskedPhone: compared.phone === null ? null : maskPhone(compared.phone),
    maskedIbans: compared.ibans.map(({ iban, current }) => ({ masked: maskIban(iban), current })),
  };
}

async function toMerge(
  { repos, officer }: QueryContext,
  merge: StoredMerge,
): Promise<FileMergeDto> {
  const { proposedById, pairId: _pair, ...shown } = merge;
  const isMine = proposedById === officer.id;
  const undo =
    merge.status === 'merged'
      ? mayUndoMerge(merge.status, await repos.duplicates.restsOn(merge))
      : null;
  return {
    ...shown,
    isMine,
    blocked:
      whyNotDecided(merge, officer.id) ??
      (officer.permissions.includes('registry.merge') ? null : 'NOT_PERMITTED'),
    undoBlocked: undo === null ? 'ALREADY_DECIDED' : undo.ok ? null : undo.error.code,
  };
}
