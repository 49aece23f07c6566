// The ground above a section, and what lies between it and the pipes.

import type { LongSection, SectionGround } from '../../contract/section.ts';
import type { BareLongSection } from './long-section.ts';

/** Straight between known places; NaN outside them. `alongM` ascends. */
export function levelAt(alongM: ArrayLike<number>, levelM: ArrayLike<number>, at: number): number {
  const count = alongM.length;
  if (count === 0 || at < alongM[0]! || at > alongM[count - 1]!) return Number.NaN;
  let low = 0;
  let high = count - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (alongM[middle]! <= at) low = middle;
    else high = middle;
  }
  const span = alongM[high]! - alongM[low]!;
  if (span === 0) return levelM[low]!;
  return levelM[low]! + ((levelM[high]! - levelM[low]!) * (at - alongM[low]!)) / span;
}

/** All heights less `offsetM`; covers by this ground, or by the levels that the register gives the nodes. */
export function addGround(
  bare: BareLongSection,
  terrain: SectionGround | undefined,
  offsetM: number,
): LongSection {
  const ground = lower(terrain ?? registerGround(bare), offsetM);
  return {
    ...bare,
    ground,
    stations: bare.stations.map((station) => ({
      ...station,
      groundM: Number.isFinite(station.groundM)
        ? station.groundM - offsetM
        : levelAt(ground.alongM, ground.levelM, station.alongM),
      hydraulicM: station.hydraulicM - offsetM,
    })),
    spans: bare.spans.map((span) => {
      const axisM = span.axisM.map((axis) => axis - offsetM);
      const half = span.innerM > 0 ? span.innerM / 2 + span.wallM : 0;
      let leastCoverM = Number.NaN;
      for (const [at, along] of span.alongM.entries()) {
        const cover = levelAt(ground.alongM, ground.levelM, along) - axisM[at]! - half;
        if (!(leastCoverM <= cover)) leastCoverM = Number.isNaN(cover) ? leastCoverM : cover;
      }
      return { ...span, axisM, leastCoverM };
    }),
  };
}

export const lower = (ground: SectionGround, offsetM: number): SectionGround => ({
  ...ground,
  levelM: ground.levelM.map((level) => level - offsetM),
});

function registerGround({ stations }: BareLongSection): SectionGround {
  const known = stations.filter(({ groundM }) => Number.isFinite(groundM));
  return {
    alongM: Float32Array.from(known, ({ alongM }) => alongM),
    levelM: Float32Array.from(known, ({ groundM }) => groundM),
    source: known.length > 1 ? 'register' : 'none',
  };
}
