import { Progress as MantineProgress } from '@mantine/core';
import { classNames } from '../class-names.ts';
import styles from './Loading.module.css';

interface ProgressProps {
  readonly label: string;
  /** 0 … 1; undefined while nobody knows. */
  readonly value: number | undefined;
  /** What is being done now, e.g. `312 of 1,204 tiles`. */
  readonly detail?: string;
}

export function Progress({ label, value, detail }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(value * 100);
  return (
    <div className={styles.progress}>
      <div className={styles.caption}>
        <span>{label}</span>
        <span className={styles.detail}>
          {detail ?? (percent !== undefined ? `${percent}%` : '')}
        </span>
      </div>
      <MantineProgress.Root className={classNames(styles.bar)}>
        <MantineProgress.Section
          className={classNames(styles.filled, percent === undefined && styles.unknown)}
          value={percent ?? 30}
          aria-label={label}
          {...(percent === undefined && { 'aria-valuenow': undefined })}
        />
      </MantineProgress.Root>
    </div>
  );
}
