import type { CrossSection } from '../../contract/section.ts';
import { GroundShape } from './GroundShape.tsx';
import { type PlotScale, SectionPlot } from './SectionPlot.tsx';
import styles from './section.module.css';
import { type CutRow, cutWidthM } from './section-table.ts';

interface CrossPlotProps {
  readonly label: string;
  readonly section: CrossSection;
  readonly rows: readonly CutRow[];
  readonly colourOf: (utility: CutRow['utility']) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
  readonly write: (metres: number) => string;
  readonly svgRef: (svg: SVGSVGElement | null) => void;
}

const heightPx = 300;
const marginM = 0.8;
/** Labels nearer than this to the one before are left out, px. */
const labelPx = 34;

/** Pipes and cables under a line, all to one scale, with what lies between them. */
export function CrossPlot(props: CrossPlotProps) {
  const { label, section, rows, colourOf, chosen, onChoose, write, svgRef } = props;
  const levels = [...section.ground.levelM, ...rows.flatMap((row) => [topOf(row), bottomOf(row)])];
  const known = levels.filter(Number.isFinite);
  const bounds = {
    startM: 0,
    endM: section.lengthM,
    lowM: Math.min(...known, 0 + (known[0] ?? 0)) - marginM,
    highM: Math.max(...known) + marginM,
  };
  const at = rows.findIndex(({ key }) => key === chosen);
  return (
    <SectionPlot
      label={label}
      bounds={bounds}
      height={heightPx}
      exaggerationOf={() => 1}
      svgRef={svgRef}
      onStep={(direction) => {
        const next = rows[Math.min(rows.length - 1, Math.max(0, at + direction))];
        if (next) onChoose(next.key);
      }}
      onPoint={(alongM, levelM) => {
        if (alongM === undefined || levelM === undefined) return;
        const near = nearest(rows, alongM, levelM);
        if (near) onChoose(near.key);
      }}
    >
      {(scale) => (
        <>
          <GroundShape ground={section.ground} scale={scale} />
          <Gaps rows={rows} scale={scale} write={write} />
          {rows.map((row) => (
            <Cut
              key={`${row.key}/${row.alongM}`}
              row={row}
              scale={scale}
              colour={colourOf(row.utility)}
              isChosen={row.key === chosen}
              write={write}
            />
          ))}
        </>
      )}
    </SectionPlot>
  );
}

const topOf = (row: CutRow) => row.axisM + (row.outerHeightM || 0) / 2;
const bottomOf = (row: CutRow) => row.axisM - (row.outerHeightM || 0) / 2;

function nearest(rows: readonly CutRow[], alongM: number, levelM: number): CutRow | undefined {
  const distance = (row: CutRow) => Math.hypot(row.alongM - alongM, row.axisM - levelM);
  const [first] = [...rows].sort((a, b) => distance(a) - distance(b));
  return first && distance(first) < 1.5 ? first : undefined;
}

interface CutProps {
  readonly row: CutRow;
  readonly scale: PlotScale;
  readonly colour: string;
  readonly isChosen: boolean;
  readonly write: (metres: number) => string;
}

/** The pipe itself, and how deep it lies under the ground. */
function Cut({ row, scale, colour, isChosen, write }: CutProps) {
  const [x, y] = [scale.x(row.alongM), scale.y(row.axisM)];
  const half = Math.max(2, ((cutWidthM(row) || 0.05) / 2) * scale.perM);
  const rise = Math.max(2, ((row.outerHeightM || 0.05) / 2) * scale.perRiseM);
  const isKnown = row.heightSource === 'surveyed' || row.heightSource === 'invert';
  const names = [styles.pipe, !isKnown && styles.uncertain, isChosen && styles.chosen];
  const className = names.filter(Boolean).join(' ');
  const top = Number.isFinite(row.coverM) ? scale.y(topOf(row) + row.coverM) : undefined;
  return (
    <g>
      {top !== undefined && isChosen && (
        <>
          <line className={styles.measure} x1={x} x2={x} y1={top} y2={y - rise} />
          <text className={styles.mark} x={x} y={(top + y - rise) / 2} dx={18}>
            {write(row.coverM)}
          </text>
        </>
      )}
      {row.shape === 'box' ? (
        <rect
          className={className}
          x={x - half}
          y={y - rise}
          width={2 * half}
          height={2 * rise}
          fill={colour}
        />
      ) : (
        <ellipse className={className} cx={x} cy={y} rx={half} ry={rise} fill={colour} />
      )}
    </g>
  );
}

/** Clear distances between neighbours, below the deepest. */
function Gaps({
  rows,
  scale,
  write,
}: Pick<CutProps, 'scale' | 'write'> & { readonly rows: readonly CutRow[] }) {
  const y = scale.height - 14;
  return (
    <g>
      {rows.map((row, at) => {
        const next = rows[at + 1];
        if (!next || !(row.gapM > 0)) return null;
        const start = scale.x(row.alongM + (cutWidthM(row) || 0) / 2);
        const end = scale.x(next.alongM - (cutWidthM(next) || 0) / 2);
        return (
          <g key={`${row.key}/${row.alongM}`}>
            <path
              className={styles.measure}
              fill="none"
              d={`M${start} ${y - 4}v8M${start} ${y}H${end}M${end} ${y - 4}v8`}
            />
            {end - start > labelPx && (
              <text className={styles.mark} x={(start + end) / 2} y={y - 4}>
                {write(row.gapM)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
