import { classNames } from '../class-names.ts';
import { Icon } from '../icons/Icon.tsx';
import { useKit } from '../kit-context.ts';
import { formatNumber } from './format-quantity.ts';
import styles from './Legend.module.css';

interface LegendClassRowProps {
  readonly label: string;
  readonly colour: string;
  readonly count?: number;
  readonly isHidden?: boolean;
  readonly onToggle?: () => void;
  /** Keeps its count in line with rows that have an eye. */
  readonly isIndented?: boolean;
}

export function LegendClassRow({
  label,
  colour,
  count,
  isHidden,
  onToggle,
  isIndented = false,
}: LegendClassRowProps) {
  const { language } = useKit();
  const content = (
    <>
      <span className={styles.swatch} style={{ backgroundColor: colour }} />
      <span className={styles.label}>{label}</span>
      {count !== undefined && <span className={styles.count}>{formatNumber(count, language)}</span>}
    </>
  );
  return (
    <li className={classNames(isHidden && styles.hidden)}>
      {onToggle ? (
        <button type="button" className={styles.row} aria-pressed={!isHidden} onClick={onToggle}>
          {content}
          <span className={styles.eye}>
            <Icon name={isHidden ? 'eye-off' : 'eye'} size="s" />
          </span>
        </button>
      ) : (
        <span className={classNames(styles.row, isIndented && styles.indented)}>{content}</span>
      )}
    </li>
  );
}
