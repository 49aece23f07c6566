// A waterworks: wells, a clear-water tank behind the treatment, and high-lift pumps to the mains; and the
// service tank that floats on them. Pumps follow the clock until the tank they fill is full, so that every
// day starts as the one before.

import { distance } from '../plane.ts';
import type { Draft } from './draft.ts';
import { worksPipe } from './draft.ts';
import type { FreePlaces, Place } from './free-places.ts';
import type { WaterTank } from './network.ts';

export interface WorksSite {
  /** One letter, part of all its ids. */
  readonly letter: string;
  readonly name: string;
  readonly works: Place;
  /** Node of the transmission mains at the works and at its service tank. */
  readonly worksNode: string;
  readonly tankNode: string;
  /** Mean flow that it shall give. */
  readonly meanM3s: number;
  /** Total head at the mains when its tank is full. */
  readonly headM: number;
  /** Length of the mains to the ring, for the pumps' losses. */
  readonly lossM: number;
}

const wellCount = 5;
const groundwaterM = 6;
const treatmentLossM = 9;

export function addWorks(draft: Draft, places: FreePlaces, site: WorksSite, tank: WaterTank): void {
  const { letter, name, works, meanM3s } = site;
  const clear = clearWaterTank(site);
  const raw = `JR-${letter}`;
  const lift = `JH-${letter}`;
  const inside = { crossing: undefined, dma: undefined, role: 'works', demands: [] } as const;
  const east = (off: number) => ({ x: works.at.x + off, y: works.at.y });
  const axisM = works.groundM - 1.3;
  draft.nodes.push(
    clear,
    tank,
    { id: raw, kind: 'junction', at: east(-clear.diameterM / 2 - 8), elevationM: axisM, ...inside },
    { id: lift, kind: 'junction', at: east(clear.diameterM / 2 + 8), elevationM: axisM, ...inside },
  );
  for (let well = 1; well <= wellCount; well++) {
    const { at, groundM } = places.take(works.at, 9, clear.elevationM + 1);
    const [source, head] = [`GW-${letter}${well}`, `JW-${letter}${well}`];
    const flowM3s = meanM3s * 0.28;
    draft.nodes.push(
      {
        id: source,
        kind: 'reservoir',
        name: `${name}, well ${well}`,
        at,
        headM: groundM - groundwaterM,
      },
      {
        id: head,
        kind: 'junction',
        at: { x: at.x + 4, y: at.y },
        elevationM: groundM - 1.3,
        ...inside,
      },
    );
    const liftM = clear.elevationM + 4 - (groundM - groundwaterM) + treatmentLossM;
    const pump = {
      id: `PW-${letter}${well}`,
      name: `${name}, well pump ${well}`,
      from: source,
      to: head,
    };
    draft.pumps.push({
      ...pump,
      ...{ at, use: 'well', station: name, flowM3s, headM: Math.max(12, liftM) },
      ...{ peakEfficiency: 0.68, startsOpen: true },
    });
    draft.pipes.push(worksPipe(`RW-${letter}${well}`, head, raw, distance(at, works.at), 200));
    fill(draft, pump.id, clear, well <= 3 ? [] : [3 + (well - 4) * 0.5]);
  }
  draft.pipes.push(
    // Treatment: filters take a few metres of head.
    worksPipe(`RW-${letter}`, raw, clear.id, 60, 400),
    worksPipe(`WM-${letter}`, lift, site.worksNode, distance(works.at, works.at) + 40, 500),
    worksPipe(`TM-${letter}`, tank.id, site.tankNode, 60, 500),
  );
  for (const number of [1, 2, 3]) {
    const id = `PH-${letter}${number}`;
    draft.pumps.push({
      ...{ id, name: `${name}, high-lift pump ${number}`, from: clear.id, to: lift },
      ...{ at: east(clear.diameterM / 2 + 3), use: 'highLift', station: name },
      ...{ flowM3s: meanM3s * 0.9, headM: site.headM + site.lossM - (clear.elevationM + 2.5) },
      ...{ peakEfficiency: 0.82, startsOpen: number < 3 },
    });
    // The third is a reserve. The second refills the tank at night and after the morning.
    if (number < 3) fill(draft, id, tank, number === 1 ? [] : [11, 22]);
  }
}

function clearWaterTank({ letter, name, works, meanM3s }: WorksSite): WaterTank {
  const [floorM, greatestLevelM] = [works.groundM - 1, 4.6];
  // Five hours of mean flow: the night's high lift runs on it while the wells give less.
  const volumeM3 = meanM3s * 3600 * 6.5;
  return {
    id: `CT-${letter}`,
    kind: 'tank',
    name: `${name}, clear-water tank`,
    use: 'clearWater',
    at: works.at,
    elevationM: floorM,
    groundM: works.groundM,
    diameterM: diameterOf(volumeM3, greatestLevelM),
    leastLevelM: 0.3,
    greatestLevelM,
    initialLevelM: 4.1,
  };
}

export const diameterOf = (volumeM3: number, depthM: number): number =>
  Math.ceil(Math.sqrt((4 * volumeM3) / (Math.PI * depthM)) * 2) / 2;

/**
 * Runs a pump until its tank is full. With hours it starts at these times of day, else whenever the tank has
 * fallen by half a metre; a tank that is nearly empty starts it at any time.
 */
export function fill(
  draft: Draft,
  link: string,
  { id, greatestLevelM }: WaterTank,
  hours: readonly number[],
): void {
  const full = greatestLevelM - 0.08;
  draft.controls.push(
    { link, action: 'closed', when: { tank: id, side: 'above', levelM: full } },
    {
      link,
      action: 'open',
      when: { tank: id, side: 'below', levelM: hours.length > 0 ? 0.9 : full - 0.5 },
    },
    ...hours.map((clockH) => ({ link, action: 'open', when: { clockH } }) as const),
  );
}
