import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { IconButton, Row } from '#ui';
import { messages } from './messages.ts';
import {
  fitView,
  type PlotBounds,
  type PlotFrame,
  type PlotView,
  panView,
  roundSteps,
  zoomView,
} from './plot-view.ts';
import styles from './section.module.css';

export interface PlotScale {
  readonly x: (alongM: number) => number;
  readonly y: (levelM: number) => number;
  /** Pixels for a metre along and up. */
  readonly perM: number;
  readonly perRiseM: number;
  readonly width: number;
  readonly height: number;
}

interface SectionPlotProps {
  readonly label: string;
  readonly bounds: PlotBounds;
  readonly height: number;
  readonly exaggerationOf: (width: number, height: number) => number;
  readonly onPoint: (alongM: number | undefined, levelM: number | undefined) => void;
  /** An arrow key: read out what comes before or after. */
  readonly onStep: (direction: 1 | -1) => void;
  readonly svgRef: (svg: SVGSVGElement | null) => void;
  readonly children: (scale: PlotScale) => ReactNode;
}

const leftPx = 40;
const bottomPx = 18;
const zoomStep = 1.25;

/** A frame with axes in metres that is dragged, zoomed and read out by pointer and keys. */
export function SectionPlot(props: SectionPlotProps) {
  const { label, bounds, height, exaggerationOf, onPoint, onStep, svgRef, children } = props;
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  const [outer, setOuter] = useState(360);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setOuter(Math.max(200, element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = outer - leftPx;
  const inner = height - bottomPx;
  const frame: PlotFrame = { width, height: inner, exaggeration: exaggerationOf(width, inner) };
  const fitKey = JSON.stringify([bounds, frame]);
  const [own, setOwn] = useState<{ readonly key: string; readonly view: PlotView }>();
  const view = own?.key === fitKey ? own.view : fitView(bounds, frame);
  const set = (next: PlotView) => setOwn({ key: fitKey, view: next });
  const drag = useRef<{ readonly x: number; readonly y: number }>(undefined);

  const zoom = (factor: number, x = width / 2, y = inner / 2) =>
    set(zoomView(view, frame, factor, x, y));
  const wheel = useRef<(event: WheelEvent) => void>(undefined);
  wheel.current = (event) => {
    event.preventDefault();
    const corner = box.current?.getBoundingClientRect();
    if (!corner) return;
    const factor = event.deltaY < 0 ? zoomStep : 1 / zoomStep;
    zoom(factor, event.clientX - corner.left - leftPx, event.clientY - corner.top);
  };
  useEffect(() => {
    const element = box.current;
    const turn = (event: WheelEvent) => wheel.current?.(event);
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, []);

  const scale: PlotScale = {
    x: (alongM) => (alongM - view.startM) * view.scale,
    y: (levelM) => (view.topM - levelM) * view.scale * frame.exaggeration,
    perM: view.scale,
    perRiseM: view.scale * frame.exaggeration,
    width,
    height: inner,
  };
  const endM = view.startM + width / view.scale;
  const bottomM = view.topM - inner / scale.perRiseM;

  function act({ key, shiftKey }: KeyboardEvent): boolean {
    const step = key === 'ArrowRight' ? 1 : -1;
    switch (key) {
      case '+':
      case '=':
        zoom(zoomStep);
        return true;
      case '-':
        zoom(1 / zoomStep);
        return true;
      case '0':
        setOwn(undefined);
        return true;
      case 'ArrowRight':
      case 'ArrowLeft':
        if (shiftKey) set(panView(view, frame, -40 * step, 0));
        else onStep(step);
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        set(panView(view, frame, 0, key === 'ArrowUp' ? 30 : -30));
        return true;
      default:
        return false;
    }
  }

  return (
    <div className={styles.plot}>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields. */}
      <div
        ref={box}
        className={styles.box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is read out by arrow keys.
        tabIndex={0}
        role="group"
        aria-label={label}
        onKeyDown={(event) => {
          if (act(event)) event.preventDefault();
        }}
      >
        <svg
          ref={svgRef}
          className={styles.svg}
          width={outer}
          height={height}
          viewBox={`0 0 ${outer} ${height}`}
          role="img"
          aria-label={label}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerUp={() => {
            drag.current = undefined;
          }}
          onPointerLeave={() => onPoint(undefined, undefined)}
          onPointerMove={(event) => {
            const held = drag.current;
            if (held) {
              set(panView(view, frame, event.clientX - held.x, event.clientY - held.y));
              drag.current = { x: event.clientX, y: event.clientY };
              return;
            }
            const corner = event.currentTarget.getBoundingClientRect();
            onPoint(
              view.startM + (event.clientX - corner.left - leftPx) / view.scale,
              view.topM - (event.clientY - corner.top) / scale.perRiseM,
            );
          }}
        >
          <clipPath id="section-frame">
            <rect width={width} height={inner} />
          </clipPath>
          <g transform={`translate(${leftPx} 0)`}>
            {roundSteps(bottomM, view.topM, inner / 36).map((level) => (
              <g key={level} transform={`translate(0 ${scale.y(level)})`}>
                <line className={styles.grid} x2={width} />
                <text className={styles.tick} x={-4} dy="0.3em" textAnchor="end">
                  {level}
                </text>
              </g>
            ))}
            {roundSteps(view.startM, endM, width / 60).map((along) => (
              <g key={along} transform={`translate(${scale.x(along)} 0)`}>
                <line className={styles.grid} y2={inner} />
                <text className={styles.tick} y={inner + 13} textAnchor="middle">
                  {along}
                </text>
              </g>
            ))}
            <g clipPath="url(#section-frame)">{children(scale)}</g>
          </g>
        </svg>
      </div>
      <Row gap="s">
        <IconButton
          icon="plus"
          size="s"
          label={say(messages.zoomIn)}
          onClick={() => zoom(zoomStep)}
        />
        <IconButton
          icon="minus"
          size="s"
          label={say(messages.zoomOut)}
          onClick={() => zoom(1 / zoomStep)}
        />
        <IconButton
          icon="home"
          size="s"
          label={say(messages.all)}
          onClick={() => setOwn(undefined)}
        />
      </Row>
    </div>
  );
}
