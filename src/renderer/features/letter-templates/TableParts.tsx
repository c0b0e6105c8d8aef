import type {
  TemplateBlock,
  TemplateColumn,
  TemplateRow,
} from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Choices.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import type { BlockChange } from './BlockCard.tsx';
import { addColumn, removeColumn } from './edit-blocks.ts';
import { useEditor } from './editor-context.ts';
import { PartConditions } from './PartConditions.tsx';
import { scopeWithin, type FieldScope } from './template-fields.ts';
import { TemplateText } from './TemplateText.tsx';

type TableBlock = Extract<TemplateBlock, { kind: 'table' }>;

/** Heads, rows and totals of a table, each cell a text. */
export function TableParts({
  block,
  index,
  scope,
  change,
}: {
  block: TableBlock;
  index: number;
  scope: FieldScope;
  change: BlockChange;
}) {
  const t = useT();
  const { goTo } = useEditor();
  const { columns, rows, total } = block;
  const setRow = (at: number, row: TemplateRow, part: string, isTyping = false): void =>
    change(
      { ...block, rows: rows.map((one, other) => (other === at ? row : one)) },
      `rows.${at}${part}`,
      isTyping,
    );
  return (
    <div className="tpl-items">
      <div className="tpl-table-scroll">
        <div className="tpl-table" dir="rtl" style={{ '--columns': columns.length }}>
          {columns.map((column, at) => (
            <ColumnHead
              key={at}
              column={column}
              at={at}
              index={index}
              scope={scope}
              canRemove={columns.length > 1}
              onChange={(next, isTyping) =>
                change(
                  { ...block, columns: columns.map((one, other) => (other === at ? next : one)) },
                  `columns.${at}`,
                  isTyping,
                )
              }
              onRemove={() => {
                change(removeColumn(block, at), 'columns');
                goTo({ block: index, part: `columns.${Math.max(0, at - 1)}` });
              }}
            />
          ))}
        </div>
        {rows.map((row, at) => (
          <Cells
            key={at}
            name={t('letterTemplates.row', { number: at + 1 })}
            part={`rows.${at}`}
            index={index}
            row={row}
            scope={scope}
            onChange={(next, part, isTyping) => setRow(at, next, part, isTyping)}
            onRemove={
              rows.length === 1
                ? undefined
                : () => {
                    change({ ...block, rows: rows.toSpliced(at, 1) }, `rows.${at}`);
                    goTo({ block: index, part: `rows.${Math.max(0, at - 1)}` });
                  }
            }
          />
        ))}
        {total !== undefined && (
          <Cells
            name={t('letterTemplates.total')}
            part="total"
            index={index}
            row={total}
            scope={scope}
            isTotal
            onChange={({ cells, when, unless }, part, isTyping) =>
              change(
                { ...block, total: { ...total, cells, when, unless } },
                `total${part}`,
                isTyping,
              )
            }
            onRemove={() => change({ ...block, total: undefined }, 'total')}
          />
        )}
      </div>
      <div className="btn-row">
        <Button
          size="s"
          variant="quiet"
          icon="plus"
          onPress={() => {
            change(addColumn(block), 'columns');
            goTo({ block: index, part: `columns.${columns.length}` });
          }}
        >
          {t('letterTemplates.addColumn')}
        </Button>
        <Button
          size="s"
          variant="quiet"
          icon="plus"
          onPress={() => {
            const part = `rows.${rows.length}`;
            change({ ...block, rows: [...rows, { cells: columns.map(() => '') }] }, part);
            goTo({ block: index, part });
          }}
        >
          {t('letterTemplates.addRow')}
        </Button>
        {total === undefined && (
          <Button
            size="s"
            variant="quiet"
            icon="plus"
            onPress={() => {
              change({ ...block, total: { cells: columns.map(() => '') } }, 'total');
              goTo({ block: index, part: 'total' });
            }}
          >
            {t('letterTemplates.addTotal')}
          </Button>
        )}
      </div>
    </div>
  );
}

function ColumnHead({
  column,
  at,
  index,
  scope,
  canRemove,
  onChange,
  onRemove,
}: {
  column: TemplateColumn;
  at: number;
  index: number;
  scope: FieldScope;
  canRemove: boolean;
  onChange: (column: TemplateColumn, isTyping: boolean) => void;
  onRemove: () => void;
}) {
  const t = useT();
  const number = at + 1;
  const name = t('letterTemplates.column', { number });
  return (
    <div className="tpl-column" role="group" aria-label={name}>
      <TemplateText
        label={name}
        hideLabel
        place={{ block: index, part: `columns.${at}` }}
        value={column.title}
        scope={scope}
        onChange={(title, isTyping) => onChange({ ...column, title }, isTyping)}
      />
      <div className="tpl-column-look">
        <NumberField
          label={`${t('letterTemplates.share')}: ${name}`}
          hideLabel
          value={column.share}
          min={1}
          max={100}
          onChange={(share) => {
            if (Number.isInteger(share) && share >= 1 && share <= 100) {
              onChange({ ...column, share }, true);
            }
          }}
        />
        <Select
          label={`${t('letterTemplates.align')}: ${name}`}
          hideLabel
          value={column.align ?? 'start'}
          options={(['start', 'center', 'end'] as const).map((value) => ({
            value,
            label: t(`letterTemplates.align.${value}`),
          }))}
          onChange={(align) => onChange({ ...column, align }, false)}
        />
        {canRemove && (
          <IconButton
            icon="x"
            size="s"
            label={t('letterTemplates.removeColumn', { number })}
            onPress={onRemove}
          />
        )}
      </div>
    </div>
  );
}

function Cells({
  name,
  part,
  index,
  row,
  scope,
  isTotal = false,
  onChange,
  onRemove,
}: {
  name: string;
  part: string;
  index: number;
  row: TemplateRow;
  scope: FieldScope;
  isTotal?: boolean;
  onChange: (row: TemplateRow, part: string, isTyping?: boolean) => void;
  onRemove: (() => void) | undefined;
}) {
  const t = useT();
  const { fields } = useEditor();
  const inside = scopeWithin(scope, row, fields);
  return (
    <div className={`tpl-row ${isTotal ? 'total' : ''}`} role="group" aria-label={name}>
      <div className="tpl-row-head">
        <span className="cap second">{name}</span>
        <PartConditions
          part={row}
          names={isTotal ? ['when', 'unless'] : ['each', 'when', 'unless']}
          scope={scope}
          isQuiet
          onChange={(conditions) => onChange({ ...row, ...conditions }, '')}
        />
        <span className="sp" />
        {onRemove !== undefined && (
          <IconButton
            icon="x"
            size="s"
            label={t(isTotal ? 'letterTemplates.removeTotal' : 'letterTemplates.removeRow')}
            onPress={onRemove}
          />
        )}
      </div>
      <div className="tpl-table" dir="rtl" style={{ '--columns': row.cells.length }}>
        {row.cells.map((cell, at) => (
          <TemplateText
            key={at}
            label={t('letterTemplates.cell', { row: name, number: at + 1 })}
            hideLabel
            place={{ block: index, part: `${part}.cells.${at}` }}
            value={cell}
            scope={inside}
            onChange={(text, isTyping) =>
              onChange(
                { ...row, cells: row.cells.map((one, other) => (other === at ? text : one)) },
                `.cells.${at}`,
                isTyping,
              )
            }
          />
        ))}
      </div>
    </div>
  );
}
