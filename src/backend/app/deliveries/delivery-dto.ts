import type { DeliveryEventDto, DeliveryRow } from '../../../contract/deliveries.ts';
import { maskAddress } from '../../../domain/deliveries/addresses.ts';
import type { DeliveryEvent } from '../../../domain/deliveries/delivery-state.ts';
import { toPersonRef } from '../cases/case-dto.ts';
import type { TrailEntry } from '../cases/ports.ts';
import type { StoredDelivery } from './ports.ts';

export function toDeliveryRow(delivery: StoredDelivery): DeliveryRow {
  return {
    ...toPersonRef(delivery),
    id: delivery.id,
    channel: delivery.channel,
    letterId: delivery.letterId,
    letterNumber: delivery.letterNumber,
    letterSubject: delivery.letterSubject,
    maskedTo: maskAddress(delivery.channel, delivery.address),
    state: delivery.state,
    attempts: delivery.attempts,
    nextAttemptAt: delivery.nextAttemptAt,
    lastError: delivery.lastError,
    queuedAt: delivery.queuedAt,
    queuedBy: delivery.queuedByName,
    sentAt: delivery.sentAt,
    version: delivery.version,
  };
}

export function toDeliveryEvent({
  seq,
  at,
  byName,
  event,
}: TrailEntry<DeliveryEvent>): DeliveryEventDto {
  return {
    seq,
    type: event.type,
    at,
    officerName: byName,
    error: 'code' in event ? { code: event.code, answer: event.answer } : null,
    said: event.type === 'resolved' ? event.as : event.type === 'cancelled' ? event.why : null,
  };
}
