import MailComposer from 'nodemailer/lib/mail-composer';
import type { EmailAccountSettings } from '../../contract/deliveries.ts';
import { attachmentNames } from '../app/deliveries/attachment-name.ts';
import type { OutgoingMessage } from '../app/deliveries/ports.ts';

/**
 * The whole e-mail (RFC 5322): Arabic as plain text and as simple HTML from right to left, and the letter's bytes. The
 * same message gives the same bytes at every attempt.
 */
export async function composeEmail(
  { fromName, fromAddress }: EmailAccountSettings,
  { messageId, to, subject, text, queuedAt, attachment }: OutgoingMessage,
): Promise<Buffer> {
  return new MailComposer({
    from: { name: fromName, address: fromAddress },
    to: { name: '', address: to },
    subject: subject ?? '',
    messageId,
    date: new Date(queuedAt),
    text,
    html: htmlOf(text),
    textEncoding: 'base64',
    encoding: 'base64',
    xMailer: false,
    // RFC 3834: nobody's absence notice needs to answer.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'ar' },
    attachments: attachment === null ? [] : [{ raw: attachmentPart(attachment) }],
    baseBoundary: messageId.replace(/[^0-9A-Za-z]/gu, '').slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function htmlOf(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"></head>
<body dir="rtl" style="direction:rtl;text-align:right;font-family:Tahoma,Arial,sans-serif;font-size:16px;line-height:1.7">
${paragraphs}
</body></html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The attachment with a name for every reader: ASCII as ever, Arabic by RFC 2231, and the bytes as they were archived. */
function attachmentPart({
  letterNumber,
  bytes,
}: NonNullable<OutgoingMessage['attachment']>): string {
  const { ascii, arabic } = attachmentNames(letterNumber);
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,76}/gu);
  return [
    `Content-Type: application/pdf; name="${ascii}"`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment;',
    ` filename="${ascii}";`,
    ` filename*=UTF-8''${encodeURIComponent(arabic)}`,
    '',
    ...(lines ?? []),
    '',
  ].join('\r\n');
}
