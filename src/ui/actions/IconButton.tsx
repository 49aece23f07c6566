import { ActionIcon } from '@mantine/core';
import type { MouseEventHandler, Ref } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  /** Names the button to the eye (tooltip) and to a screen reader. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly kind?: 'quiet' | 'secondary' | 'primary';
  readonly size?: 's' | 'm' | 'l';
  /** For a tool that is on or off. */
  readonly isPressed?: boolean | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly isLoading?: boolean;
  readonly disabled?: boolean;
  /** A number in the corner, e.g. unread alarms. */
  readonly count?: number | undefined;
  /** Only for alarms that nobody has acknowledged. */
  readonly isBlinking?: boolean;
  readonly tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  icon,
  label,
  shortcut,
  kind = 'quiet',
  size = 'm',
  isPressed,
  isExpanded,
  isLoading = false,
  disabled = false,
  count,
  isBlinking = false,
  tooltipSide = 'bottom',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={tooltipSide} isOff={isExpanded === true}>
      <ActionIcon
        // What Menu and Popover add to their trigger comes first, so that our looks stay.
        {...rest}
        className={classNames(styles.button, styles[kind], styles[size])}
        aria-label={count ? `${label} (${count})` : label}
        aria-pressed={isPressed}
        {...(isExpanded !== undefined && { 'aria-expanded': isExpanded })}
        aria-keyshortcuts={shortcut?.replace('Mod', 'Control')}
        loading={isLoading}
        disabled={disabled}
      >
        <Icon name={icon} size={size === 's' ? 's' : size === 'l' ? 'l' : 'm'} />
        {count !== undefined && count > 0 && (
          <span
            className={classNames(styles.count, isBlinking && styles.blinking)}
            data-count={count > 99 ? '99+' : count}
          />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
