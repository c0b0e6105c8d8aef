import type { TemplateBlock, TemplateCheckItem } from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useEditor } from './editor-context.ts';
import { PartConditions } from './PartConditions.tsx';
import type { BlockChange } from './BlockCard.tsx';
import { scopeWithin, type FieldScope } from './template-fields.ts';
import { TemplateText } from './TemplateText.tsx';

type ListBlock = Extract<TemplateBlock, { kind: 'numbered' | 'bullets' | 'checklist' }>;

/** The items of a list: Enter begins the next one, Backspace in an empty one removes it. */
export function ListItems({
  block,
  index,
  scope,
  change,
}: {
  block: ListBlock;
  index: number;
  scope: FieldScope;
  change: BlockChange;
}) {
  const t = useT();
  const { fields, goTo } = useEditor();
  const { items }: { items: readonly TemplateCheckItem[] } = block;
  const set = (next: readonly TemplateCheckItem[], part: string, isTyping = false): void =>
    change({ ...block, items: next }, part, isTyping);
  const setItem = (at: number, item: TemplateCheckItem, isTyping = false): void =>
    set(
      items.map((one, other) => (other === at ? item : one)),
      `items.${at}`,
      isTyping,
    );
  const focus = (at: number): void => goTo({ block: index, part: `items.${Math.max(0, at)}` });
  const remove = (at: number): void => {
    set(items.toSpliced(at, 1), `items.${at}`);
    focus(at - 1);
  };
  const split = (at: number, caret: number): void => {
    const item = items[at];
    if (item === undefined) return;
    const before = { ...item, text: item.text.slice(0, caret).trimEnd() };
    const after = { text: item.text.slice(caret).trimStart() };
    set(items.toSpliced(at, 1, before, after), `items.${at}`);
    focus(at + 1);
  };

  return (
    <div className="tpl-items">
      {items.map((item, at) => {
        const label = t('letterTemplates.item', { number: at + 1 });
        return (
          <div key={at} className="tpl-item" data-item={at} role="group" aria-label={label}>
            <span className="tpl-marker" aria-hidden>
              {block.kind === 'numbered' ? `${at + 1}.` : block.kind === 'bullets' ? '•' : '☐'}
            </span>
            <TemplateText
              label={label}
              hideLabel
              place={{ block: index, part: `items.${at}` }}
              value={item.text}
              scope={scopeWithin(scope, item, fields)}
              onChange={(text, isTyping) => setItem(at, { ...item, text }, isTyping)}
              onEnter={(caret) => split(at, caret)}
              onErase={items.length > 1 ? () => remove(at) : undefined}
            />
            <IconButton
              icon="x"
              size="s"
              label={t('letterTemplates.removeItem')}
              onPress={() => remove(at)}
            />
            <div className="tpl-item-when">
              <PartConditions
                part={item}
                names={
                  block.kind === 'checklist'
                    ? ['each', 'when', 'unless', 'done']
                    : ['each', 'when', 'unless']
                }
                scope={scope}
                isQuiet
                onChange={(conditions) => setItem(at, { ...item, ...conditions })}
              />
            </div>
          </div>
        );
      })}
      <Button
        size="s"
        variant="quiet"
        icon="plus"
        onPress={() => {
          set([...items, { text: '' }], `items.${items.length}`);
          focus(items.length);
        }}
      >
        {t('letterTemplates.addItem')}
      </Button>
    </div>
  );
}
