import { useState } from 'react';
import type { ProgrammeDto } from '../../../contract/programmes.ts';
import { api } from '../../lib/client.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { useApiCommand } from '../../lib/queries.ts';
import { toast } from '../../lib/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Fields.tsx';
import { RefusalNotice } from '../../ui/States.tsx';

const CODE = /^[A-Z][A-Z0-9]{1,15}$/;
const SHORTEST_NAME = 2;

/** @param programme null for a new one */
export function ProgrammeDialog({
  programme,
  onClose,
  onSaved,
}: {
  programme: ProgrammeDto | null;
  onClose: () => void;
  onSaved?: (code: string) => void;
}) {
  const t = useT();
  const [code, setCode] = useState(programme?.code ?? '');
  const [nameAr, setNameAr] = useState(programme?.nameAr ?? '');
  const [nameEn, setNameEn] = useState(programme?.nameEn ?? '');
  const [active, setActive] = useState(programme?.active ?? true);
  const save = useApiCommand(api.programmes.save, ['programmes', 'payments']);
  const isReady =
    CODE.test(code) && [nameAr, nameEn].every((name) => name.trim().length >= SHORTEST_NAME);

  const keep = async (): Promise<void> => {
    const expectedVersion = programme?.version ?? null;
    const result = await save.run({ code, nameAr, nameEn, active, expectedVersion });
    if (!result.ok) return;
    toast({ tone: 'success', text: t('programmes.saved', { code }) });
    onClose();
    onSaved?.(code);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      canClose={!save.isBusy}
      title={
        programme === null ? t('programmes.add') : t('programmes.change', { code: programme.code })
      }
      footer={
        <>
          <Button onPress={onClose} isDisabled={save.isBusy}>
            {t('ui.back')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!isReady}
            isBusy={save.isBusy}
            onPress={() => void keep()}
          >
            {t('programmes.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('programmes.code')}
        help={t('programmes.codeHelp')}
        value={code}
        onChange={(text) => setCode(text.toUpperCase())}
        ltr
        maxLength={16}
        isRequired
        isDisabled={programme !== null}
      />
      <TextField
        label={t('programmes.ar')}
        value={nameAr}
        onChange={setNameAr}
        maxLength={80}
        isRequired
      />
      <TextField
        label={t('programmes.en')}
        value={nameEn}
        onChange={setNameEn}
        maxLength={80}
        isRequired
      />
      <Checkbox isChecked={active} onChange={setActive}>
        {t('programmes.isActive')}
      </Checkbox>
      {save.error !== null && <RefusalNotice error={save.error} />}
    </Dialog>
  );
}
