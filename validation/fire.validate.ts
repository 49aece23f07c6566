import type { Found } from './fire/found.ts';
import { validateRisk } from './fire/risk.ts';
import { validateSmoke } from './fire/smoke.ts';
import { validateUrban } from './fire/urban.ts';
import { validateVegetation } from './fire/vegetation.ts';
import { validateWildland } from './fire/wildland.ts';
import type { Report } from './report.ts';

/** One line a topic. */
const topics: readonly (() => Promise<Found>)[] = [
  validateRisk,
  async () => ({ rows: await validateSmoke(), plots: [] }),
  validateUrban,
  async () => validateVegetation(),
  async () => ({ rows: await validateWildland(), plots: [] }),
];

export async function validate(): Promise<Report> {
  const found: Found[] = [];
  for (const topic of topics) found.push(await topic());
  return {
    title: 'Fire',
    intro: `
Fire kernels against published figures and exact cases. Screening, not for life-safety decisions.

Wildland: FlamMap's slope is in whole degrees, so ours is rounded alike; ellipses are counted by cells that burned.

Vegetation between buildings: exact cases on level ground; which fuel stands where in a city is taken from its map, and
is no part of this.

Smoke: 81 of the 131 dispersion cases are of what is built. Not built, so not checked: the spread sets of ISC3 rural,
Turner and TNO, Monin–Obukhov winds, jets and their sources, SLAB (its licence bars it). Over stable air, Briggs's
momentum rise follows ISC3 and not the reference, which divides by the exit velocity. Blast: the error is counted beyond
half of the last digit that Swisdak's table prints.
`,
    rows: found.flatMap(({ rows }) => rows),
    plots: found.flatMap(({ plots }) => plots),
  };
}
