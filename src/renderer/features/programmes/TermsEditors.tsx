import type { ReactNode } from 'react';
import { CASE_WORDS } from '../../../domain/programmes/case-words.ts';
import {
  DOCUMENT_CASES,
  type DocumentRule,
  type ProgrammeAmount,
  type ProgrammeTerms,
  type Words,
} from '../../../domain/programmes/programme-terms.ts';
import { ZERO_HALALAS } from '../../../domain/shared/halalas.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox, Select } from '../../ui/Choices.tsx';
import { AmountField, TextField } from '../../ui/Fields.tsx';
import { freeCode, isWritten } from './terms-parts.ts';

interface EditorProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Marks what is still to be written. */
  readonly isChecked: boolean;
}

const NO_WORDS: Words = { ar: '', en: '' };

export function GroupsEditor({
  value,
  onChange,
  isChecked,
}: EditorProps<ProgrammeTerms['groups']>) {
  const t = useT();
  return (
    <Rows
      value={value}
      onChange={onChange}
      add={t('programmes.addGroup')}
      make={() => NO_WORDS}
      remove={(group) => t('programmes.removeOf', { name: group.ar })}
    >
      {(group, change) => (
        <WordsFields value={group} onChange={change} isChecked={isChecked} maxLength={120} />
      )}
    </Rows>
  );
}

export function ConditionsEditor({
  value,
  onChange,
  isChecked,
}: EditorProps<ProgrammeTerms['conditions']>) {
  const t = useT();
  return (
    <Rows
      value={value}
      onChange={onChange}
      add={t('programmes.addCondition')}
      make={() => ({ text: NO_WORDS, article: '' })}
      remove={({ text }) => t('programmes.removeOf', { name: text.ar })}
    >
      {(condition, change) => (
        <>
          <WordsFields
            value={condition.text}
            onChange={(text) => change({ ...condition, text })}
            isChecked={isChecked}
            maxLength={300}
          />
          <TextField
            label={t('programmes.article')}
            value={condition.article}
            onChange={(article) => change({ ...condition, article })}
            placeholder="REG 6"
            ltr
            maxLength={60}
            className="prog-article"
          />
        </>
      )}
    </Rows>
  );
}

export function DocumentsEditor({
  value,
  onChange,
  isChecked,
}: EditorProps<ProgrammeTerms['documents']>) {
  const t = useT();
  const make = (): DocumentRule => ({
    code: freeCode(value.map(({ code }) => code)),
    title: NO_WORDS,
    cases: ['always'],
    mandatory: true,
  });
  return (
    <Rows
      value={value}
      onChange={onChange}
      add={t('programmes.addDocument')}
      make={make}
      remove={({ title }) => t('programmes.removeOf', { name: title.ar })}
    >
      {(document, change) => (
        <>
          <WordsFields
            value={document.title}
            onChange={(title) => change({ ...document, title })}
            isChecked={isChecked}
            maxLength={120}
          />
          <Checkbox
            isChecked={document.mandatory}
            onChange={(mandatory) => change({ ...document, mandatory })}
          >
            {t('programmes.mandatory')}
          </Checkbox>
          <details className="prog-cases">
            <summary className="small">
              {t('programmes.askedFor')}:{' '}
              <b className={document.cases.length === 0 ? 't-danger' : 'medium'}>
                {document.cases.length === 0
                  ? t('programmes.noCase')
                  : document.cases
                      .map((one) => CASE_WORDS[one][t.language])
                      .join(t('programmes.comma'))}
              </b>
            </summary>
            <div>
              {DOCUMENT_CASES.map((one) => (
                <Checkbox
                  key={one}
                  isChecked={document.cases.includes(one)}
                  onChange={(isOn) =>
                    change({
                      ...document,
                      cases: DOCUMENT_CASES.filter((known) =>
                        known === one ? isOn : document.cases.includes(known),
                      ),
                    })
                  }
                >
                  {CASE_WORDS[one][t.language]}
                </Checkbox>
              ))}
            </div>
          </details>
        </>
      )}
    </Rows>
  );
}

