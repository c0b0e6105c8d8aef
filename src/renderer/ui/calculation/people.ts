import { RELATION_WORDS } from '../../../domain/entitlement/entitlement-words.ts';
import type { Translate } from '../../lib/i18n/use-t.ts';
import type { Option } from '../Choices.tsx';
import type { Draft } from './draft.ts';

/** How somebody of the household is called: by his name where there is one, else by his place in it. */
export type NameOf = (person: string) => string | null;

export function personOptions(t: Translate, draft: Draft, nameOf: NameOf): Option<string>[] {
  const { head, kind, dependants } = draft;
  const others = kind === 'family' ? dependants : [];
  return [
    { value: head.id, label: nameOf(head.id) ?? t(`calculator.person.${kind}`) },
    ...others.map(({ id, relation }, index) => ({
      value: id,
      label:
        nameOf(id) ??
        t('calculator.dependantOf', {
          number: index + 1,
          relation: RELATION_WORDS[relation][t.language],
        }),
    })),
  ];
}
