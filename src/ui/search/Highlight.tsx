import styles from './Highlight.module.css';
import { markMatches } from './mark-matches.ts';

interface HighlightProps {
  readonly text: string;
  readonly query: string;
  /** Only this stretch is shown; words are sought in the whole. */
  readonly from?: number;
  readonly to?: number;
}

/** A text with the words of a query marked. */
export function Highlight({ text, query, from = 0, to = text.length }: HighlightProps) {
  return markMatches(text, query).map(({ at, text: part, isMatch }) => {
    const shown = part.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (!isMatch || shown === '') return shown;
    return (
      <mark key={at} className={styles.mark}>
        {shown}
      </mark>
    );
  });
}
