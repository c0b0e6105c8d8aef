import type { Refusal } from '../../../../domain/shared/result.ts';
import { api } from '../../../lib/client.ts';
import { useT } from '../../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../../lib/queries.ts';
import { hrefOf, navigate } from '../../../lib/route.ts';
import { useMay } from '../../../lib/session-store.ts';
import { toast } from '../../../lib/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import type { ResumeView } from './ResumePanel.tsx';

/** The sheet for the beneficiary: made once, then opened from the register. */
export function GuidanceButton({
  view,
  onRefused,
}: {
  view: ResumeView;
  onRefused: (error: Refusal | null) => void;
}) {
  const t = useT();
  const mayPrint = useMay('letters.print');
  const guide = useApiCommand(api.resume.guide, ['resume', 'letters']);
  const last = view.letters.findLast(({ status }) => status !== 'void');
  const isBack = view.payment.status === 'rejected' || view.payment.status === 'returned';
  const make = async (): Promise<void> => {
    const result = await guide.run({
      paymentId: view.payment.id,
      expectedVersion: view.caseVersion,
    });
    onRefused(result.ok ? null : result.error);
    if (!result.ok) return;
    const { letterId } = result.value;
    toast({
      tone: 'success',
      text: t('resume.guided'),
      action: { label: t('resume.openLetter'), run: () => navigate(hrefOf('letters', letterId)) },
    });
  };
  if (last !== undefined) {
    return (
      <Button size="s" icon="letter" onPress={() => navigate(hrefOf('letters', last.id))}>
        {t('resume.guide')}
      </Button>
    );
  }
  if (!mayPrint || !isBack) return null;
  return (
    <Button size="s" icon="letter" isBusy={guide.isBusy} onPress={() => void make()}>
      {t('resume.guide')}
    </Button>
  );
}
