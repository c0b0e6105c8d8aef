import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddress, saudiMobile } from './addresses.ts';
import { classifyHttp, classifySmtp, stopsChannel } from './classify-answer.ts';
import { deliveryAfter, progressOf, type DeliveryEvent } from './delivery-state.ts';
import { checkGatewayBody, DEFAULT_GATEWAY_BODY, gatewayBody } from './gateway-body.ts';
import {
  checkFields,
  checkPersonal,
  DEFAULT_EMAIL_SUBJECT,
  DEFAULT_EMAIL_TEXT,
  DEFAULT_SMS_TEXT,
  EMAIL_FIELDS,
  fillFields,
  SMS_FIELDS,
} from './message-texts.ts';
import { nextAttempt } from './next-attempt.ts';
import { smsSize } from './sms-segments.ts';

const code = 'DELIVERY_BUSY';

describe('a message of the outbox', () => {
  const queued: DeliveryEvent = { type: 'queued' };
  const handingOver: DeliveryEvent = { type: 'handingOver' };

  it('waits, is handed over once and is sent', () => {
    expect(progressOf([queued, handingOver, { type: 'sent', answer: 250 }])).toEqual({
      state: 'sent',
      attempts: 1,
      refusals: 0,
      lastError: null,
    });
  });

  it('is not handed over again while nobody knows what became of it', () => {
    const uncertain = progressOf([queued, handingOver, { type: 'interrupted' }]);
    expect(uncertain).toMatchObject({ state: 'uncertain' });
    for (const type of ['handingOver', 'retried'] as const) {
      expect(deliveryAfter(uncertain, { type })).toBeNull();
    }
    expect(deliveryAfter(uncertain, { type: 'cancelled', why: 'officer' })).toBeNull();
    const word = (as: 'arrived' | 'sendAgain' | 'notNeeded') =>
      deliveryAfter(uncertain, { type: 'resolved', as })?.state;
    expect([word('arrived'), word('sendAgain'), word('notNeeded')]).toEqual([
      'sent',
      'waiting',
      'cancelled',
    ]);
  });

  it('is put off by a refusal, counted, and begins anew when an officer sends it again', () => {
    const putOff: DeliveryEvent = { type: 'putOff', code, answer: 451 };
    const failed: DeliveryEvent = { type: 'failed', code, answer: 451 };
    const trail = [queued, handingOver, putOff, handingOver, putOff, failed];
    expect(progressOf(trail)).toMatchObject({ state: 'failed', attempts: 2, refusals: 2 });
    expect(progressOf([...trail, { type: 'retried' }])).toMatchObject({
      state: 'waiting',
      attempts: 0,
      refusals: 0,
      lastError: null,
    });
  });

  it('never leaves the possibly sent for another attempt without an officer, in any order of events', () => {
    const anyEvent = fc.constantFrom<DeliveryEvent>(
      handingOver,
      { type: 'notReached', code: 'DELIVERY_UNREACHABLE', answer: null },
      { type: 'putOff', code, answer: 451 },
      { type: 'sent', answer: 250 },
      { type: 'failed', code, answer: 550 },
      { type: 'unclear', code: 'DELIVERY_NO_ANSWER', answer: null },
      { type: 'interrupted' },
      { type: 'retried' },
      { type: 'cancelled', why: 'officer' },
      { type: 'resolved', as: 'sendAgain' },
    );
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        let progress = progressOf([queued]);
        let mayHaveArrived = false;
        for (const event of events) {
          const next = deliveryAfter(progress, event);
          if (next === null) continue;
          if (event.type === 'handingOver') {
            expect(mayHaveArrived).toBe(false);
            mayHaveArrived = true;
          }
          if (event.type === 'putOff' || event.type === 'failed' || event.type === 'resolved') {
            mayHaveArrived = false;
          }
          progress = next;
        }
      }),
    );
  });
});

describe('the next attempt', () => {
  const now = new Date('2026-11-12T07:00:00.000Z');
  it.each([
    [1, '07:01'],
    [2, '07:05'],
    [3, '07:15'],
    [4, '08:00'],
    [5, '11:00'],
    [60, '11:00'],
  ])('after %i attempts comes at %s', (attempts, at) => {
    expect(nextAttempt(attempts, 0, now)).toBe(`2026-11-12T${at}:00.000Z`);
  });

  it('does not come once the server has refused often enough, and always comes while it is not there', () => {
    expect(nextAttempt(15, 14, now)).not.toBeNull();
    expect(nextAttempt(15, 15, now)).toBeNull();
    expect(nextAttempt(10_000, 0, now)).not.toBeNull();
  });
});

