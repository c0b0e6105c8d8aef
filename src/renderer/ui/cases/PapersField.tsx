import { useId, useState } from 'react';
import { PAPER_STATES, type Paper, type PaperState } from '../../lib/cases/papers.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { Checkbox, RadioGroup } from '../Choices.tsx';
import { TextField } from '../Fields.tsx';
import './letters.css';

const SHORTEST = 2;

/** A check list of papers, each missing, received or not asked for; others are added by name. */
export function PapersField({
  papers,
  onChange,
  error,
}: {
  papers: readonly Paper[];
  onChange: (papers: readonly Paper[]) => void;
  error: string | null;
}) {
  const t = useT();
  const labelId = useId();
  return (
    <div className="field" role="group" aria-labelledby={labelId}>
      <span id={labelId} className="label">
        {t('caseLetters.asked')}
      </span>
      <ul className="papers">
        {papers.map((paper) => (
          <li key={paper.text}>
            <span className="papers-name">{paper.text}</span>
            <RadioGroup
              label={t('caseLetters.paperOf', { paper: paper.text })}
              hideLabel
              row
              options={PAPER_STATES.map((value) => ({
                value,
                label: t(`caseLetters.paper.${value}`),
              }))}
              value={paper.state}
              onChange={(state) =>
                onChange(papers.map((one) => (one === paper ? { ...one, state } : one)))
              }
            />
          </li>
        ))}
      </ul>
      <AnotherPaper papers={papers} onChange={onChange} state="missing" />
      {error !== null && (
        <span className="help error" role="alert" tabIndex={-1}>
          {error}
        </span>
      )}
    </div>
  );
}

/** Which papers came with a case: ticked where they did. */
export function ReceivedPapers({
  papers,
  onChange,
}: {
  papers: readonly Paper[];
  onChange: (papers: readonly Paper[]) => void;
}) {
  const t = useT();
  const labelId = useId();
  return (
    <div className="field" role="group" aria-labelledby={labelId}>
      <span id={labelId} className="label">
        {t('caseLetters.papers')}
      </span>
      <ul className="papers ticked">
        {papers.map((paper) => (
          <li key={paper.text}>
            <Checkbox
              isChecked={paper.state === 'received'}
              onChange={(isChecked) =>
                onChange(
                  papers.map((one) =>
                    one === paper ? { ...one, state: isChecked ? 'received' : 'skip' } : one,
                  ),
                )
              }
            >
              {paper.text}
            </Checkbox>
          </li>
        ))}
      </ul>
      <AnotherPaper papers={papers} onChange={onChange} state="received" />
    </div>
  );
}

function AnotherPaper({
  papers,
  onChange,
  state,
}: {
  papers: readonly Paper[];
  onChange: (papers: readonly Paper[]) => void;
  state: PaperState;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const isNew = text.length >= SHORTEST && papers.every((paper) => paper.text !== text);
  const add = (): void => {
    if (!isNew) return;
    onChange([...papers, { text, state }]);
    setTyped('');
  };
  return (
    <div className="papers-add">
      <TextField
        label={t('caseLetters.addPaper')}
        hideLabel
        placeholder={t('caseLetters.addPaper')}
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
      <Button size="s" icon="plus" isDisabled={!isNew} onPress={add}>
        {t('caseLetters.addPaperNow')}
      </Button>
    </div>
  );
}
