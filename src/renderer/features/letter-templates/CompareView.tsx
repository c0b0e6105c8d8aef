import { useMemo } from 'react';
import type { CatalogueField } from '../../../contract/letter-templates.ts';
import type { LetterTemplate } from '../../../domain/letters/letter-template.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { compareLines, type LineChange, type WordChange } from './compare-words.ts';
import { templateLines, type TemplateLine } from './template-lines.ts';

/** How many parts of a template say something else. */
export function useChanges(
  before: LetterTemplate | undefined,
  after: LetterTemplate | undefined,
  fields: readonly CatalogueField[],
): readonly LineChange<TemplateLine>[] {
  const t = useT();
  return useMemo(
    () =>
      before === undefined || after === undefined
        ? []
        : compareLines(templateLines(t, before, fields), templateLines(t, after, fields)),
    [t, before, after, fields],
  );
}

/** What one version says and another does not, word by word; what is the same stands around it. */
export function CompareView({ changes }: { changes: readonly LineChange<TemplateLine>[] }) {
  return (
    <ol className="tpl-lines">
      {changes.map((change, index) => {
        const line = change.kind === 'changed' ? change.after : change.line;
        return (
          <li key={index} className={change.kind}>
            <span className="cap muted">{[line.name, ...line.conditions].join(' · ')}</span>
            <p dir="rtl">
              <Words
                words={
                  change.kind === 'changed'
                    ? change.words
                    : [{ kind: change.kind, text: change.line.text }]
                }
              />
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function Words({ words }: { words: readonly WordChange[] }) {
  return words.map(({ kind, text }, index) => {
    if (kind === 'added') return <ins key={index}>{text}</ins>;
    if (kind === 'removed') return <del key={index}>{text}</del>;
    return <span key={index}>{text}</span>;
  });
}

/** All that a template says, for who only reads it. */
export function TemplateWords({
  template,
  fields,
}: {
  template: LetterTemplate;
  fields: readonly CatalogueField[];
}) {
  const t = useT();
  const lines = templateLines(t, template, fields);
  return <CompareView changes={lines.map((line) => ({ kind: 'same', line }))} />;
}
