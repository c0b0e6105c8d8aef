import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Refusal } from '../../domain/shared/result.ts';
import { ShortcutLayer, useShortcutLayer } from '../lib/keyboard/shortcuts.ts';
import { useT } from '../lib/i18n/use-t.ts';
import { Button } from './Button.tsx';
import './dialog.css';
import { Icon, type IconName } from './Icon.tsx';
import { RefusalNotice } from './States.tsx';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  /** 440, 640 or 960 px wide, or `top` for the palette. */
  size?: 's' | 'm' | 'l' | 'top' | undefined;
  /** `alertdialog` when an answer is needed. */
  role?: 'dialog' | 'alertdialog' | undefined;
  /** False while the work it started must not be left. */
  canClose?: boolean | undefined;
}

/** `<Dialog isOpen={open} onClose={close} title="…" footer={<Button/>}>…</Dialog>`; Esc closes it. */
export function Dialog(props: DialogProps) {
  const layer = useShortcutLayer(props.isOpen);
  const { isOpen, onClose, title, footer, size = 's', role = 'dialog', canClose = true } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={false}
      isKeyboardDismissDisabled={!canClose}
      className={`scrim ${size === 'top' ? 'at-top' : ''}`}
    >
      <Modal className={`dlg ${size}`}>
        <AriaDialog
          role={role}
          className="dlg-in"
          {...(size === 'top' && typeof title === 'string' ? { 'aria-label': title } : {})}
        >
          <ShortcutLayer value={layer}>
            {size === 'top' ? (
              props.children
            ) : (
              <>
                <div className="dlg-c">
                  <Heading slot="title" level={2} className="dlg-title">
                    {title}
                  </Heading>
                  {props.children}
                </div>
                {footer !== undefined && <div className="dlg-f">{footer}</div>}
              </>
            )}
          </ShortcutLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** A question that names what it is about: `اعتماد قبول الشكوى 2026-031274؟` */
  title: ReactNode;
  children?: ReactNode;
  /** What follows from saying yes, one line each. */
  consequences: readonly { readonly icon: IconName; readonly text: ReactNode }[];
  confirmLabel: ReactNode;
  /** The key that confirms; whoever gives it binds it. */
  keys?: string | undefined;
  onConfirm: () => void;
  isDanger?: boolean | undefined;
  isBusy?: boolean | undefined;
  error?: Refusal | null | undefined;
}

/** A confirmation that says the consequence. The way back comes first; nothing is confirmed by a stray Enter. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useT();
  const { isBusy = false } = props;
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      role="alertdialog"
      canClose={!isBusy}
      footer={
        <>
          <Button onPress={props.onClose} isDisabled={isBusy} autoFocus>
            {t('ui.back')}
          </Button>
          <Button
            variant={props.isDanger === true ? 'dangerFill' : 'primary'}
            keys={props.keys}
            onPress={props.onConfirm}
            isBusy={isBusy}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children !== undefined && <div className="small second">{props.children}</div>}
      <ul className="cons">
        {props.consequences.map(({ icon, text }, index) => (
          <li key={index}>
            <Icon name={icon} size={14} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {props.error && <RefusalNotice error={props.error} />}
    </Dialog>
  );
}
