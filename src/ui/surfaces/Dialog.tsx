import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { pickClasses } from '../class-names.ts';
import { useWord } from '../kit-context.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 's' | 'm' | 'l';
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Asks for an answer before anything else goes on; focus stays inside and returns. */
export function Dialog({ isOpen, onClose, title, size = 's', actions, children }: DialogProps) {
  const say = useWord();
  return (
    <Modal
      classNames={pickClasses(
        styles,
        'inner',
        'content',
        'header',
        'title',
        'close',
        'body',
        'overlay',
      )}
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={`var(--dialog-${size})`}
      centered
      // A header of its own would be a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': say('close') }}
      zIndex="var(--z-dialog)"
      transitionProps={{ duration: 0 }}
    >
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </Modal>
  );
}
