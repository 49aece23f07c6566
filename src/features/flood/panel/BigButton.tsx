import { Icon, isIconName } from '#ui';
import styles from './panel.module.css';

interface BigButtonProps {
  readonly icon: string;
  readonly name: string;
  /** One line: what it answers, what it begins with. */
  readonly detail: string;
  readonly onClick: () => void;
}

/** One thing that can be begun, wide enough for a thumb, with a line that says what it does. */
export function BigButton({ icon, name, detail, onClick }: BigButtonProps) {
  return (
    <button type="button" className={styles.tool} onClick={onClick}>
      <span className={styles.toolIcon}>
        <Icon name={isIconName(icon) ? icon : 'circle'} />
      </span>
      <span>
        <span className={styles.toolName}>{name}</span>
        <span className={styles.toolSummary}>{detail}</span>
      </span>
    </button>
  );
}
