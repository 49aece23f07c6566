import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement } from 'react';
import { pickClasses } from '../class-names.ts';
import styles from './Menu.module.css';
import { MenuItems } from './MenuItems.tsx';
import type { MenuItem } from './menu-items.ts';

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly side?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'right-start';
}

export function Menu({ label, items, trigger, side = 'bottom-start' }: MenuProps) {
  return (
    <MantineMenu
      classNames={pickClasses(styles, 'dropdown')}
      position={side}
      offset={4}
      zIndex="var(--z-popover)"
      transitionProps={{ duration: 0 }}
    >
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        <MenuItems items={items} />
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
