import { useEffect, useRef } from 'react';
import {
  REASON_FINDINGS,
  type ReasonFinding,
} from '../../../domain/objections/objection-status.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Chip, Code } from '../../ui/Chip.tsx';
import type { CaseDocument } from '../../ui/cases/Documents.tsx';
import { OutcomeCards } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { Tone } from '../../ui/statuses.ts';
import type { Evidence, FindingDraft } from './objections-store.ts';
import type { ReasonOnScreen } from './use-findings.ts';

const LOOKS: Readonly<Record<ReasonFinding, { icon: IconName; tone: Tone }>> = {
  notProven: { icon: 'checkc', tone: 'success' },
  ceased: { icon: 'clock', tone: 'info' },
  proven: { icon: 'xc', tone: 'danger' },
};
const FINDING_KEYS: Readonly<Record<ReasonFinding, string>> = {
  notProven: '1',
  ceased: '2',
  proven: '3',
};

/** One reason: its words, and open, the finding with its note and evidence. */
export function ReasonCard({
  reason,
  documents,
  isActive,
  isEditable,
  onActivate,
  onChange,
  onLeave,
  onShow,
}: {
  reason: ReasonOnScreen;
  documents: readonly CaseDocument[];
  isActive: boolean;
  isEditable: boolean;
  onActivate: () => void;
  onChange: (change: FindingDraft) => void;
  /** The officer is done writing here. */
  onLeave: () => void;
  onShow: (evidence: Evidence) => void;
}) {
  const t = useT();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const words = t.language === 'ar' ? reason.textAr : reason.textEn;

  if (!isActive || !isEditable) {
    return (
      <article
        ref={card}
        className={`rs ${isActive ? 'on' : ''}`}
        {...(isActive ? { 'aria-current': true } : {})}
      >
        <button type="button" className="rs-open" onClick={onActivate}>
          <Code>{reason.code}</Code>
          <span>{words}</span>
        </button>
        <div className="rs-line">
          {reason.finding === null ? (
            <Chip tone="line" icon="ring">
              {t('objections.noFinding')}
            </Chip>
          ) : (
            <Chip {...LOOKS[reason.finding]}>{t(`objections.finding.${reason.finding}`)}</Chip>
          )}
          <EvidenceLink evidence={reason.evidence} documents={documents} onShow={onShow} />
        </div>
        {(isActive || !isEditable) && reason.note !== '' && (
          <p className="rs-note" dir="auto">
            {reason.note}
          </p>
        )}
      </article>
    );
  }

  return (
    <article ref={card} className="rs on" aria-current>
      <div className="rs-open">
        <Code>{reason.code}</Code>
        <span>
          {words} {reason.article !== '' && <small className="rs-article">{reason.article}</small>}
        </span>
      </div>
      <OutcomeCards
        label={t('objections.findingOf', { code: reason.code })}
        hideLabel
        joined
        options={REASON_FINDINGS.map((value) => ({
          value,
          label: t(`objections.finding.${value}`),
          keys: FINDING_KEYS[value],
        }))}
        value={reason.finding}
        onChange={(finding) => onChange({ finding })}
      />
      <TextField
        label={t('objections.note')}
        value={reason.note}
        onChange={(note) => onChange({ note })}
        onBlur={onLeave}
        multiline
        maxLength={2000}
        warning={
          reason.finding !== null && reason.note.trim().length < 3
            ? t('objections.noteMissing')
            : null
        }
      />
      <div className="rs-line">
        <Icon name="mark" />
        {reason.evidence === null ? (
          <span>
            {t('objections.noEvidence')} <Kbd keys="M" />
          </span>
        ) : (
          <>
            <span>{t('objections.evidence')}</span>
            <EvidenceLink evidence={reason.evidence} documents={documents} onShow={onShow} />
            <IconButton
              size="s"
              icon="x"
              label={t('objections.unpin')}
              onPress={() => onChange({ evidence: null })}
            />
          </>
        )}
      </div>
    </article>
  );
}

function EvidenceLink({
  evidence,
  documents,
  onShow,
}: {
  evidence: Evidence | null;
  documents: readonly CaseDocument[];
  onShow: (evidence: Evidence) => void;
}) {
  const t = useT();
  if (evidence === null) return null;
  const title = documents.find(({ id }) => id === evidence.documentId)?.title ?? '';
  return (
    <button type="button" className="rs-link ell" onClick={() => onShow(evidence)}>
      {t('objections.place', { title, page: evidence.page })}
    </button>
  );
}
