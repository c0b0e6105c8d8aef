import { emailAddress } from '../../../contract/deliveries.ts';
import { saudiMobile } from '../../../domain/deliveries/addresses.ts';
import type { DeliveryChannel } from '../../../domain/deliveries/delivery-state.ts';
import { ok, refuse, type Refusal, type Result } from '../../../domain/shared/result.ts';

/** An address as it is stored and sent to. Error: DELIVERY_ADDRESS with the channel. */
export function checkAddress(
  channel: DeliveryChannel,
  typed: string,
): Result<string, Refusal<'DELIVERY_ADDRESS'>> {
  const address =
    channel === 'sms' ? saudiMobile(typed) : (emailAddress.safeParse(typed).data ?? null);
  return address === null ? refuse('DELIVERY_ADDRESS', { channel }) : ok(address);
}
