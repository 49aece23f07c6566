import styles from './panel.module.css';
import { useMoment } from './use-words.ts';

interface MomentCellProps {
  readonly timeMs: number;
  /** The end of a spell that begins then. */
  readonly untilMs?: number;
}

/** A moment with its zone in two lines of a table: in one it would be cut before the hour. */
export function MomentCell({ timeMs, untilMs }: MomentCellProps) {
  const moment = useMoment();
  return (
    <span className={styles.moment}>
      {untilMs === undefined ? (
        <span>{moment(timeMs)}</span>
      ) : (
        <>
          <span>{moment(timeMs)} –</span>
          <span>{moment(untilMs)}</span>
        </>
      )}
    </span>
  );
}
