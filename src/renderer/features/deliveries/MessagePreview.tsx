import type { ReactNode } from 'react';
import type { DeliveryChannel } from '../../../domain/deliveries/delivery-state.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Icon } from '../../ui/Icon.tsx';

/** The message as its receiver gets it. Its text is Arabic whatever the window speaks. */
export function MessagePreview({
  channel,
  to,
  subject,
  text,
  attachment,
}: {
  channel: DeliveryChannel;
  to: ReactNode;
  subject: string | null;
  text: string;
  attachment: string | null;
}) {
  const t = useT();
  return (
    <div className={`dlv-preview ${channel}`}>
      <dl>
        <div>
          <dt>{t(`deliveries.channel.${channel}`)}</dt>
          <dd>{to}</dd>
        </div>
        {subject !== null && (
          <div>
            <dt>{t('deliveries.subject')}</dt>
            <dd dir="rtl" lang="ar">
              {subject}
            </dd>
          </div>
        )}
        {attachment !== null && (
          <div>
            <dt>{t('deliveries.attachment')}</dt>
            <dd>
              <span className="dlv-file" title={t('deliveries.attachmentExact')}>
                <Icon name="clip" size={14} />
                <bdi>{attachment}</bdi>
              </span>
            </dd>
          </div>
        )}
      </dl>
      <p className="dlv-text" dir="rtl" lang="ar">
        {text}
      </p>
    </div>
  );
}
