import { Tooltip as MantineTooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { pickClasses } from '../class-names.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly isOff?: boolean;
  /** One element that takes a ref. */
  readonly children: ReactElement;
}

/** Names a control and its shortcut on hover and on keyboard focus. */
export function Tooltip({
  text,
  shortcut,
  side = 'bottom',
  isOff = false,
  children,
}: TooltipProps) {
  return (
    <MantineTooltip
      classNames={pickClasses(styles, 'tooltip')}
      label={
        <span className={styles.content}>
          {text}
          {shortcut && <Kbd shortcut={shortcut} />}
        </span>
      }
      position={side}
      offset={6}
      openDelay={350}
      events={{ hover: true, focus: true, touch: false }}
      disabled={isOff}
      zIndex="var(--z-tooltip)"
    >
      {children}
    </MantineTooltip>
  );
}
