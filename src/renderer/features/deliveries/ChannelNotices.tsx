import type { OutputOf } from '../../../contract/api.ts';
import { DELIVERY_CHANNELS } from '../../../domain/deliveries/delivery-state.ts';
import { formatInstant } from '../../lib/format/dates.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Notice } from '../../ui/States.tsx';
import { lastErrorWords } from './delivery-words.ts';

/** Why a whole channel sends nothing at the moment. */
export function ChannelNotices({ status }: { status: OutputOf<'deliveries.status'> }) {
  const t = useT();
  const isWaitedFor = status.counts.waiting > 0;
  const notices = DELIVERY_CHANNELS.flatMap((channel) => {
    const { rests } = status[channel];
    if (rests === null || !isWaitedFor) return [];
    const values = {
      until: formatInstant(rests.until, t.digits),
      why: lastErrorWords(t, rests) ?? '',
    };
    return [[channel, t(`deliveries.rests.${channel}`, values)] as const];
  });
  if (notices.length === 0) return null;
  return (
    <div className="dlv-notices">
      {notices.map(([channel, words]) => (
        <Notice key={channel} tone="warning">
          {words}
        </Notice>
      ))}
    </div>
  );
}
