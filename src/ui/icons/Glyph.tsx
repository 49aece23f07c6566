import { classNames } from '../class-names.ts';
import styles from './Icon.module.css';

interface GlyphProps {
  /** Strokes in a square of 24, as SVG path data: what the map draws too. */
  readonly path: string;
  readonly size?: 's' | 'm' | 'l' | 'xl';
  /** What it says where no text stands beside it; silent otherwise. */
  readonly label?: string;
}

/** A drawing of the data, where the kit's icons have none: the sign of a kind of sensor, of a road. */
export function Glyph({ path, size = 'm', label }: GlyphProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, silent beside text.
    <svg
      className={classNames(styles.icon, styles[size])}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={path} />
    </svg>
  );
}
