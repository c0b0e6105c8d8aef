import { useState } from 'react';
import type { PartCondition, Repeated } from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Choices.tsx';
import { useEditor } from './editor-context.ts';
import {
  conditionalFields,
  scopeWithin,
  type FieldScope,
  type ScopedField,
} from './template-fields.ts';
import { conditionWords } from './template-lines.ts';

export interface Conditions extends PartCondition, Repeated {
  readonly done?: string | undefined;
}

const NONE = '';
const LABELS = {
  when: 'letterTemplates.when',
  unless: 'letterTemplates.unless',
  each: 'letterTemplates.each',
  done: 'letterTemplates.done',
} as const;
const NOTHING = {
  when: 'letterTemplates.noCondition',
  unless: 'letterTemplates.noCondition',
  each: 'letterTemplates.once',
  done: 'letterTemplates.never',
} as const;
type ConditionName = keyof typeof LABELS;

/** When a part is printed and how often, in words; pressed, it shows the choices. */
export function PartConditions({
  part,
  names,
  scope,
  onChange,
  isQuiet = false,
}: {
  part: Conditions;
  /** What this part can have: tables do not repeat, only check items are ticked. */
  names: readonly ConditionName[];
  /** Of what stands around the part. */
  scope: FieldScope;
  onChange: (conditions: Conditions) => void;
  /** Says nothing while the part is printed always. */
  isQuiet?: boolean;
}) {
  const t = useT();
  const { fields } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const words = conditionWords(t, part, fields);
  const inRow = scopeWithin(scope, { each: part.each }, fields);
  const choicesOf = (name: ConditionName): readonly ScopedField[] => {
    if (name === 'each') return scope.fields.filter(({ type }) => type === 'list');
    if (name === 'done') return inRow.fields.filter(({ type }) => type === 'flag');
    return conditionalFields(inRow);
  };
  return (
    <>
      <Button
        size="s"
        variant="quiet"
        icon="filter"
        className={`tpl-when ${words.length === 0 ? '' : 'set'}`}
        aria-label={[t('letterTemplates.conditions'), ...words].join(': ')}
        onPress={() => setOpen(!isOpen)}
      >
        {words.length > 0 ? (
          <span className="ell">{words.join(' · ')}</span>
        ) : (
          !isQuiet && t('letterTemplates.always')
        )}
      </Button>
      {isOpen && (
        <div className="tpl-conditions">
          {names.map((name) => {
            const choices = choicesOf(name);
            const chosen = part[name];
            return (
              <Select
                key={name}
                label={t(LABELS[name])}
                value={chosen ?? NONE}
                options={[
                  { value: NONE, label: t(NOTHING[name]) },
                  // What is chosen is shown even where it is not a choice: the problems say so.
                  ...(chosen === undefined || choices.some((field) => field.name === chosen)
                    ? []
                    : [{ value: chosen, label: chosen }]),
                  ...choices.map((field) => ({
                    value: field.name,
                    label: field.meaning[t.language],
                  })),
                ]}
                onChange={(value) =>
                  onChange({ ...part, [name]: value === NONE ? undefined : value })
                }
              />
            );
          })}
        </div>
      )}
    </>
  );
}
