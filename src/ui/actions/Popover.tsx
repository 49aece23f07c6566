import { Popover as MantinePopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { pickClasses } from '../class-names.ts';
import styles from './Popover.module.css';

interface PopoverProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly side?: 'bottom-start' | 'bottom' | 'bottom-end' | 'top' | 'right-start' | 'left-start';
  readonly children: ReactNode;
}

/** A few controls beside the button that opens them. */
export function Popover({ label, trigger, side = 'bottom-start', children }: PopoverProps) {
  return (
    <MantinePopover
      classNames={pickClasses(styles, 'dropdown')}
      position={side}
      offset={6}
      trapFocus
      returnFocus
      zIndex="var(--z-popover)"
      transitionProps={{ duration: 0 }}
    >
      <MantinePopover.Target>{trigger}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
