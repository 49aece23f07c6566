import { Highlight } from '../search/Highlight.tsx';
import styles from './CutLabel.module.css';
import { findEnd } from './find-end.ts';

interface CutLabelProps {
  readonly text: string;
  /** Words that are marked. */
  readonly query?: string;
}

/** A name in one line; where it is too long, its middle gives way: the number at its end tells rooms apart. */
export function CutLabel({ text, query = '' }: CutLabelProps) {
  const end = findEnd(text);
  return (
    <span className={styles.label}>
      <span className={styles.start}>
        <Highlight text={text} query={query} to={end} />
      </span>
      {end < text.length && (
        <span className={styles.end}>
          <Highlight text={text} query={query} from={end} />
        </span>
      )}
    </span>
  );
}
