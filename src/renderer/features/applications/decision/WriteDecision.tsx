import { useRef, useState } from 'react';
import { api } from '../../../lib/client.ts';
import { useCaseCommand } from '../../../lib/cases/conflicts.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useShortcuts } from '../../../lib/keyboard/shortcuts.ts';
import { useApiQuery } from '../../../lib/queries.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActionRefused } from '../../../ui/cases/ActionRefused.tsx';
import { ChangedNotice } from '../../../ui/cases/ChangedNotice.tsx';
import { Rule } from '../../../ui/cases/Rule.tsx';
import { OutcomeCards } from '../../../ui/Choices.tsx';
import { TextField } from '../../../ui/Fields.tsx';
import type { ApplicationFile } from '../application-file.ts';
import { changeDecision, dropDecision, useDecision } from '../applications-store.ts';
import { Approvers } from '../../../ui/cases/Approvers.tsx';
import type { DecisionTab } from './DecisionSide.tsx';
import { RefusalGrounds } from './RefusalGrounds.tsx';
import { StudyChecks } from './StudyChecks.tsx';

const SHORTEST_REASONING = 3;
const OUTCOMES = ['accept', 'refuse'] as const;

/** The officer of the application proposes an approval or a refusal with its reasons; what he writes stays until then. */
export function WriteDecision({
  file,
  onTab,
}: {
  file: ApplicationFile;
  onTab: (tab: DecisionTab) => void;
}) {
  const t = useT();
  const { id, version, number } = file.application;
  const draft = useDecision(id);
  const [isChecked, setChecked] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const study = useApiQuery(['applications', 'assess', id, ''], () =>
    api.applications.assess({ id }),
  ).data;
  const areas = ['applications', 'today'] as const;
  const accept = useCaseCommand(id, api.applications.approveInitially, areas);
  const refuse = useCaseCommand(id, api.applications.proposeRefusal, areas);
  const { outcome = null, reasoning = '', reasons = {} } = draft;
  const change = (part: typeof draft): void => changeDecision(id, version, part);
  const suggested = new Set(study?.refusalReasons.map(({ code }) => code) ?? []);
  const isShort = reasoning.trim().length < SHORTEST_REASONING;
  const hasNoReason = outcome === 'refuse' && Object.keys(reasons).length === 0;
  const choose = (chosen: (typeof OUTCOMES)[number]): void =>
    change({
      outcome: chosen,
      ...(chosen === 'refuse' && Object.keys(reasons).length === 0
        ? { reasons: Object.fromEntries([...suggested].map((code) => [code, ''])) }
        : {}),
    });
  const focusOn = (selector: string): void =>
    body.current?.querySelector<HTMLElement>(selector)?.focus();

  const submit = async (): Promise<void> => {
    setChecked(true);
    if (accept.isBusy || refuse.isBusy) return;
    if (outcome === null) return focusOn('input[type="radio"]');
    if (hasNoReason) return focusOn('.grounds input');
    if (isShort) return focusOn('textarea');
    const expected = { id, expectedVersion: version, reasoning: reasoning.trim() };
    const result =
      outcome === 'accept'
        ? await accept.run(expected)
        : await refuse.run({
            ...expected,
            reasons: Object.entries(reasons).map(([code, note]) => ({ code, note: note.trim() })),
          });
    if (!result.ok) return;
    dropDecision(id);
    toast({ tone: 'success', text: t(`applications.proposed.${outcome}`, { number }) });
  };
  useShortcuts({
    '1': () => choose('accept'),
    '2': () => choose('refuse'),
    N: () => focusOn('textarea'),
  });
  useShortcuts({ 'Ctrl+Enter': () => void submit() }, { inFields: true });

  const back = file.events.findLast(({ type }) => type === 'sentBack');
  return (
    <>
      <div className="app-side-body" ref={body}>
        <ChangedNotice
          begunAt={draft.version ?? null}
          version={version}
          events={file.events}
          onSeen={() => change({ version })}
        />
        {back !== undefined && back.note !== null && (
          <Rule icon="undo" tone="danger">
            {t('cases.changedBy', {
              what: t('cases.event.sentBack'),
              name: back.officerName ?? '',
            })}
            <b className="block medium" dir="auto">
              {back.note}
            </b>
          </Rule>
        )}
        <StudyChecks file={file} study={study} onTab={onTab} />
        <OutcomeCards
          label={t('applications.outcome')}
          hideLabel
          options={OUTCOMES.map((value, index) => ({
            value,
            label: t(`applications.outcome.${value}`),
            keys: String(index + 1),
          }))}
          value={outcome}
          onChange={choose}
          error={isChecked && outcome === null ? t('applications.outcomeMissing') : null}
        />
        {outcome === 'refuse' && (
          <RefusalGrounds
            chosen={reasons}
            suggested={suggested}
            onChange={(chosen) => change({ reasons: chosen })}
            error={isChecked && hasNoReason ? t('applications.reasonMissing') : null}
          />
        )}
        <TextField
          label={t('applications.reasoning')}
          value={reasoning}
          onChange={(text) => change({ reasoning: text })}
          multiline
          maxLength={2000}
          error={isChecked && isShort ? t('applications.reasoningMissing') : null}
        />
      </div>
      <footer className="app-side-foot">
        <ActionRefused error={accept.error ?? refuse.error} isOnScreen />
        <Button
          variant="primary"
          block
          keys="Ctrl+Enter"
          isBusy={accept.isBusy || refuse.isBusy}
          onPress={() => void submit()}
        >
          {t(
            outcome === 'refuse' ? 'applications.proposeRefusal' : 'applications.approveInitially',
          )}
        </Button>
        <Rule>
          {t('cases.blocked.PROPOSED_BY_YOU')} <Approvers />
        </Rule>
      </footer>
    </>
  );
}
