import type { SectionGround } from '../../contract/section.ts';
import type { PlotScale } from './SectionPlot.tsx';
import styles from './section.module.css';

/** The line of the ground with soil below it; broken where it is not known. */
export function GroundShape({
  ground,
  scale,
}: {
  readonly ground: SectionGround;
  readonly scale: PlotScale;
}) {
  const runs: string[][] = [[]];
  for (const [at, level] of ground.levelM.entries()) {
    if (Number.isFinite(level)) {
      const along = ground.alongM[at] ?? 0;
      runs.at(-1)?.push(`${scale.x(along).toFixed(1)} ${scale.y(level).toFixed(1)}`);
    } else if (runs.at(-1)?.length) runs.push([]);
  }
  return (
    <>
      {runs.map((points) => {
        const [first, last] = [points[0], points.at(-1)];
        if (!first || !last || points.length < 2) return null;
        const line = `M${points.join('L')}`;
        const floor = scale.height + 9999;
        return (
          <g key={first}>
            <path
              className={styles.soil}
              d={`${line}L${last.split(' ')[0]} ${floor}L${first.split(' ')[0]} ${floor}Z`}
            />
            <path className={styles.ground} d={line} />
          </g>
        );
      })}
    </>
  );
}
