import type { TemplateBlock } from '../../../domain/letters/letter-template.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import {
  BLOCK_KINDS,
  insertBlocks,
  newBlock,
  removeBlock,
  replaceBlock,
  splitText,
  type BlockKind,
} from './edit-blocks.ts';
import type { EditedBlock } from './editing.ts';
import { useEditor } from './editor-context.ts';
import { FieldLegend } from './FieldLegend.tsx';
import { FormBoxes } from './FormBoxes.tsx';
import { ListItems } from './ListItems.tsx';
import { PartConditions } from './PartConditions.tsx';
import { TableParts } from './TableParts.tsx';
import { scopeOfTemplate, scopeWithin, type FieldScope } from './template-fields.ts';
import { TemplateText } from './TemplateText.tsx';
import { movedBy } from './use-move-keys.ts';

export type BlockChange = (block: TemplateBlock, part: string, isTyping?: boolean) => void;

/** Kinds that hold the same, so that one can become the other. */
const ALIKE: readonly (readonly BlockKind[])[] = [
  ['paragraph', 'note', 'section', 'heading'],
  ['numbered', 'bullets'],
];

/** One block of the letter with what can be done to it. */
export function BlockCard({ edited: { block }, index }: { edited: EditedBlock; index: number }) {
  const t = useT();
  const { template, change: changeTemplate, goTo, fields } = useEditor();
  const count = template.blocks.length;
  const name = t('letterTemplates.blockName', {
    kind: t(`letterTemplates.block.${block.kind}`),
    number: index + 1,
  });
  const change: BlockChange = (next, part, isTyping = false) =>
    changeTemplate(replaceBlock(template, index, next), { block: index, part }, isTyping);
  const move = (by: 1 | -1): void => {
    const next = movedBy(template, index, null, by);
    if (next === null) return;
    changeTemplate(next.template, next.place);
    goTo(next.place);
  };
  const remove = (): void => {
    changeTemplate(removeBlock(template, index), { block: index, part: 'block' });
    goTo({ block: Math.min(index, count - 2), part: 'block' });
  };
  const add = (kind: BlockKind): void => {
    const place = { block: index + 1, part: 'block' };
    changeTemplate(insertBlocks(template, index + 1, newBlock(kind)), place);
    goTo(place);
  };
  const scope = scopeWithin(scopeOfTemplate(fields), conditionsOf(block), fields);

  return (
    <section className="tpl-block" data-block={index} aria-label={name}>
      <header>
        <h3 className="small medium nowrap">{t(`letterTemplates.block.${block.kind}`)}</h3>
        {block.kind !== 'signature' && (
          <PartConditions
            part={block}
            names={'text' in block ? ['each', 'when', 'unless'] : ['when', 'unless']}
            scope={scopeOfTemplate(fields)}
            onChange={({ when, unless, each }) =>
              change(
                'text' in block ? { ...block, when, unless, each } : { ...block, when, unless },
                'block',
              )
            }
          />
        )}
        <span className="sp" />
        <span className="tpl-deeds">
          <IconButton
            icon="arrowu"
            size="s"
            label={t('letterTemplates.moveUp')}
            keys="Alt+Up"
            isDisabled={index === 0}
            onPress={() => move(-1)}
          />
          <IconButton
            icon="arrowd"
            size="s"
            label={t('letterTemplates.moveDown')}
            keys="Alt+Down"
            isDisabled={index === count - 1}
            onPress={() => move(1)}
          />
          <Menu label={t('letterTemplates.addAfter')} items={kindActions(t, add)}>
            <IconButton icon="plus" size="s" label={t('letterTemplates.addAfter')} />
          </Menu>
          <Menu
            label={t('letterTemplates.more')}
            items={[
              ...turningActions(t, block, change),
              {
                id: 'remove',
                label: t('letterTemplates.remove'),
                icon: 'x',
                isDanger: true,
                onAction: remove,
              },
            ]}
          >
            <IconButton icon="more" size="s" label={t('letterTemplates.more')} />
          </Menu>
        </span>
      </header>
      <BlockBody
        block={block}
        index={index}
        name={name}
        scope={scope}
        change={change}
        onSplit={(text, caret) => {
          changeTemplate(splitText(template, index, text, caret), { block: index, part: 'text' });
          goTo({ block: index + 1, part: 'text' });
        }}
        onErase={remove}
      />
      <FieldLegend block={block} />
    </section>
  );
}

