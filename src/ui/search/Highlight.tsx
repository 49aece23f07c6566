import styles from './Highlight.module.css';
import { markMatches } from './mark-matches.ts';

interface HighlightProps {
  readonly text: string;
  readonly query: string;
}

/** A text with the words of a query marked. */
export function Highlight({ text, query }: HighlightProps) {
  return markMatches(text, query).map((part) =>
    part.isMatch ? (
      <mark key={part.at} className={styles.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