describe('an answer of a mail server', () => {
  it.each([
    ['connect', null, 'later', 'DELIVERY_UNREACHABLE'],
    ['connect', 421, 'later', 'DELIVERY_BUSY'],
    ['connect', 554, 'later', 'DELIVERY_SIGN_IN'],
    ['tls', null, 'later', 'DELIVERY_NOT_TRUSTED'],
    ['starttls', 502, 'later', 'DELIVERY_NO_STARTTLS'],
    ['signIn', 535, 'later', 'DELIVERY_SIGN_IN'],
    ['signIn', 454, 'later', 'DELIVERY_BUSY'],
    ['from', 550, 'never', 'DELIVERY_SENDER_REFUSED'],
    ['from', 552, 'never', 'DELIVERY_TOO_LARGE'],
    ['to', 450, 'later', 'DELIVERY_BUSY'],
    ['to', 550, 'never', 'DELIVERY_ADDRESS_REFUSED'],
    ['to', null, 'later', 'DELIVERY_UNREACHABLE'],
    ['data', 451, 'later', 'DELIVERY_BUSY'],
    ['body', 554, 'never', 'DELIVERY_REFUSED'],
    ['body', 451, 'later', 'DELIVERY_BUSY'],
    ['body', null, 'unclear', 'DELIVERY_NO_ANSWER'],
  ] as const)('at %s, %s, is %s: %s', (step, answer, kind, said) => {
    expect(classifySmtp(step, answer)).toEqual({ kind, code: said, answer });
  });

  it('is proof of sending after the text, and only there', () => {
    expect(classifySmtp('body', 250)).toEqual({ kind: 'sent', answer: 250 });
  });

  it('that concerns the account keeps the whole channel waiting', () => {
    const of = (step: 'signIn' | 'to', answer: number) => {
      const outcome = classifySmtp(step, answer);
      return outcome.kind !== 'sent' && stopsChannel(outcome);
    };
    expect([of('signIn', 535), of('to', 450)]).toEqual([true, false]);
  });
});

describe('an answer of an SMS gateway', () => {
  it.each([
    ['connect', null, 'later', 'DELIVERY_UNREACHABLE'],
    ['tls', null, 'later', 'DELIVERY_NOT_TRUSTED'],
    ['request', null, 'unclear', 'DELIVERY_NO_ANSWER'],
    ['request', 401, 'later', 'DELIVERY_SIGN_IN'],
    ['request', 429, 'later', 'DELIVERY_BUSY'],
    ['request', 503, 'later', 'DELIVERY_BUSY'],
    ['request', 400, 'never', 'DELIVERY_REFUSED'],
    ['request', 302, 'never', 'DELIVERY_REFUSED'],
    ['request', 413, 'never', 'DELIVERY_TOO_LARGE'],
    ['request', 500, 'unclear', 'DELIVERY_UNCLEAR'],
    ['request', 504, 'unclear', 'DELIVERY_UNCLEAR'],
  ] as const)('at %s, %s, is %s: %s', (step, status, kind, said) => {
    expect(classifyHttp(step, status)).toEqual({ kind, code: said, answer: status });
  });
});

describe('an address', () => {
  it.each([
    '0551234567',
    '551234567',
    '966551234567',
    '+966551234567',
    '00966551234567',
    '+966 55 123 4567',
    '055-123-4567',
    '٠٥٥١٢٣٤٥٦٧',
    '\u200e+966551234567\u200f',
  ])('%s is a Saudi mobile number', (typed) => {
    expect(saudiMobile(typed)).toBe('+966551234567');
  });

  it.each(['0112345678', '055123456', '05512345678', '+971551234567', '0451234567', 'x', ''])(
    '%s is none',
    (typed) => {
      expect(saudiMobile(typed)).toBeNull();
    },
  );

  it('is shown by its beginning and end alone', () => {
    expect(maskAddress('sms', '+966551234567')).toBe('+966******567');
    expect(maskAddress('email', 'badriya@example.org')).toBe('b***@example.org');
  });
});

