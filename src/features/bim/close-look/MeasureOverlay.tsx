import { useEffect, useReducer } from 'react';
import { useText } from '#store/use-store.tsx';
import { useKit } from '#ui';
import styles from './close-look.module.css';
import { type Measure, middleOf } from './measure/measures.ts';
import type { Snap } from './measure/snap.ts';
import { measureText } from './measure-text.ts';
import { messages } from './messages.ts';
import type { Measuring } from './use-measuring.ts';
import type { Vector } from './vector.ts';
import type { Stage } from './view/stage.ts';

interface MeasureOverlayProps {
  readonly stage: Stage;
  readonly measuring: Measuring;
}

/** Lines, marks and values over the picture; drawn anew after each picture that differs. */
export function MeasureOverlay({ stage, measuring }: MeasureOverlayProps) {
  const { measures, pending, hover } = measuring;
  const isNeeded = measures.length > 0 || pending.length > 0 || hover !== undefined;
  const [, renew] = useReducer((count: number) => count + 1, 0);
  useEffect(() => (isNeeded ? stage.onDrawn(renew) : undefined), [stage, isNeeded]);
  if (!isNeeded) return null;
  const [start] = pending;
  return (
    <svg className={styles.overlay} width="100%" height="100%" aria-hidden="true">
      {measures.map((measure, at) => (
        <MeasureMark key={measure.id} stage={stage} measure={measure} number={at + 1} />
      ))}
      {pending.map((snap, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place is its turn among the clicks.
        <SnapMark key={at} stage={stage} snap={snap} />
      ))}
      {start && hover && <Line stage={stage} from={start.point} to={hover.point} isDraft />}
      {hover && <SnapMark stage={stage} snap={hover} isNamed />}
    </svg>
  );
}

interface MeasureMarkProps {
  readonly stage: Stage;
  readonly measure: Measure;
  readonly number: number;
}

function MeasureMark({ stage, measure, number }: MeasureMarkProps) {
  const say = useText();
  const { language } = useKit();
  const at = stage.project(middleOf(measure));
  const { value } = measureText(measure, language, say);
  return (
    <g>
      {measure.kind === 'area' ? (
        measure.outline.map(([from, to], side) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the outline of a measure never changes.
          <Line key={side} stage={stage} from={from} to={to} />
        ))
      ) : (
        <>
          <Line
            stage={stage}
            from={measure.from}
            to={measure.to}
            isDraft={measure.kind === 'angle'}
          />
          <Dot stage={stage} at={measure.from} />
          <Dot stage={stage} at={measure.to} />
        </>
      )}
      {at.isAhead && (
        <text className={styles.label} x={at.x} y={at.y - 6}>
          <tspan className={styles.labelNumber}>{number}</tspan> {value}
        </text>
      )}
    </g>
  );
}

interface LineProps {
  readonly stage: Stage;
  readonly from: Vector;
  readonly to: Vector;
  readonly isDraft?: boolean;
}

function Line({ stage, from, to, isDraft = false }: LineProps) {
  const [a, b] = [stage.project(from), stage.project(to)];
  if (!a.isAhead || !b.isAhead) return null;
  return (
    <line className={isDraft ? styles.draft : styles.line} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
  );
}

function Dot({ stage, at }: { readonly stage: Stage; readonly at: Vector }) {
  const { x, y, isAhead } = stage.project(at);
  return isAhead ? <circle className={styles.dot} cx={x} cy={y} r={3.5} /> : null;
}

interface SnapMarkProps {
  readonly stage: Stage;
  readonly snap: Snap;
  readonly isNamed?: boolean;
}

/** Each kind of place has a shape of its own: square, triangle, circle, cross. */
function SnapMark({ stage, snap, isNamed = false }: SnapMarkProps) {
  const say = useText();
  const { x, y, isAhead } = stage.project(snap.point);
  if (!isAhead) return null;
  return (
    <g className={styles.snap} transform={`translate(${x} ${y})`}>
      <path d={shapes[snap.kind]} />
      {isNamed && (
        <text className={styles.snapName} x={12} y={-10}>
          {say(messages.snaps[snap.kind])}
        </text>
      )}
    </g>
  );
}

const shapes = {
  corner: 'M -5 -5 H 5 V 5 H -5 Z',
  middle: 'M 0 -6 L 6 5 H -6 Z',
  edge: 'M -5 0 A 5 5 0 1 0 5 0 A 5 5 0 1 0 -5 0 Z',
  face: 'M -6 0 H 6 M 0 -6 V 6',
} as const;
