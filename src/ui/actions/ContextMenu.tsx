import { Menu as MantineMenu } from '@mantine/core';
import { pickClasses } from '../class-names.ts';
import styles from './Menu.module.css';
import { MenuItems } from './MenuItems.tsx';
import type { MenuItem } from './menu-items.ts';

interface ContextMenuProps {
  readonly label: string;
  /** Where it opens, in CSS pixels of the viewport; closed where absent. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/** Actions at a point, e.g. a right click on the globe. */
export function ContextMenu({ label, at, items, onClose }: ContextMenuProps) {
  if (!at) return null;
  return (
    <MantineMenu
      key={`${at.x},${at.y}`}
      classNames={pickClasses(styles, 'dropdown')}
      opened
      onChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      position="bottom-start"
      offset={2}
      zIndex="var(--z-popover)"
      transitionProps={{ duration: 0 }}
    >
      <MantineMenu.Target>
        <span className={styles.point} style={{ insetInlineStart: at.x, insetBlockStart: at.y }} />
      </MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        <MenuItems items={items} />
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
