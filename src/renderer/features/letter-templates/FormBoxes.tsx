import type { TemplateBlock, TemplateFormField } from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Tabs.tsx';
import type { BlockChange } from './BlockCard.tsx';
import { useEditor } from './editor-context.ts';
import { PartConditions } from './PartConditions.tsx';
import { scopeWithin, type FieldScope } from './template-fields.ts';
import { TemplateText } from './TemplateText.tsx';

/** Labels with values, or with an empty line to write on. */
export function FormBoxes({
  block,
  index,
  scope,
  change,
}: {
  block: Extract<TemplateBlock, { kind: 'fields' }>;
  index: number;
  scope: FieldScope;
  change: BlockChange;
}) {
  const t = useT();
  const { fields, goTo } = useEditor();
  const { items } = block;
  const setItem = (at: number, item: TemplateFormField, part: string, isTyping = false): void =>
    change(
      { ...block, items: items.map((one, other) => (other === at ? item : one)) },
      `items.${at}.${part}`,
      isTyping,
    );
  return (
    <div className="tpl-items">
      <div className="row small second">
        {t('letterTemplates.boxColumns')}
        <Segmented
          label={t('letterTemplates.boxColumns')}
          items={[
            { id: '1', label: t('letterTemplates.oneColumn') },
            { id: '2', label: t('letterTemplates.twoColumns') },
          ]}
          selected={block.columns === 1 ? '1' : '2'}
          onSelect={(columns) => change({ ...block, columns: columns === '1' ? 1 : 2 }, 'items')}
        />
      </div>
      {items.map((item, at) => {
        const inside = scopeWithin(scope, item, fields);
        return (
          <div
            key={at}
            className="tpl-box"
            role="group"
            aria-label={t('letterTemplates.item', { number: at + 1 })}
          >
            <TemplateText
              label={t('letterTemplates.label')}
              hideLabel
              place={{ block: index, part: `items.${at}.label` }}
              value={item.label}
              scope={inside}
              onChange={(label, isTyping) => setItem(at, { ...item, label }, 'label', isTyping)}
            />
            {item.value === null ? (
              <span className="tpl-blank small muted">{t('letterTemplates.blankLine')}</span>
            ) : (
              <TemplateText
                label={t('letterTemplates.value')}
                hideLabel
                place={{ block: index, part: `items.${at}.value` }}
                value={item.value}
                scope={inside}
                onChange={(value, isTyping) => setItem(at, { ...item, value }, 'value', isTyping)}
              />
            )}
            <IconButton
              icon={item.value === null ? 'mark' : 'minus'}
              size="s"
              label={t(item.value === null ? 'letterTemplates.toValue' : 'letterTemplates.toBlank')}
              onPress={() => {
                setItem(at, { ...item, value: item.value === null ? '' : null }, 'value');
                goTo({
                  block: index,
                  part: `items.${at}.${item.value === null ? 'value' : 'label'}`,
                });
              }}
            />
            <IconButton
              icon="x"
              size="s"
              label={t('letterTemplates.removeItem')}
              onPress={() => {
                change({ ...block, items: items.toSpliced(at, 1) }, `items.${at}`);
                goTo({ block: index, part: `items.${Math.max(0, at - 1)}` });
              }}
            />
            <div className="tpl-item-when">
              <PartConditions
                part={item}
                names={['when', 'unless']}
                scope={scope}
                isQuiet
                onChange={({ when, unless }) => setItem(at, { ...item, when, unless }, 'label')}
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
          const part = `items.${items.length}`;
          change({ ...block, items: [...items, { label: '', value: null }] }, part);
          goTo({ block: index, part });
        }}
      >
        {t('letterTemplates.addBox')}
      </Button>
    </div>
  );
}
