import { type PointerEvent, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { formatNumber } from '../data/format-quantity.ts';
import { useKit, useWord } from '../kit-context.ts';
import { barHeights, moveHandle, shareOf } from './bin-share.ts';
import styles from './Histogram.module.css';
import { HistogramHandle } from './HistogramHandle.tsx';

interface HistogramProps {
  readonly label: string;
  /** Bounds of the bars, one more than there are bars, ascending. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** CSS colour of each bar; the kit's grey where absent. */
  readonly colours?: readonly string[];
  /** A range to select (two handles, drag to brush) or class breaks to move. */
  readonly handles?:
    | {
        readonly kind: 'range';
        readonly value: readonly [number, number];
        readonly onChange: (value: readonly [number, number]) => void;
      }
    | {
        readonly kind: 'breaks';
        readonly value: readonly number[];
        readonly onChange: (value: readonly number[]) => void;
      };
  readonly format?: (value: number) => string;
  readonly disabled?: boolean;
}

/** How values are spread, with a range to brush or class breaks to drag. */
export function Histogram({
  label,
  edges,
  counts,
  colours,
  handles,
  format,
  disabled = false,
}: HistogramProps) {
  const { language } = useKit();
  const say = useWord();
  const plot = useRef<HTMLDivElement>(null);
  const brushStart = useRef<number>(undefined);
  const min = edges[0] ?? 0;
  const max = edges.at(-1) ?? 1;
  const write = format ?? ((value: number) => formatNumber(value, language));
  const heights = barHeights(counts);
  const values = handles?.value ?? [];
  const [from = min, to = max] = handles?.kind === 'range' ? handles.value : [];

  const change = (next: readonly number[]) => {
    if (handles?.kind === 'breaks') handles.onChange(next);
    else if (handles?.kind === 'range') handles.onChange([next[0] ?? min, next[1] ?? max]);
  };
  const valueAt = (clientX: number) => {
    const box = plot.current?.getBoundingClientRect();
    const share = box ? shareOf(clientX, box.left, box.right) : 0;
    return min + share * (max - min);
  };
  const brush = (event: PointerEvent) => {
    if (brushStart.current === undefined || handles?.kind !== 'range') return;
    const end = valueAt(event.clientX);
    handles.onChange([Math.min(brushStart.current, end), Math.max(brushStart.current, end)]);
  };
  const nameOf = (index: number) =>
    handles?.kind === 'breaks'
      ? `${label}: ${say('break')} ${index + 1}`
      : `${label}: ${say(index === 0 ? 'from' : 'to')}`;

  return (
    <div className={classNames(styles.histogram, disabled && styles.disabled)}>
      <div
        ref={plot}
        className={classNames(styles.plot, handles?.kind === 'range' && styles.brushable)}
        onPointerDown={(event) => {
          if (handles?.kind !== 'range' || disabled || event.button !== 0) return;
          if (event.target instanceof Element && event.target.closest('[role=slider]')) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          brushStart.current = valueAt(event.clientX);
        }}
        onPointerMove={brush}
        onPointerUp={() => {
          brushStart.current = undefined;
        }}
      >
        <svg
          className={styles.bars}
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          {heights.map((height, bar) => {
            const left = edges[bar] ?? min;
            const right = edges[bar + 1] ?? max;
            const x = shareOf(left, min, max);
            const width = shareOf(right, min, max) - x;
            const isOutside = handles?.kind === 'range' && (right <= from || left >= to);
            return (
              <rect
                key={left}
                className={classNames(styles.bar, isOutside && styles.outside)}
                x={x + width * 0.06}
                width={width * 0.88}
                y={1 - height}
                height={height}
                style={colours?.[bar] ? { fill: colours[bar] } : undefined}
              >
                <title>{`${write(left)} – ${write(right)}: ${formatNumber(counts[bar], language)}`}</title>
              </rect>
            );
          })}
        </svg>
        {values.map((value, index) => (
          <HistogramHandle
            // biome-ignore lint/suspicious/noArrayIndexKey: a handle is its place in the order; its value moves.
            key={index}
            label={nameOf(index)}
            words={write(value)}
            value={value}
            min={min}
            max={max}
            disabled={disabled}
            valueAt={valueAt}
            onMove={(target) => change(moveHandle(values, index, target, min, max))}
          />
        ))}
      </div>
      <div className={styles.axis}>
        <span>{write(min)}</span>
        <span>{write(max)}</span>
      </div>
    </div>
  );
}
