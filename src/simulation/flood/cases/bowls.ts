// Thacker 1981: water that swings in a parabolic bowl without friction, its shore moving; exact. Parameters of SWASHES
// (Delestre et al. 2013): a = 1 m, h0 = 0.1 m, square of 4 m. SI.
import { createGrid, eachCell, type FloodCase } from './flood-case.ts';

const G = 9.81;
const BOWL = { lengthM: 4, radiusM: 1, depthM: 0.1 };

/** Distance from the middle squared. */
const away = (x: number, y: number) => (x - BOWL.lengthM / 2) ** 2 + (y - BOWL.lengthM / 2) ** 2;

const bowl = (x: number, y: number) => -BOWL.depthM * (1 - away(x, y) / BOWL.radiusM ** 2);

/** A round surface that rises and falls; one period. `cells` on each side. */
export function risingBowl(cells: number): FloodCase {
  const { radiusM: a, depthM: h0 } = BOWL;
  const r0 = 0.8;
  const grid = createGrid(cells, cells, BOWL.lengthM / cells, 0, bowl);
  const shape = (a ** 2 - r0 ** 2) / (a ** 2 + r0 ** 2);
  const omega = Math.sqrt(8 * G * h0) / a;
  const exactDepthM = (timeS: number) => {
    const phase = 1 - shape * Math.cos(omega * timeS);
    const bend = (1 - shape ** 2) / phase ** 2 - 1;
    const top = Math.sqrt(1 - shape ** 2) / phase - 1;
    return eachCell(grid, (x, y) => {
      const level = h0 * (top - (away(x, y) / a ** 2) * bend);
      return Math.max(0, level - bowl(x, y));
    });
  };
  return {
    ...{ id: 'thacker-radial', title: 'Thacker: rising and falling bowl', source: 'Thacker 1981' },
    ...{ grid, durationS: (2 * Math.PI) / omega, exactDepthM },
    start: { depthM: Float32Array.from(exactDepthM(0)) },
  };
}

/** A plane surface that goes round; one period. */
export function turningBowl(cells: number): FloodCase {
  const { radiusM: a, depthM: h0, lengthM } = BOWL;
  const swing = 0.5;
  const grid = createGrid(cells, cells, lengthM / cells, 0, bowl);
  const omega = Math.sqrt(2 * G * h0) / a;
  const exactDepthM = (timeS: number) =>
    eachCell(grid, (x, y) => {
      const [east, north] = [x - lengthM / 2, y - lengthM / 2];
      const turned = east * Math.cos(omega * timeS) + north * Math.sin(omega * timeS);
      const level = ((swing * h0) / a ** 2) * (2 * turned - swing);
      return Math.max(0, level - bowl(x, y));
    });
  const depthM = Float32Array.from(exactDepthM(0));
  return {
    ...{
      id: 'thacker-planar',
      title: 'Thacker: plane surface going round',
      source: 'Thacker 1981',
    },
    ...{ grid, durationS: (2 * Math.PI) / omega, exactDepthM },
    start: {
      ...{ depthM, uMs: new Float32Array(depthM.length) },
      vMs: depthM.map((depth) => (depth > 0 ? swing * omega : 0)),
    },
  };
}
