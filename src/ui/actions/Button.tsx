import { Button as MantineButton } from '@mantine/core';
import type { MouseEventHandler, ReactNode, Ref } from 'react';
import { classNames, pickClasses } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/icons.ts';
import styles from './Button.module.css';
import { Kbd } from './Kbd.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 's' | 'm' | 'l';
  readonly icon?: IconName | undefined;
  readonly iconAfter?: IconName | undefined;
  readonly shortcut?: string | undefined;
  readonly isLoading?: boolean;
  readonly isWide?: boolean;
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly disabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  kind = 'secondary',
  size = 'm',
  icon,
  iconAfter,
  shortcut,
  isLoading = false,
  isWide = false,
  isPressed,
  isExpanded,
  disabled = false,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <MantineButton
      // What Menu and Popover add to their trigger comes first, so that our looks stay.
      {...rest}
      className={classNames(styles.button, styles[kind], styles[size])}
      classNames={pickClasses(styles, 'label', 'section')}
      leftSection={icon && <Icon name={icon} size={size === 's' ? 's' : 'm'} />}
      rightSection={
        shortcut ? <Kbd shortcut={shortcut} /> : iconAfter && <Icon name={iconAfter} size="s" />
      }
      loading={isLoading}
      fullWidth={isWide}
      disabled={disabled}
      type={type}
      aria-busy={isLoading || undefined}
      aria-pressed={isPressed}
      {...(isExpanded !== undefined && { 'aria-expanded': isExpanded })}
    >
      {children}
    </MantineButton>
  );
}
