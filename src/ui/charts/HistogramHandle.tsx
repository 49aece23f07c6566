import type { KeyboardEvent, PointerEvent } from 'react';
import { shareOf } from './bin-share.ts';
import styles from './Histogram.module.css';

interface HistogramHandleProps {
  readonly label: string;
  /** The value with its unit. */
  readonly words: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly disabled: boolean;
  readonly valueAt: (clientX: number) => number;
  readonly onMove: (value: number) => void;
}

/** A line that is dragged, or moved by arrow keys: 1/200 of the axis, with Shift or Page ten times that. */
export function HistogramHandle({
  label,
  words,
  value,
  min,
  max,
  disabled,
  valueAt,
  onMove,
}: HistogramHandleProps) {
  const handleKey = (event: KeyboardEvent) => {
    const step = ((max - min) / 200) * (event.shiftKey ? 10 : 1);
    const page = (max - min) / 20;
    const targets: Record<string, number> = {
      ArrowLeft: value - step,
      ArrowDown: value - step,
      ArrowRight: value + step,
      ArrowUp: value + step,
      PageDown: value - page,
      PageUp: value + page,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined || disabled) return;
    event.preventDefault();
    onMove(target);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(valueAt(event.clientX));
  };
  return (
    <div
      className={styles.handle}
      style={{ insetInlineStart: `${shareOf(value, min, max) * 100}%` }}
      role="slider"
      tabIndex={disabled ? -1 : 0}
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={words}
      aria-disabled={disabled || undefined}
      onKeyDown={handleKey}
      onPointerDown={(event) => {
        if (!disabled) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
    >
      <span className={styles.flag} aria-hidden>
        {words}
      </span>
    </div>
  );
}
