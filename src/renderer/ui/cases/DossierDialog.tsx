import { useState } from 'react';
import {
  DOSSIER_IDENTITIES,
  DOSSIER_PARTS,
  type DossierIdentity,
  type DossierPartName,
} from '../../../domain/dossier/dossier.ts';
import { useDossier, type Dossier, type DossierOf } from '../../lib/cases/dossier.ts';
import { useT } from '../../lib/i18n/use-t.ts';
import { Button, IconButton } from '../Button.tsx';
import { Checkbox, RadioGroup } from '../Choices.tsx';
import { Dialog } from '../Dialog.tsx';
import { PdfView } from '../PdfView.tsx';
import { Progress } from '../Progress.tsx';
import { Notice } from '../States.tsx';
import { ActionRefused } from './ActionRefused.tsx';
import './cases.css';
import './dossier.css';

/** What goes into the dossier, then the dossier itself: looked at, saved, printed. */
export function DossierDialog({
  of,
  number,
  onClose,
}: {
  of: DossierOf;
  number: string;
  onClose: () => void;
}) {
  const t = useT();
  const dossier = useDossier(of);
  const [parts, setParts] = useState<ReadonlySet<DossierPartName>>(new Set(DOSSIER_PARTS));
  const [identity, setIdentity] = useState<DossierIdentity>('full');
  const { made, isBusy } = dossier;
  const choice = { parts: DOSSIER_PARTS.filter((part) => parts.has(part)), identity };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('dossiers.dossierOf', { number })}
      size={made === null ? 's' : 'l'}
      canClose={!isBusy}
      footer={
        made === null ? (
          <>
            <Button onPress={onClose} isDisabled={isBusy}>
              {t('ui.back')}
            </Button>
            <Button variant="primary" isBusy={isBusy} onPress={() => void dossier.make(choice)}>
              {t('dossiers.make')}
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>{t('ui.close')}</Button>
        )
      }
    >
      {made === null ? (
        <div className="dossier-choice">
          <div className="dossier-parts" role="group" aria-label={t('dossiers.parts')}>
            <span className="label">{t('dossiers.parts')}</span>
            {DOSSIER_PARTS.map((part) => (
              <Checkbox
                key={part}
                isChecked={parts.has(part)}
                isDisabled={isBusy}
                onChange={(isIn) => setParts(withPart(parts, part, isIn))}
              >
                {t(`dossiers.part.${part}`)}
              </Checkbox>
            ))}
          </div>
          <RadioGroup
            label={t('dossiers.identity')}
            options={DOSSIER_IDENTITIES.map((value) => ({
              value,
              label: t(`dossiers.identity.${value}`),
              note: t(`dossiers.identityNote.${value}`),
            }))}
            value={identity}
            onChange={setIdentity}
            isDisabled={isBusy}
          />
          {isBusy && (
            <Progress
              label={
                t.maybe(`dossiers.phase.${dossier.progress?.phase ?? ''}`) ?? t('dossiers.making')
              }
              progress={dossier.progress}
              onCancel={dossier.cancel}
            />
          )}
          <ActionRefused error={dossier.error} />
        </div>
      ) : (
        <MadeDossier dossier={dossier} made={made} number={number} />
      )}
    </Dialog>
  );
}

function MadeDossier({
  dossier,
  made,
  number,
}: {
  dossier: Dossier;
  made: NonNullable<Dossier['made']>;
  number: string;
}) {
  const t = useT();
  return (
    <>
      {dossier.problem !== null && (
        <Notice tone="danger">{t(`dossiers.${dossier.problem}`)}</Notice>
      )}
      {made.leftOut.length > 0 && (
        <Notice tone="warning">
          {t('dossiers.leftOut', {
            n: made.leftOut.length,
            titles: made.leftOut.map(({ title }) => `«${title}»`).join(t('cases.listComma')),
          })}
        </Notice>
      )}
      <div className="doc-dialog">
        <PdfView
          bytes={made.bytes}
          title={t('dossiers.dossierOf', { number })}
          hotkeys
          end={
            <>
              <IconButton
                icon="download"
                label={t('dossiers.save')}
                onPress={() => void dossier.save()}
              />
              <Button variant="primary" icon="print" onPress={() => void dossier.print()}>
                {t('dossiers.print')}
              </Button>
            </>
          }
        />
      </div>
    </>
  );
}

function withPart(
  parts: ReadonlySet<DossierPartName>,
  part: DossierPartName,
  isIn: boolean,
): ReadonlySet<DossierPartName> {
  const changed = new Set(parts);
  if (isIn) changed.add(part);
  else changed.delete(part);
  return changed;
}
