import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { OBJECTION_OUTCOMES } from '../../../domain/objections/objection-status.ts';
import { api } from '../../lib/client.ts';
import { blockedWords } from '../../lib/cases/blocked-words.ts';
import { useCaseCommand } from '../../lib/cases/conflicts.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts';
import { useMay } from '../../lib/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { StatusChip } from '../../ui/Chip.tsx';
import { ActionRefused } from '../../ui/cases/ActionRefused.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ApproveObjection } from './ApproveObjection.tsx';
import { changeDraft, useDraft } from './objections-store.ts';
import './outcome-bar.css';
import { PersonsChain } from './PersonsChain.tsx';
import { ProposeObjectionDialog } from './ProposeObjectionDialog.tsx';
import type { Findings, ReviewFile } from './use-findings.ts';

/** The three persons of an objection, the rule between them, and the step that is open to this officer. */
export function OutcomeBar({ file, findings }: { file: ReviewFile; findings: Findings }) {
  const t = useT();
  const isDecided = file.events.some(({ type }) => type === 'approved');
  const blockedCode = file.mayPropose !== null && file.mayApprove !== null;
  const code =
    file.objection.status === 'awaitingSecond' ? file.mayApprove : (file.mayPropose ?? null);
  return (
    <footer
      className="panel outbar"
      aria-label={t('objections.outcome')}
      data-pane=""
      tabIndex={-1}
    >
      <PersonsChain file={file} />
      <p
        className={`rule-line ${blockedCode ? 'blocked' : ''} ${isDecided ? 'neutral' : ''}`}
        role="note"
      >
        <Icon name={isDecided ? 'lock' : 'shield'} />
        {blockedCode && code !== null ? (
          <span>{blockedWords(t, code)}</span>
        ) : (
          <span>
            <span className="block">{t('objections.notReviewedBy')}</span>{' '}
            <span className="block">{t('objections.notApprovedBy')}</span>
          </span>
        )}
      </p>
      <span className="sp" />
      {file.mayPropose === null && <Propose file={file} findings={findings} />}
      {file.mayPropose !== null && file.mayApprove === null && <ApproveObjection file={file} />}
      {blockedCode && <Blocked file={file} code={file.mayPropose ?? ''} />}
    </footer>
  );
}

function Propose({ file, findings }: { file: ReviewFile; findings: Findings }) {
  const t = useT();
  const { id } = file.objection;
  const draft = useDraft(id);
  const [isOpen, setOpen] = useState(false);
  const outcome = draft.outcome ?? file.outcome;
  const start = (): void => {
    void findings.saveAll();
    setOpen(true);
  };
  useShortcuts(
    Object.fromEntries(
      OBJECTION_OUTCOMES.map((value, index) => [
        `Shift+${index + 1}`,
        () => changeDraft(id, { outcome: value }),
      ]),
    ),
  );
  useShortcuts({ 'Ctrl+Enter': start }, { inFields: true, enabled: outcome !== null });
  return (
    <>
      <RadioGroup
        aria-label={t('objections.outcome')}
        className="outs"
        value={outcome ?? ''}
        onChange={(chosen) => {
          const known = OBJECTION_OUTCOMES.find((value) => value === chosen);
          if (known !== undefined) changeDraft(id, { outcome: known });
        }}
      >
        {OBJECTION_OUTCOMES.map((value) => (
          <Radio key={value} value={value} className="btn out">
            {t(`objections.outcome.${value}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Button
        variant="primary"
        keys="Ctrl+Enter"
        isDisabled={outcome === null}
        onPress={start}
        hint={outcome === null ? t('objections.chooseOutcome') : undefined}
      >
        {t(outcome === null ? 'objections.propose' : `objections.propose.${outcome}`)}
      </Button>
      {outcome !== null && (
        <ProposeObjectionDialog
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          file={file}
          findings={findings}
          outcome={outcome}
        />
      )}
    </>
  );
}

function Blocked({ file, code }: { file: ReviewFile; code: string }) {
  const t = useT();
  const mayWork = useMay('cases.work');
  const { id, version } = file.objection;
  const take = useCaseCommand(id, api.objections.take, ['objections', 'today']);
  const takeNow = (): void => void take.run({ id, expectedVersion: version });
  const canTake = mayWork && code === 'NOT_TAKEN';
  useShortcuts({ 'Ctrl+Enter': takeNow, T: takeNow }, { enabled: canTake });
  return (
    <>
      <ActionRefused error={take.error} isOnScreen />
      {file.outcome !== null && <StatusChip family="objection" status={file.outcome} />}
      {canTake && (
        <Button variant="primary" keys="Ctrl+Enter" isBusy={take.isBusy} onPress={takeNow}>
          {t('cases.take')}
        </Button>
      )}
    </>
  );
}
