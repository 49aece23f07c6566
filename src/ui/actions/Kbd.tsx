import styles from './Kbd.module.css';
import { shortcutKeys } from './shortcut-text.ts';

/** A shortcut such as `Mod+K`, one cap for each key. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className={styles.keys}>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
