import { useWord } from '../kit-context.ts';
import styles from './Loading.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

const widths = ['72%', '94%', '58%', '83%', '66%'] as const;

/** The shape of the text to come. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const say = useWord();
  const rows = Array.from({ length: lines }, (_, row) => ({
    id: `line-${row}`,
    width: widths[row % widths.length],
  }));
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>{say('loading')}</VisuallyHidden>
      {rows.map(({ id, width }) => (
        <span key={id} className={styles.line} style={{ width }} />
      ))}
    </div>
  );
}
