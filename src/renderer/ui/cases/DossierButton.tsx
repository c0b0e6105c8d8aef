import { useState } from 'react';
import type { DossierOf } from '../../lib/cases/dossier.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button } from '../Button.tsx';
import { DossierDialog } from './DossierDialog.tsx';

/** `<DossierButton of={{ caseType: 'complaint', caseId }} number={ticket} />`: the whole case as one PDF. */
export function DossierButton({ of, number }: { of: DossierOf; number: string }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="s" icon="folder" onPress={() => setOpen(true)}>
        {t('dossiers.dossier')}
      </Button>
      {isOpen && <DossierDialog of={of} number={number} onClose={() => setOpen(false)} />}
    </>
  );
}