describe('an SMS', () => {
  it.each([
    ['', 'gsm', 1, 160],
    ['a'.repeat(160), 'gsm', 1, 0],
    ['a'.repeat(161), 'gsm', 2, 145],
    ['€'.repeat(80), 'gsm', 1, 0],
    ['ب'.repeat(70), 'ucs2', 1, 0],
    ['ب'.repeat(71), 'ucs2', 2, 63],
    ['ب'.repeat(134), 'ucs2', 2, 0],
    ['ب'.repeat(135), 'ucs2', 3, 66],
    [`${'ب'.repeat(66)}😀${'ب'.repeat(5)}`, 'ucs2', 2, 60],
  ] as const)('is counted in segments (%#)', (text, encoding, segments, left) => {
    expect(smsSize(text)).toMatchObject({ encoding, segments, left });
  });

  it('always has room for what it counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { units, segments, left, encoding } = smsSize(text);
        const most = segments === 1 ? 160 : segments * 153;
        expect(units).toBeLessThanOrEqual(most);
        expect(left).toBeGreaterThanOrEqual(0);
        if (encoding === 'ucs2') expect(units).toBe(text.length);
      }),
    );
  });
});

describe('the text of a message', () => {
  it('knows the fields of its channel: nothing of what a letter is about stands in an SMS', () => {
    for (const text of [DEFAULT_EMAIL_SUBJECT, DEFAULT_EMAIL_TEXT]) {
      expect(checkFields(text, EMAIL_FIELDS).ok).toBe(true);
    }
    expect(checkFields(DEFAULT_SMS_TEXT, SMS_FIELDS).ok).toBe(true);
    expect(checkFields('{subject}', SMS_FIELDS)).toMatchObject({
      error: { code: 'DELIVERY_TEXT_FIELD', details: { field: 'subject' } },
    });
  });

  it('is filled from the letter', () => {
    const letter = {
      number: '1448/0001',
      subject: 'رد 2026-031274',
      date: '12/11/2026',
      branch: 'فرع',
    };
    expect(fillFields('{branch} {number}: {subject} {other}', letter)).toBe(
      'فرع 1448/0001: رد \u200e2026-031274 {other}',
    );
  });

  const person = { name: 'بدرية بنت عايض السبيعي', nationalId: '2026123456' };

  it.each([
    ['حسابكم SA03 8000 0000 6080 1016 7519', 'iban'],
    ['حسابكم SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩', 'iban'],
    ['هويتكم 1080000019', 'nationalId'],
    ['هويتكم ١٠٨-٠٠٠-٠٠١٩', 'nationalId'],
    ['إقامتكم 2080000019.', 'nationalId'],
    ['هويتكم 2026-123456', 'nationalId'],
    ['المستفيدة بدرية بنت عايض السبيعى', 'name'],
  ])('that says %s is not sent', (text, what) => {
    expect(checkPersonal(text, 'sms', person)).toMatchObject({
      error: { code: 'DELIVERY_TEXT_PERSONAL', details: { what } },
    });
  });

  it('may hold a letter number, a date and a telephone', () => {
    const text =
      'الخطاب 1448/0001 في الشكوى 2026-031274 بتاريخ 12/11/2026، الهاتف 0112345678 أو 920000000';
    expect(checkPersonal(text, 'sms', person).ok).toBe(true);
  });
});

describe('the body for a gateway', () => {
  it('holds the message wherever the template says, and no text breaks out of it', () => {
    const message = { to: '+966551234567', text: 'a"}\n{to}', sender: 'Insaf' };
    expect(JSON.parse(gatewayBody(DEFAULT_GATEWAY_BODY, message))).toEqual(message);
    expect(
      JSON.parse(gatewayBody('{"m":[{"n":"{toDigits}","t":"{text}"}],"x":1,"y":null}', message)),
    ).toEqual({ m: [{ n: '966551234567', t: 'a"}\n{to}' }], x: 1, y: null });
  });

  it.each([
    ['{', 'json'],
    ['"{to}{text}"', 'json'],
    ['{"a":"{text}"}', 'to'],
    ['{"a":"{to}"}', 'text'],
    ['{"a":"{to}{text}{name}"}', 'field'],
  ])('is refused when it cannot be sent: %s', (template, what) => {
    expect(checkGatewayBody(template)).toMatchObject({
      error: { code: 'DELIVERY_GATEWAY_BODY', details: { what } },
    });
  });
});
