import { ok, refuse, type Refusal, type Result } from '../shared/result.ts';

/** What a gateway's JSON may hold: the number with `+` or as digits alone, the text and the sender's name. */
export const GATEWAY_FIELDS = ['to', 'toDigits', 'text', 'sender'] as const;

export const DEFAULT_GATEWAY_BODY =
  '{\n  "to": "{to}",\n  "text": "{text}",\n  "sender": "{sender}"\n}';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Checks the template of a gateway's JSON body: it parses, knows no other field, and holds the number and the text.
 * Error: DELIVERY_GATEWAY_BODY with `what`: json, field (and its name), to or text.
 */
export function checkGatewayBody(template: string): Result<null, Refusal<'DELIVERY_GATEWAY_BODY'>> {
  const parsed = parse(template);
  if (parsed === undefined) return refuse('DELIVERY_GATEWAY_BODY', { what: 'json' });
  const named = new Set<string>();
  mapStrings(parsed, (text) =>
    text.replace(/\{(\w+)\}/gu, (_, name: string) => {
      named.add(name);
      return '';
    }),
  );
  const known: readonly string[] = GATEWAY_FIELDS;
  const unknown = [...named].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return refuse('DELIVERY_GATEWAY_BODY', { what: 'field', field: unknown });
  }
  if (!named.has('to') && !named.has('toDigits')) {
    return refuse('DELIVERY_GATEWAY_BODY', { what: 'to' });
  }
  return named.has('text') ? ok(null) : refuse('DELIVERY_GATEWAY_BODY', { what: 'text' });
}

/** The body of one message. Values are put into parsed JSON, so no text can break out of its string. */
export function gatewayBody(
  template: string,
  message: { readonly to: string; readonly text: string; readonly sender: string },
): string {
  const values: Readonly<Record<string, string>> = {
    ...message,
    toDigits: message.to.replace(/^\+/u, ''),
  };
  const parsed = parse(template);
  if (parsed === undefined) throw new Error('The template of the gateway is no JSON');
  return JSON.stringify(
    mapStrings(parsed, (text) =>
      text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole),
    ),
  );
}

function parse(template: string): Json | undefined {
  try {
    const parsed = JSON.parse(template) as Json;
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function mapStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (isList(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
