// The rasters of a cloud as what is drawn, listed and counted.

import type { ReleaseScenario, SmokeFrame, ZoneInBands } from '#features/fire/contract/smoke.ts';
import type { Substance } from '#features/fire/kernel/substances.ts';
import type { TownInside } from '../../town/inside.ts';
import { cornersOf, farthestOf, toRingsDeg } from '../air-grid.ts';
import { createIsoLines } from '../iso-lines.ts';
import type { AirAnswer } from '../protocol.ts';
import { drawnZones } from '../zones.ts';
import type { GasPicture } from './gas-picture.ts';
import { type AnswerHead, ringZone, tiersOfGas } from './release-ground.ts';
import { releaseWords } from './release-words.ts';

interface Asked {
  readonly release: ReleaseScenario;
  readonly substance: Substance;
  readonly town: TownInside;
}

export function pictureAnswer(
  head: AnswerHead,
  { grid, worst, now, cautions, model, heightM }: GasPicture,
  { release, substance, town }: Asked,
): AirAnswer {
  const tiers = tiersOfGas(substance);
  const iso = createIsoLines(worst, grid);
  const zones = tiers.map(({ tier, ppm, label }): ZoneInBands => {
    const rings = iso.ringsAt(ppm);
    return ringZone(
      { id: `toxic-${tier}`, kind: 'toxic', tier, label },
      {
        rings: toRingsDeg(grid, release.at, rings),
        farthestM: farthestOf(grid, rings, [0, 0]),
        isCut: iso.isCutAt(ppm),
      },
      town,
    );
  });
  const said = [...cautions, ...(substance.source === 'recalled' ? [releaseWords.recalled] : [])];
  const report = {
    ...{ ...head, model, zones, cautions: said, elapsedMs: 0 },
    sources: [
      {
        ...{ at: release.at, buildings: 0, heatMW: 0, phase: 'release' as const },
        ...{ rateKgS: release.rateKgS, isInWake: false, finalHeightM: heightM },
      },
    ],
  };
  const limits = tiers.map(({ ppm }) => ppm).sort((a, b) => a - b);
  return {
    frame: now && frameOf({ grid, now, limits, head: report, release, cautions: said }),
    zones: drawnZones(report, zones),
    report,
  };
}

function frameOf({
  grid,
  now,
  limits,
  head,
  release,
  cautions,
}: Pick<GasPicture, 'grid' | 'cautions'> & {
  readonly now: Float32Array;
  readonly limits: readonly number[];
  readonly head: AnswerHead;
  readonly release: ReleaseScenario;
}): SmokeFrame {
  const iso = createIsoLines(now, grid);
  return {
    ...{ of: release.id, timeS: head.timeS, quantity: release.substance, unit: 'ppm', limits },
    ...{ columns: grid.columns, rows: grid.rows, corners: cornersOf(grid, release.at) },
    ...{ values: now, slices: [], cautions, model: head.model, band: 'middle' },
    isoLines: limits
      .map((level) => ({ level, rings: toRingsDeg(grid, release.at, iso.ringsAt(level)) }))
      .filter(({ rings }) => rings.length > 0),
  };
}
