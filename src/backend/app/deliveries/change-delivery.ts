import type { ParsedInputOf } from '../../../contract/api.ts';
import { maskAddress } from '../../../domain/deliveries/addresses.ts';
import { deliveryAfter, type DeliveryEvent } from '../../../domain/deliveries/delivery-state.ts';
import { ok, refuse } from '../../../domain/shared/result.ts';
import type { CommandContext } from '../context.ts';
import type { DeliveryOffice } from './delivery-office.ts';

/** Sends what failed once more, or what waits at once. Errors: those of `change`. */
export async function retryDelivery(
  context: CommandContext,
  input: ParsedInputOf<'deliveries.retry'>,
  office: DeliveryOffice,
) {
  const changed = await change(context, input, { type: 'retried' });
  if (changed.ok) context.onCommit(() => office.wakeAnew());
  return changed;
}

export function cancelDelivery(context: CommandContext, input: ParsedInputOf<'deliveries.cancel'>) {
  return change(context, input, { type: 'cancelled', why: 'officer' });
}

/** The officer's word on an uncertain message. Errors: those of `change`. */
export async function resolveDelivery(
  context: CommandContext,
  input: ParsedInputOf<'deliveries.resolve'>,
  office: DeliveryOffice,
) {
  const changed = await change(context, input, { type: 'resolved', as: input.as });
  if (changed.ok) context.onCommit(() => office.wake());
  return changed;
}

/** Errors: NOT_FOUND, CONFLICT, DELIVERY_STATE with the state that does not allow it. */
async function change(
  { repos, officer, now, audit }: CommandContext,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number },
  event: DeliveryEvent,
) {
  const delivery = await repos.deliveries.byId(id);
  if (!delivery) return refuse('NOT_FOUND');
  if (delivery.version !== expectedVersion) return refuse('CONFLICT');
  const { state, channel, address, letterId } = delivery;
  const progress = deliveryAfter(delivery, event);
  if (progress === null) return refuse('DELIVERY_STATE', { state });
  const by = { at: now, by: officer.id };
  const due = progress.state === 'waiting' ? now : null;
  if (!(await repos.deliveries.record(delivery, event, progress, due, by))) {
    return refuse('CONFLICT');
  }
  if (progress.state === 'sent' && !delivery.letterIsVoid) {
    await repos.deliveries.recordOnLetter(
      letterId,
      { channel, to: maskAddress(channel, address) },
      by,
    );
  }
  await audit(
    `delivery.${event.type}`,
    { type: 'delivery', id },
    'as' in event ? { as: event.as } : {},
  );
  return ok({});
}
