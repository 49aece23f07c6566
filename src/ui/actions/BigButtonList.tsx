import { BigButton, type BigButtonProps } from './BigButton.tsx';
import styles from './BigButtonList.module.css';

interface BigButtonListProps {
  readonly label: string;
  readonly buttons: readonly (BigButtonProps & { readonly id: string })[];
}

/** What can be begun, one below the other; nothing where there is nothing. */
export function BigButtonList({ label, buttons }: BigButtonListProps) {
  if (buttons.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {buttons.map(({ id, ...button }) => (
        <li key={id}>
          <BigButton {...button} />
        </li>
      ))}
    </ul>
  );
}