export function AmountsEditor({
  value,
  onChange,
  isChecked,
}: EditorProps<ProgrammeTerms['amounts']>) {
  const t = useT();
  return (
    <Rows
      value={value}
      onChange={onChange}
      add={t('programmes.addAmount')}
      make={(): ProgrammeAmount => ({ kind: 'words', text: NO_WORDS })}
      remove={(amount) => t('programmes.removeOf', { name: t(`programmes.kind.${amount.kind}`) })}
    >
      {(amount, change) => (
        <>
          <Select
            label={t('programmes.amountKind')}
            options={(['entitlement', 'sum', 'words'] as const).map((kind) => ({
              value: kind,
              label: t(`programmes.kind.${kind}`),
            }))}
            value={amount.kind}
            onChange={(kind) => change(amountOf(kind))}
          />
          {amount.kind === 'sum' && (
            <>
              <AmountField
                label={t('programmes.sum')}
                value={amount.amount === ZERO_HALALAS ? null : amount.amount}
                onChange={(sum) => change({ ...amount, amount: sum ?? ZERO_HALALAS })}
                isRequired
                error={isChecked && amount.amount <= 0 ? t('ui.required') : null}
              />
              <Select
                label={t('programmes.perLabel')}
                options={(['month', 'year', 'once'] as const).map((per) => ({
                  value: per,
                  label: t(`programmes.per.${per}`),
                }))}
                value={amount.per}
                onChange={(per) => change({ ...amount, per })}
              />
            </>
          )}
          {amount.kind === 'words' && (
            <WordsFields
              value={amount.text}
              onChange={(text) => change({ ...amount, text })}
              isChecked={isChecked}
              maxLength={300}
            />
          )}
        </>
      )}
    </Rows>
  );
}

function amountOf(kind: ProgrammeAmount['kind']): ProgrammeAmount {
  switch (kind) {
    case 'entitlement':
      return { kind };
    case 'sum':
      return { kind, amount: ZERO_HALALAS, per: 'month' };
    case 'words':
      return { kind, text: NO_WORDS };
  }
}

/** A list whose rows are edited where they stand; the last button adds one. */
function Rows<Row>({
  value,
  onChange,
  add,
  make,
  remove,
  children,
}: {
  value: readonly Row[];
  onChange: (value: readonly Row[]) => void;
  add: string;
  make: () => Row;
  remove: (row: Row) => string;
  children: (row: Row, change: (row: Row) => void) => ReactNode;
}) {
  return (
    <>
      <ol className="prog-rows">
        {value.map((row, index) => (
          <li key={index}>
            <div className="prog-row">
              {children(row, (changed) => onChange(value.with(index, changed)))}
            </div>
            <IconButton
              icon="x"
              size="s"
              label={remove(row)}
              onPress={() => onChange(value.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <Button size="s" icon="plus" onPress={() => onChange([...value, make()])}>
        {add}
      </Button>
    </>
  );
}

function WordsFields({
  value,
  onChange,
  isChecked,
  maxLength,
}: EditorProps<Words> & { maxLength: number }) {
  const t = useT();
  const error = (text: string): string | null =>
    isChecked && !isWritten({ ar: text, en: text }) ? t('ui.required') : null;
  return (
    <>
      <TextField
        label={t('programmes.inArabic')}
        value={value.ar}
        onChange={(ar) => onChange({ ...value, ar })}
        maxLength={maxLength}
        isRequired
        error={error(value.ar)}
      />
      <TextField
        label={t('programmes.inEnglish')}
        value={value.en}
        onChange={(en) => onChange({ ...value, en })}
        maxLength={maxLength}
        isRequired
        error={error(value.en)}
      />
    </>
  );
}
