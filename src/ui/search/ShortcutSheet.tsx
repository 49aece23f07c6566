import { Kbd } from '../actions/Kbd.tsx';
import { Dialog } from '../surfaces/Dialog.tsx';
import styles from './ShortcutSheet.module.css';

export interface ShortcutGroup {
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly shortcut: string;
  }[];
}

interface ShortcutSheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly groups: readonly ShortcutGroup[];
}

/** Every shortcut at a glance. */
export function ShortcutSheet({ title, isOpen, onClose, groups }: ShortcutSheetProps) {
  return (
    <Dialog title={title} size="l" isOpen={isOpen} onClose={onClose}>
      <div className={styles.sheet}>
        {groups.map((group) => (
          <section key={group.title} className={styles.group}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl className={styles.list}>
              {group.items.map((item) => (
                <div key={item.id} className={styles.row}>
                  <dt>{item.title}</dt>
                  <dd className={styles.keys}>
                    <Kbd shortcut={item.shortcut} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
