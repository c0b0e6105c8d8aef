import type { OutputOf } from '../../../contract/api.ts';
import type { DeliveryChannel } from '../../../domain/deliveries/delivery-state.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { QueryContext } from '../context.ts';
import type { AreaHandlers } from '../handlers.ts';
import { attachmentNames } from './attachment-name.ts';
import { cancelDelivery, resolveDelivery, retryDelivery } from './change-delivery.ts';
import { toDeliveryEvent, toDeliveryRow } from './delivery-dto.ts';
import type { DeliveryOffice } from './delivery-office.ts';
import { listAccounts } from './list-accounts.ts';
import type { OpenLine } from './ports.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { saveEmailAccount, saveSmsAccount } from './save-account.ts';
import { sendLetter } from './send-letter.ts';
import { sendTest } from './send-test.ts';

export function createDeliveryHandlers(
  office: DeliveryOffice,
  open: OpenLine,
): AreaHandlers<'deliveries'> {
  return {
    'deliveries.prepare': prepareDelivery,
    'deliveries.send': (context, input) => sendLetter(context, input, office),
    'deliveries.list': async ({ repos }, input) => {
      const { rows, total } = await repos.deliveries.list(input);
      return ok({ rows: rows.map(toDeliveryRow), total });
    },
    'deliveries.delivery': async ({ repos }, { id }) => {
      const found = await repos.deliveries.byId(id);
      if (!found) return refuse('NOT_FOUND');
      const { subject, text, attachmentSha256: sha256, letterNumber } = found;
      const delivery: OutputOf<'deliveries.delivery'> = {
        delivery: toDeliveryRow(found),
        subject,
        text,
        attachment: sha256 === null ? null : { name: attachmentNames(letterNumber).arabic, sha256 },
        trail: (await repos.deliveries.trail(id)).map(toDeliveryEvent),
      };
      return ok(delivery);
    },
    'deliveries.status': async (context) =>
      ok({
        counts: { ...(await context.repos.deliveries.counts()) },
        email: await channelState(context, 'email', office),
        sms: await channelState(context, 'sms', office),
      }),
    'deliveries.retry': (context, input) => retryDelivery(context, input, office),
    'deliveries.cancel': cancelDelivery,
    'deliveries.resolve': (context, input) => resolveDelivery(context, input, office),
    'deliveries.accounts': listAccounts,
    'deliveries.saveEmailAccount': (context, input) => saveEmailAccount(context, input, office),
    'deliveries.saveSmsAccount': (context, input) => saveSmsAccount(context, input, office),
    'deliveries.test': (context, input) => sendTest(context, input, open),
  };
}

async function channelState(
  { repos }: QueryContext,
  channel: DeliveryChannel,
  office: DeliveryOffice,
) {
  const account = await repos.deliveries.account(channel);
  return { isReady: account !== undefined, rests: office.rests(channel) };
}
