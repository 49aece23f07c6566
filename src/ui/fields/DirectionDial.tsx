import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './DirectionDial.module.css';

interface DirectionDialProps {
  readonly label: string;
  /** Degrees clockwise from north. */
  readonly valueDeg: number;
  readonly onChange: (valueDeg: number) => void;
  /** Letters of north, east, south, west. */
  readonly letters: readonly [north: string, east: string, south: string, west: string];
  /** The value in words, for screen readers: “from the west, 270°”. */
  readonly format: (valueDeg: number) => string;
  /** `from`: the arrow comes in from the value and leaves on the other side, as wind does. */
  readonly kind?: 'from' | 'towards';
  /** Full turn over the steps of a key press. */
  readonly stepDeg?: number;
}

const RADIUS = 44;
const places = [
  [50, 17],
  [85, 53],
  [50, 89],
  [15, 53],
] as const;

/** A direction on a compass: dragged, or turned by arrow keys. */
export function DirectionDial({
  label,
  valueDeg,
  onChange,
  letters,
  format,
  kind = 'from',
  stepDeg = 5,
}: DirectionDialProps) {
  const dial = useRef<HTMLDivElement>(null);
  const turn = (by: number) => onChange((valueDeg + by + 360) % 360);

  const point = (event: PointerEvent) => {
    const box = dial.current?.getBoundingClientRect();
    if (!box) return;
    const east = event.clientX - (box.left + box.right) / 2;
    const south = event.clientY - (box.top + box.bottom) / 2;
    const degrees = (Math.atan2(east, -south) * 180) / Math.PI;
    onChange((Math.round(degrees / stepDeg) * stepDeg + 360) % 360);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined) return;
    turn(by * stepDeg);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={dial}
      className={styles.dial}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={360}
      aria-valuenow={Math.round(valueDeg)}
      aria-valuetext={format(valueDeg)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={(event) => event.buttons !== 0 && point(event)}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true" className={styles.picture}>
        <circle cx="50" cy="50" r={RADIUS} className={styles.rim} />
        {letters.map((letter, at) => (
          <text key={letter} x={places[at]?.[0]} y={places[at]?.[1]} className={styles.letter}>
            {letter}
          </text>
        ))}
        <g transform={`rotate(${kind === 'from' ? valueDeg + 180 : valueDeg} 50 50)`}>
          <path d="M50 88V22" className={styles.shaft} />
          <path d="M50 10 40 30h20z" className={styles.head} />
          <circle cx="50" cy="90" r="4" className={styles.head} />
        </g>
      </svg>
    </div>
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 9,
  PageDown: -9,
};
