import { Menu } from '@mantine/core';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';
import type { MenuItem } from './menu-items.ts';

/** The rows of a menu, for the menus of the kit. */
export function MenuItems({ items }: { readonly items: readonly MenuItem[] }) {
  return items.map((item) => {
    if (item.kind === 'divider') return <Menu.Divider key={item.id} className={styles.divider} />;
    if (item.kind === 'heading') {
      return (
        <Menu.Label key={item.id} className={styles.heading}>
          {item.label}
        </Menu.Label>
      );
    }
    const icon = item.isChecked ? 'check' : item.icon;
    return (
      <Menu.Item
        key={item.id}
        className={classNames(styles.item, item.isDanger && styles.danger)}
        leftSection={icon ? <Icon name={icon} /> : <span className={styles.gap} />}
        rightSection={item.shortcut && <Kbd shortcut={item.shortcut} />}
        disabled={item.disabled ?? false}
        {...(item.isChecked !== undefined && {
          role: 'menuitemcheckbox',
          'aria-checked': item.isChecked,
        })}
        onClick={item.onSelect}
      >
        {item.label}
      </Menu.Item>
    );
  });
}
