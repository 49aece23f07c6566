import { Drawer as MantineDrawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { pickClasses } from '../class-names.ts';
import { useWord } from '../kit-context.ts';
import styles from './Dialog.module.css';

interface DrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly side?: 'left' | 'right';
  readonly children: ReactNode;
}

/** A panel that slides over from one side, with focus inside. */
export function Drawer({ isOpen, onClose, title, side = 'left', children }: DrawerProps) {
  const say = useWord();
  return (
    <MantineDrawer
      classNames={pickClasses(styles, 'content', 'header', 'title', 'close', 'body', 'overlay')}
      opened={isOpen}
      onClose={onClose}
      title={title}
      position={side}
      size="var(--panel-width)"
      // A header of its own would be a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': say('close') }}
      zIndex="var(--z-drawer)"
      transitionProps={{ duration: 0 }}
    >
      {children}
    </MantineDrawer>
  );
}
