// What of an evacuation a shared link carries: the order that stands with what was chosen for it. Its dangers are as they
// were when they were taken, so their outlines go along, with as few corners as a link bears; who leaves is found anew.

import * as v from 'valibot';
import { moved, offsetBetween } from '#model/near-plane.ts';
import type { PlaceDeg } from '../contract.ts';
import { simplifyRing } from '../kernel/evacuation/simplify-ring.ts';
import { type EvacuationState, initialEvacuation, type TakenHazard } from './evacuation.ts';

const MOST_HAZARDS = 8;
const MOST_CORNERS = 300;
/** Tried in turn until the corners fit, m: all of them far below an ordinary margin. */
const TOLERANCES_M = [2, 5, 10, 20, 40] as const;

const number = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.maxLength(200));
const place = v.tuple([
  v.pipe(number, v.minValue(-180), v.maxValue(180)),
  v.pipe(number, v.minValue(-90), v.maxValue(90)),
]);
const ids = v.fallback(v.pipe(v.array(text), v.maxLength(100)), []);
const hazard = v.object({
  owner: v.picklist(['spread', 'smoke', 'release', 'blast', 'drawn']),
  ...{ id: text, timeS: number, label: v.object({ en: text, zh: text }) },
  rings: v.array(v.pipe(v.array(place), v.minLength(3))),
});
const shared = v.object({
  order: v.object({
    ...{ id: v.pipe(text, v.minLength(1)), name: text, atMs: number },
    occupancy: v.picklist(['day', 'night']),
  }),
  hazards: v.pipe(v.array(hazard), v.minLength(1), v.maxLength(MOST_HAZARDS)),
  marginM: v.pipe(number, v.minValue(0), v.maxValue(5000)),
  occupancy: v.picklist(['auto', 'day', 'night']),
  ...{ contraflow: ids, closedShelters: ids },
  carShare: v.pipe(number, v.minValue(0), v.maxValue(1)),
  peoplePerCar: v.pipe(number, v.minValue(1), v.maxValue(60)),
  readyS: v.pipe(number, v.minValue(0), v.maxValue(86_400)),
});

/** Undefined where nothing is ordered, or its outlines are more than a link bears. */
export function toSharedEvacuation({ plan, request }: EvacuationState): unknown {
  if (!request || plan.hazards.length > MOST_HAZARDS) return undefined;
  const hazards = fitting(plan.hazards);
  if (!hazards) return undefined;
  const { id, name, atMs, occupancy } = request;
  return { ...plan, hazards, order: { id, name, atMs, occupancy } };
}

/** None where it can't be read; never throws. */
export function fromSharedEvacuation(value: unknown): EvacuationState {
  const read = v.safeParse(shared, value);
  if (!read.success) return initialEvacuation;
  const { order, ...plan } = read.output;
  const { marginM, contraflow, carShare, peoplePerCar, readyS, closedShelters } = plan;
  return {
    ...initialEvacuation,
    plan,
    request: {
      ...{ marginM, contraflow, carShare, peoplePerCar, readyS, closedShelters, ...order },
      hazards: plan.hazards.map(({ rings }) => rings),
    },
  };
}

function fitting(hazards: readonly TakenHazard[]): readonly TakenHazard[] | undefined {
  for (const toleranceM of TOLERANCES_M) {
    const thinned = hazards.map((one) => ({
      ...one,
      rings: one.rings
        .map((ring) => thinnedRing(ring, toleranceM))
        .filter((ring) => ring.length > 2),
    }));
    const corners = thinned.reduce((sum, { rings }) => sum + rings.flat().length, 0);
    if (corners <= MOST_CORNERS && corners > 0) return thinned;
  }
  return undefined;
}

function thinnedRing(ring: readonly PlaceDeg[], toleranceM: number): readonly PlaceDeg[] {
  const [first] = ring;
  if (!first) return [];
  const flat = ring.map((corner) => offsetBetween(first, corner));
  return simplifyRing([...flat, [0, 0]], toleranceM)
    .slice(0, -1)
    .map((offset) => {
      const [longitude, latitude] = moved(first, offset);
      return [rounded(longitude), rounded(latitude)] as const;
    });
}

/** A decimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