type TextBlock = Extract<TemplateBlock, { readonly text: string }>;

function BlockBody({
  block,
  index,
  name,
  scope,
  change,
  onSplit,
  onErase,
}: {
  block: TemplateBlock;
  index: number;
  name: string;
  scope: FieldScope;
  change: BlockChange;
  onSplit: (block: TextBlock, caret: number) => void;
  onErase: () => void;
}) {
  const t = useT();
  switch (block.kind) {
    case 'paragraph':
    case 'note':
    case 'section':
    case 'heading':
      return (
        <TemplateText
          label={name}
          hideLabel
          place={{ block: index, part: 'text' }}
          value={block.text}
          scope={scope}
          onChange={(text, isTyping) => change({ ...block, text }, 'text', isTyping)}
          onEnter={(caret) => onSplit(block, caret)}
          onErase={onErase}
        />
      );
    case 'numbered':
    case 'bullets':
    case 'checklist':
      return <ListItems block={block} index={index} scope={scope} change={change} />;
    case 'fields':
      return <FormBoxes block={block} index={index} scope={scope} change={change} />;
    case 'table':
      return <TableParts block={block} index={index} scope={scope} change={change} />;
    case 'signature':
      return (
        <div className="tpl-items">
          <p className="small second">{t('letterTemplates.signatureNote')}</p>
          <Checkbox
            isChecked={block.stamp}
            onChange={(stamp) => change({ ...block, stamp }, 'block')}
          >
            {t('letterTemplates.stamp')}
          </Checkbox>
        </div>
      );
  }
}

/** Adds a block of any kind at the end. */
export function AddBlock() {
  const t = useT();
  const { template, change, goTo } = useEditor();
  const add = (kind: BlockKind): void => {
    const place = { block: template.blocks.length, part: 'block' };
    change(insertBlocks(template, template.blocks.length, newBlock(kind)), place);
    goTo(place);
  };
  return (
    <div data-block-end="">
      <Menu label={t('letterTemplates.addBlock')} items={kindActions(t, add)}>
        <Button icon="plus" block>
          {t('letterTemplates.addBlock')}
        </Button>
      </Menu>
    </div>
  );
}

function kindActions(t: Translate, add: (kind: BlockKind) => void): MenuAction[] {
  return BLOCK_KINDS.map((kind) => ({
    id: kind,
    label: t(`letterTemplates.block.${kind}`),
    onAction: () => add(kind),
  }));
}

function turningActions(t: Translate, block: TemplateBlock, change: BlockChange): MenuAction[] {
  const alike = ALIKE.find((kinds) => kinds.includes(block.kind)) ?? [];
  return alike
    .filter((kind) => kind !== block.kind)
    .map((kind) => ({
      id: kind,
      label: t('letterTemplates.turnInto', { kind: t(`letterTemplates.block.${kind}`) }),
      icon: 'refresh',
      onAction: () => change(turned(block, kind), 'block'),
    }));
}

function turned(block: TemplateBlock, kind: BlockKind): TemplateBlock {
  if (
    'text' in block &&
    (kind === 'paragraph' || kind === 'note' || kind === 'section' || kind === 'heading')
  ) {
    return { ...block, kind };
  }
  if (
    (block.kind === 'numbered' || block.kind === 'bullets') &&
    (kind === 'numbered' || kind === 'bullets')
  ) {
    return { ...block, kind };
  }
  return block;
}

function conditionsOf(block: TemplateBlock) {
  if (block.kind === 'signature') return {};
  return 'text' in block ? { when: block.when, each: block.each } : { when: block.when };
}
