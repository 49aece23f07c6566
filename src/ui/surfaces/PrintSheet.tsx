import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from '../actions/Button.tsx';
import { useWord } from '../kit-context.ts';
import styles from './PrintSheet.module.css';

interface PrintSheetProps {
  readonly onClose: () => void;
  readonly title: string;
  /** Label of the button that prints it, above the sheet. */
  readonly print?: string;
  /** Other things above the sheet, such as languages. They are not printed. */
  readonly tools?: ReactNode;
  /** What is printed, on white. */
  readonly children: ReactNode;
}

/** A page as it will be printed, alone: A4, black on white, whatever the theme. */
export function PrintSheet({ onClose, title, print, tools, children }: PrintSheetProps) {
  const say = useWord();
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={title}
      classNames={{ content: styles.content, header: styles.header, body: styles.body }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': say('close') }}
      zIndex="var(--z-dialog)"
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.tools}>
        {tools}
        {print !== undefined && (
          <Button kind="primary" icon="printer" onClick={() => window.print()}>
            {print}
          </Button>
        )}
      </div>
      <article className={styles.sheet} data-mantine-color-scheme="light" data-print-sheet>
        {children}
      </article>
    </Modal>
  );
}
