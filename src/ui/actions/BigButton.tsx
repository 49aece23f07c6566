import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import { isIconName } from '../icons/icons.ts';
import styles from './BigButton.module.css';

export interface BigButtonProps {
  /** Name of an icon of the kit; a circle where there is none of that name. */
  readonly icon: string;
  readonly name: string;
  /** One line: what it answers, what it begins with. */
  readonly detail: string;
  /** `danger`: begins what nobody begins by chance. */
  readonly kind?: 'plain' | 'danger';
  readonly onClick: () => void;
}

/** One thing that can be begun, wide enough for a thumb, with a line that says what it does. */
export function BigButton({ icon, name, detail, kind = 'plain', onClick }: BigButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles.button, kind === 'danger' && styles.danger)}
      onClick={onClick}
    >
      <span className={styles.icon}>
        <Icon name={isIconName(icon) ? icon : 'circle'} />
      </span>
      <span>
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>{detail}</span>
      </span>
    </button>
  );
}
