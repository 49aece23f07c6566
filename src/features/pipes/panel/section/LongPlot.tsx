import type { LongSection, SectionSpan } from '../../contract/section.ts';
import { GroundShape } from './GroundShape.tsx';
import { fittingExaggeration } from './plot-view.ts';
import { type PlotScale, SectionPlot } from './SectionPlot.tsx';
import styles from './section.module.css';

interface LongPlotProps {
  readonly label: string;
  readonly section: LongSection;
  readonly colourOf: (utility: SectionSpan['utility']) => string;
  readonly cursorM: number | undefined;
  readonly onCursor: (alongM: number | undefined) => void;
  readonly svgRef: (svg: SVGSVGElement | null) => void;
}

const heightPx = 300;
const marginShare = 0.08;

export function boundsOf(section: LongSection) {
  const levels = [
    ...section.ground.levelM,
    ...section.stations.flatMap(({ groundM, hydraulicM }) => [groundM, hydraulicM]),
    ...section.spans.flatMap(({ axisM, innerM }) =>
      [...axisM].flatMap((axis) => [axis - (innerM || 0) / 2, axis + (innerM || 0) / 2]),
    ),
  ].filter(Number.isFinite);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const margin = Math.max((high - low) * marginShare, 0.3);
  return { startM: 0, endM: section.lengthM, lowM: low - margin, highM: high + margin };
}

/** Ground, pipes from invert to crown, shafts, and what was solved. */
export function LongPlot(props: LongPlotProps) {
  const { label, section, colourOf, cursorM, onCursor, svgRef } = props;
  const bounds = boundsOf(section);
  return (
    <SectionPlot
      label={label}
      bounds={bounds}
      height={heightPx}
      exaggerationOf={(width, height) => fittingExaggeration(bounds, width, height)}
      svgRef={svgRef}
      onPoint={(alongM) => {
        if (alongM !== undefined) onCursor(Math.min(section.lengthM, Math.max(0, alongM)));
      }}
      onStep={(direction) => onCursor(nextStation(section, cursorM, direction))}
    >
      {(scale) => (
        <>
          <GroundShape ground={section.ground} scale={scale} />
          <Shafts section={section} scale={scale} />
          {section.spans.map((span) => (
            <path
              key={span.key}
              className={
                span.heightSource === 'surveyed' || span.heightSource === 'invert'
                  ? styles.pipe
                  : `${styles.pipe} ${styles.uncertain}`
              }
              fill={colourOf(span.utility)}
              d={bodyOf(span, scale)}
            />
          ))}
          {section.hydraulic && (
            <path className={styles.hydraulic} d={solvedLine(section, scale)} />
          )}
          {cursorM !== undefined && (
            <line
              className={styles.cursor}
              x1={scale.x(cursorM)}
              x2={scale.x(cursorM)}
              y2={scale.height}
            />
          )}
        </>
      )}
    </SectionPlot>
  );
}

function nextStation(section: LongSection, cursorM: number | undefined, direction: 1 | -1): number {
  const stations = section.stations.map(({ alongM }) => alongM);
  if (cursorM === undefined) return direction > 0 ? 0 : section.lengthM;
  const found =
    direction > 0
      ? stations.find((alongM) => alongM > cursorM + 1e-3)
      : stations.findLast((alongM) => alongM < cursorM - 1e-3);
  return found ?? cursorM;
}

function bodyOf({ alongM, axisM, innerM }: SectionSpan, scale: PlotScale): string {
  const half = Math.max((innerM || 0) / 2, 1 / scale.perRiseM);
  const at = (point: number, side: number) =>
    `${scale.x(alongM[point] ?? 0).toFixed(1)} ${scale.y((axisM[point] ?? 0) + side * half).toFixed(1)}`;
  const points = [...alongM.keys()];
  const back = points.toReversed().map((point) => at(point, -1));
  return `M${[...points.map((point) => at(point, 1)), ...back].join('L')}Z`;
}

/** From the ground down to the lowest pipe end at each node. */
function Shafts({ section, scale }: { readonly section: LongSection; readonly scale: PlotScale }) {
  return section.stations.map(({ key, alongM, groundM }, at) => {
    const ends = [section.spans[at - 1]?.axisM.at(-1), section.spans[at]?.axisM[0]];
    const floor = Math.min(...ends.filter((end) => end !== undefined));
    if (!Number.isFinite(groundM) || !Number.isFinite(floor)) return null;
    const x = scale.x(alongM);
    return (
      <line
        key={key}
        className={styles.shaft}
        x1={x}
        x2={x}
        y1={scale.y(groundM)}
        y2={scale.y(floor)}
      />
    );
  });
}

function solvedLine({ stations }: LongSection, scale: PlotScale): string {
  let path = '';
  let isDown = false;
  for (const { alongM, hydraulicM } of stations) {
    if (!Number.isFinite(hydraulicM)) {
      isDown = false;
      continue;
    }
    path += `${isDown ? 'L' : 'M'}${scale.x(alongM).toFixed(1)} ${scale.y(hydraulicM).toFixed(1)}`;
    isDown = true;
  }
  return path;
}
