import { memo } from 'react';
import type { OutputOf } from '../../../contract/api.ts';
import { LIST_FIELDS, type ColumnMapping, type ListField } from '../../../contract/payments.ts';
import { errorWords } from '../../lib/error-words.ts';
import { messageOf } from '../../lib/i18n/translate.ts';
import { useT, type Translate } from '../../lib/i18n/use-t.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Choices.tsx';
import { InstantText, Money, MonthText, Num } from '../../ui/Figures.tsx';
import { Message } from '../../ui/Message.tsx';
import { Notice } from '../../ui/States.tsx';

type Preview = OutputOf<'payments.previewList'>;

/**
 * What the list holds, which column means what, and every line that is not accepted. Kept as it is while the progress
 * beside it moves.
 */
export const ListPreview = memo(function ListPreview({
  preview,
  isBusy,
  onEncoding,
  onMapping,
}: {
  preview: Preview;
  isBusy: boolean;
  onEncoding: (encoding: Preview['encoding']) => void;
  onMapping: (mapping: ColumnMapping) => void;
}) {
  const t = useT();
  return (
    <div className="lp" aria-busy={isBusy}>
      <div className="lp-sum">
        <b>
          <bdi>{preview.fileName}</bdi>
        </b>
        <span>{t('payments.count', { n: preview.rows })}</span>
        <Money amount={preview.amount} unit />
        {preview.months.map(({ month }) => (
          <Chip key={month} tone="line">
            <MonthText month={month} />
          </Chip>
        ))}
        <span className="muted">{t('payments.newPeople', { n: preview.newBeneficiaries })}</span>
        <span className="sp" />
        <Select
          label={t('payments.encoding')}
          hideLabel
          options={[
            { value: 'utf-8', label: 'UTF-8' },
            { value: 'windows-1256', label: 'windows-1256' },
          ]}
          value={preview.encoding}
          onChange={onEncoding}
          isDisabled={isBusy}
        />
      </div>
      {preview.alreadyImportedAt !== null && (
        <Notice tone="warning" icon="dup">
          <Message
            id="payments.alreadyImported"
            values={{ at: <InstantText instant={preview.alreadyImportedAt} /> }}
          />
        </Notice>
      )}
      <Mapping preview={preview} isBusy={isBusy} onMapping={onMapping} />
      {preview.problemCount > 0 && <Problems preview={preview} />}
      {preview.warningCount > 0 && <Warnings preview={preview} />}
    </div>
  );
});

function Mapping({
  preview,
  isBusy,
  onMapping,
}: {
  preview: Preview;
  isBusy: boolean;
  onMapping: (mapping: ColumnMapping) => void;
}) {
  const t = useT();
  const fieldOf = (column: number): ListField | 'ignore' =>
    LIST_FIELDS.find((field) => preview.mapping[field] === column) ?? 'ignore';
  const change = (column: number, chosen: ListField | 'ignore'): void => {
    const kept = LIST_FIELDS.filter(
      (field) => field !== chosen && preview.mapping[field] !== column,
    ).flatMap((field) => {
      const at = preview.mapping[field];
      return at === undefined ? [] : [[field, at] as const];
    });
    onMapping(Object.fromEntries(chosen === 'ignore' ? kept : [...kept, [chosen, column]]));
  };
  return (
    <table className="tbl dense" aria-label={t('payments.columns')}>
      <thead>
        <tr>
          <th>{t('payments.columns')}</th>
          <th>{t('payments.field')}</th>
          <th>{t('payments.example')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map((column, index) => (
          <tr key={`${index}-${column}`}>
            <td>
              <bdi>{column}</bdi>
            </td>
            <td>
              <Select<ListField | 'ignore'>
                label={column}
                hideLabel
                isDisabled={isBusy}
                options={[
                  ...LIST_FIELDS.map((field) => ({
                    value: field,
                    label: t(`payments.field.${field}`),
                  })),
                  { value: 'ignore', label: t('payments.ignore') },
                ]}
                value={fieldOf(index)}
                onChange={(chosen) => change(index, chosen)}
              />
            </td>
            <td className="muted">
              <bdi>{preview.sample[0]?.[index] ?? ''}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Problems({ preview }: { preview: Preview }) {
  const t = useT();
  return (
    <>
      <Notice tone="danger">
        <b>{t('payments.problems', { n: preview.problemCount })}</b>{' '}
        {preview.problemCount > preview.problems.length &&
          t('payments.onlyFirst', { shown: preview.problems.length })}{' '}
        {t('payments.problemsNext')}
      </Notice>
      <ProblemLines problems={preview.problems} />
    </>
  );
}

/** Nothing here hinders the import. */
function Warnings({ preview }: { preview: Preview }) {
  const t = useT();
  return (
    <>
      <Notice tone="warning">
        <b>{t('payments.warnings', { n: preview.warningCount })}</b>{' '}
        {preview.warningCount > preview.warnings.length &&
          t('payments.onlyFirst', { shown: preview.warnings.length })}{' '}
        {t('payments.warningsNext')}
      </Notice>
      <ProblemLines problems={preview.warnings} />
    </>
  );
}

function ProblemLines({ problems }: { problems: Preview['problems'] }) {
  const t = useT();
  return (
    <div className="lp-problems">
      <table className="tbl dense">
        <thead>
          <tr>
            <th>{t('payments.line')}</th>
            <th>{t('payments.field')}</th>
            <th>{t('payments.what')}</th>
            <th>{t('payments.value')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, index) => (
            <tr key={index}>
              <td>
                <Num>{problem.line}</Num>
              </td>
              <td>{problem.field === null ? '' : t(`payments.field.${problem.field}`)}</td>
              <td>{problemWords(t, problem)}</td>
              <td className="muted">
                <bdi>{problem.value ?? ''}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is wrong with a line, and exactly what where the field's own rule says it (`IBAN_CHECKSUM`). */
function problemWords(t: Translate, { code, reason }: Preview['problems'][number]): string {
  const words = t.maybe(`payments.problem.${code}`) ?? code;
  if (reason === null || messageOf(t.language, `errors.${reason}`) === undefined) return words;
  return errorWords(t, { code: reason });
}
