import { useState } from 'react';
import type { CycleRow } from '../../../contract/payments.ts';
import type { ProposalDto } from '../../../contract/payment-runs.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand, useApiQuery } from '../../lib/queries.ts';
import { hrefOf } from '../../lib/route.ts';
import { useMay, useOfficer } from '../../lib/session-store.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { InstantText, Money, MonthText, Num } from '../../ui/Figures.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { DecideProposal, type ProposalDeed } from './DecideProposal.tsx';
import { PAYMENT_AREAS } from './payment-areas.ts';
import { ProposePaymentDialog } from './ProposePaymentDialog.tsx';
import { useProgrammes } from '../../lib/programmes.ts';

/** Payments that one officer proposed and another decides, and those that accepted complaints led to. */
export function ProposalsPanel({ cycle }: { cycle: CycleRow }) {
  const t = useT();
  const mayPropose = useMay('payments.propose') && cycle.status === 'open';
  const [isProposing, setProposing] = useState(false);
  const [deed, setDeed] = useState<ProposalDeed | null>(null);
  const found = useApiQuery(['payments', 'proposals', cycle.id], () =>
    api.payments.proposals({ cycleId: cycle.id }),
  );
  const propose = mayPropose && (
    <Button variant="primary" icon="plus" onPress={() => setProposing(true)}>
      {t('payments.proposal.new')}
    </Button>
  );
  if (found.error) return <ErrorState error={found.error} onRetry={found.refetch} />;
  if (found.data === undefined) return <Skeleton lines={6} />;
  return (
    <div className="pay-scroll">
      {found.data.length === 0 ? (
        <EmptyState icon="payments" title={t('payments.proposal.none')} action={propose}>
          {t('payments.proposal.noneNext')}
        </EmptyState>
      ) : (
        <>
          <div className="pay-waiting">
            <span className="small second">{t('payments.proposal.noneNext')}</span>
            <span className="sp" />
            {propose}
          </div>
          <table className="tbl" aria-label={t('payments.proposal.title')}>
            <thead>
              <tr>
                <th>{t('payments.beneficiary')}</th>
                <th>{t('payments.proposal.kind')}</th>
                <th className="num">{t('payments.amount')}</th>
                <th>{t('payments.proposal.reason')}</th>
                <th>{t('payments.status')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {found.data.map((proposal) => (
                <ProposalLine key={proposal.id} proposal={proposal} onDeed={setDeed} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {isProposing && <ProposePaymentDialog cycle={cycle} onClose={() => setProposing(false)} />}
      {deed !== null && <DecideProposal cycle={cycle} deed={deed} onClose={() => setDeed(null)} />}
    </div>
  );
}

const LOOKS = {
  proposed: { tone: 'warning', icon: 'hourglass' },
  approved: { tone: 'success', icon: 'checkc' },
  refused: { tone: 'danger', icon: 'xc' },
  withdrawn: { tone: 'neutral', icon: 'undo' },
} as const;

function ProposalLine({
  proposal,
  onDeed,
}: {
  proposal: ProposalDto;
  onDeed: (deed: ProposalDeed) => void;
}) {
  const t = useT();
  const { nameOf } = useProgrammes();
  const { person, status } = proposal;
  const [by, at] = [
    proposal.decidedBy ?? proposal.proposedBy,
    proposal.decidedAt ?? proposal.proposedAt,
  ];
  return (
    <tr>
      <td>
        <a href={hrefOf('beneficiaries', person.beneficiaryId)}>{person.name}</a>
        <div className="cap muted">
          <Num>{person.maskedNationalId}</Num>
        </div>
      </td>
      <td>
        {t(`payments.kind.${proposal.kind}`)} · <MonthText month={proposal.month} />
        <div className="cap muted">{nameOf(proposal.programme)}</div>
      </td>
      <td className="num">
        <Money amount={proposal.amount} />
      </td>
      <td>
        {proposal.ticket === null
          ? proposal.reason
          : t('payments.proposal.complaint', { ticket: proposal.ticket })}
        {proposal.decisionReason !== null && (
          <div className="cap muted">{proposal.decisionReason}</div>
        )}
      </td>
      <td>
        <Chip {...LOOKS[status]} plain>
          {t(`payments.proposal.status.${status}`)}
        </Chip>
        <div className="cap muted">
          {by} · <InstantText instant={at} />
        </div>
      </td>
      <td className="end">
        <ProposalActions proposal={proposal} onDeed={onDeed} />
      </td>
    </tr>
  );
}

function ProposalActions({
  proposal,
  onDeed,
}: {
  proposal: ProposalDto;
  onDeed: (deed: ProposalDeed) => void;
}) {
  const t = useT();
  const { officer } = useOfficer();
  const withdraw = useApiCommand(api.payments.withdrawProposal, PAYMENT_AREAS);
  if (proposal.status !== 'proposed') return null;
  if (proposal.settlement !== null) {
    const { id: settlement, number } = proposal.settlement;
    const query = { desk: 'differences', view: 'awaitingApproval', settlement };
    return <a href={hrefOf('entitlement', null, query)}>{t('settlements.open', { number })}</a>;
  }
  if (proposal.blocked === null) {
    return (
      <span className="pay-row-actions">
        <Button
          size="s"
          variant="primary"
          icon="check"
          onPress={() => onDeed({ do: 'approve', proposal })}
        >
          {t('payments.proposal.approve')}
        </Button>
        <Button size="s" icon="x" onPress={() => onDeed({ do: 'refuse', proposal })}>
          {t('payments.proposal.refuse')}
        </Button>
      </span>
    );
  }
  if (proposal.proposedBy !== officer.fullName) return null;
  const { id, version } = proposal;
  return (
    <Button
      size="s"
      variant="quiet"
      icon="undo"
      hint={t('payments.proposal.yours')}
      isBusy={withdraw.isBusy}
      onPress={() =>
        void withdraw.run({ id, expectedVersion: version }).then((result) => {
          if (!result.ok) return;
          toast({ tone: 'info', text: t('payments.proposal.status.withdrawn') });
        })
      }
    >
      {t('payments.proposal.withdraw')}
    </Button>
  );
}
