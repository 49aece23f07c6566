import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ScreenPoint } from '#scene/ground.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { changeWorkbench } from '#store/workbench.ts';
import { useNotify } from '#ui';
import { useParts } from '../parts.tsx';
import { selectInside } from '../selecting/select-inside.ts';
import styles from './globe.module.css';
import { messages } from './messages.ts';

/** Nearer than this to the first corner, a click closes the polygon. CSS pixels. */
const CLOSING_PX = 12;

/** Takes the pointer over the globe while an area is being drawn. */
export function SelectTool() {
  const tool = useAppState(({ workbench }) => workbench.tool);
  return tool ? <Drawing key={tool} tool={tool} /> : null;
}

function Drawing({ tool }: { readonly tool: 'select-rectangle' | 'select-polygon' }) {
  const { store, opener, globe } = useParts();
  const { handle } = useStore(globe);
  const say = useText();
  const notify = useNotify();
  const root = useRef<HTMLDivElement>(null);
  const [corners, setCorners] = useState<readonly ScreenPoint[]>([]);
  const [pointer, setPointer] = useState<ScreenPoint>();
  const isRectangle = tool === 'select-rectangle';

  function pointOf(event: PointerEvent): ScreenPoint {
    const { left, top } = root.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: event.clientX - left, y: event.clientY - top };
  }

  async function finish(points: readonly ScreenPoint[], isAdding: boolean) {
    changeWorkbench(store, { tool: undefined });
    const [first, last] = [points[0], points.at(-1)];
    if (!handle || !first || !last) return;
    const area = isRectangle
      ? handle.areaOfRectangle({
          x: Math.min(first.x, last.x),
          y: Math.min(first.y, last.y),
          width: Math.abs(last.x - first.x),
          height: Math.abs(last.y - first.y),
        })
      : handle.areaOfPolygon(points);
    const never = new AbortController().signal;
    const count = area ? await selectInside(store, opener.running(), area, isAdding, never) : 0;
    notify({ title: say(count > 0 ? messages.selectedCount(count) : messages.nothingInside) });
  }

  function press(event: PointerEvent) {
    if (event.button !== 0) return;
    const point = pointOf(event);
    if (isRectangle) {
      root.current?.setPointerCapture(event.pointerId);
      setCorners([point]);
      return;
    }
    const first = corners[0];
    const isClosing =
      corners.length >= 3 && first && Math.hypot(point.x - first.x, point.y - first.y) < CLOSING_PX;
    if (isClosing) void finish(corners, event.shiftKey);
    else setCorners([...corners, point]);
  }

  function release(event: PointerEvent) {
    const first = corners[0];
    if (isRectangle && first) void finish([first, pointOf(event)], event.shiftKey);
  }

  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && corners.length >= 3) void finish(corners, event.shiftKey);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard's way is “Select everything in view”.
    <div
      ref={root}
      className={styles.tool}
      onPointerDown={press}
      onPointerMove={(event) => setPointer(pointOf(event))}
      onPointerUp={release}
      onDoubleClick={(event) => {
        // The second click of the two has set a corner on top of the last one.
        if (corners.length >= 4) void finish(corners.slice(0, -1), event.shiftKey);
      }}
    >
      <Shape isRectangle={isRectangle} corners={corners} pointer={pointer} />
      <p className={styles.hint} role="status">
        {say(isRectangle ? messages.dragRectangle : messages.clickPolygon)}
      </p>
    </div>
  );
}

interface ShapeProps {
  readonly isRectangle: boolean;
  readonly corners: readonly ScreenPoint[];
  readonly pointer: ScreenPoint | undefined;
}

function Shape({ isRectangle, corners, pointer }: ShapeProps) {
  const first = corners[0];
  if (!first || !pointer) return null;
  return (
    <svg width="100%" height="100%" aria-hidden="true">
      {isRectangle ? (
        <rect
          className={styles.shape}
          x={Math.min(first.x, pointer.x)}
          y={Math.min(first.y, pointer.y)}
          width={Math.abs(pointer.x - first.x)}
          height={Math.abs(pointer.y - first.y)}
        />
      ) : (
        <>
          <polygon
            className={styles.shape}
            points={[...corners, pointer].map(({ x, y }) => `${x},${y}`).join(' ')}
          />
          <circle className={styles.corner} cx={first.x} cy={first.y} r={5} />
        </>
      )}
    </svg>
  );
}
