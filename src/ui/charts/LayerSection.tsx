import { classNames } from '../class-names.ts';
import styles from './LayerSection.module.css';

/** How a layer is hatched, after the habits of construction drawings. */
export type LayerPattern =
  | 'masonry'
  | 'concrete'
  | 'insulation'
  | 'timber'
  | 'metal'
  | 'board'
  | 'glass'
  | 'air'
  | 'plain';

export interface SectionLayer {
  readonly id: string;
  readonly name: string;
  /** Any unit, the same for all; sets the width. */
  readonly thickness: number;
  /** The thickness with its unit. */
  readonly text: string;
  readonly pattern: LayerPattern;
}

interface LayerSectionProps {
  readonly label: string;
  /** From one face to the other. */
  readonly layers: readonly SectionLayer[];
  /** All of it, with its unit. */
  readonly total?: string;
}

/** Shares of less than 1 in all would leave a part of the row empty. */
const WHOLE = 100;

/** A build-up drawn as it would be cut, with the name and thickness of each layer below. */
export function LayerSection({ label, layers, total }: LayerSectionProps) {
  const sum = layers.reduce((all, { thickness }) => all + Math.max(0, thickness), 0);
  return (
    <figure className={styles.section} aria-label={label}>
      <div className={styles.cut} aria-hidden>
        {layers.map(({ id, thickness, pattern }) => (
          <span
            key={id}
            className={classNames(styles.layer, styles[pattern])}
            style={{ flexGrow: sum > 0 ? (WHOLE * Math.max(0, thickness)) / sum : 1 }}
          />
        ))}
      </div>
      <ol className={styles.list}>
        {layers.map(({ id, name, text, pattern }) => (
          <li key={id} className={styles.row}>
            <span className={classNames(styles.swatch, styles[pattern])} />
            <span className={styles.name}>{name}</span>
            <span className={styles.thickness}>{text}</span>
          </li>
        ))}
      </ol>
      {total && layers.length > 1 && (
        <figcaption className={styles.total}>
          <span>{label}</span>
          <span>{total}</span>
        </figcaption>
      )}
    </figure>
  );
}
