import { Fragment, type ReactNode } from 'react';
import type { ContentOf, Key } from '../lib/i18n/catalogs.ts';
import type { ValuesOf } from '../lib/i18n/messages.ts';
import { messageOf, partsOf, textOf } from '../lib/i18n/translate.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { Num } from './Figures.tsx';

type MessageProps<K extends Key> = {
  id: K;
  values?: Readonly<Record<string, ReactNode>> | undefined;
} & (ValuesOf<ContentOf<K>, ReactNode> extends [infer Values] ? { values: Values } : unknown);

/**
 * A sentence with parts inside: `<Message id="complaints.adds" values={{ amount: <Money amount={x} /> }} />`.
 * Numbers and texts among the values stand in isolated boxes; use `useT()` where plain text is needed.
 */
export function Message<K extends Key>({ id, values }: MessageProps<K>) {
  const { language } = useT();
  const given = values ?? {};
  const message = messageOf(language, id) ?? id;
  return partsOf(textOf(language, message, given['n'])).map((part, index) => (
    <Fragment key={index}>{'text' in part ? part.text : boxed(given[part.name])}</Fragment>
  ));
}

function boxed(value: ReactNode): ReactNode {
  if (typeof value === 'number') return <Num>{value}</Num>;
  if (typeof value === 'string')
    return /[\u0590-\u08ff]/.test(value) ? <bdi>{value}</bdi> : <Num>{value}</Num>;
  return value;
}
