// What of releases a shared link carries: all of them with which is shown; results are computed anew.

import * as v from 'valibot';
import { type ReleaseScenario, releaseKinds } from '../contract/smoke.ts';
import { substanceOf } from '../kernel/substances.ts';
import { initialReleases, type ReleasesState } from './releases.ts';

const MOST = 5;
const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9));
const release = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.maxLength(200)),
  kind: v.picklist(releaseKinds),
  at: v.tuple([
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  ]),
  building: v.pipe(v.string(), v.maxLength(200)),
  startMs: v.pipe(v.number(), v.finite()),
  durationS: amount,
  substance: v.pipe(
    v.string(),
    v.check((key) => substanceOf(key) !== undefined),
  ),
  rateKgS: amount,
  massKg: amount,
  heightM: v.pipe(v.number(), v.minValue(0), v.maxValue(500)),
  diameterM: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
  wind: v.union([
    v.literal('live'),
    v.object({
      speedMs: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
      fromRad: v.pipe(v.number(), v.finite()),
    }),
  ]),
  cloud: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  stability: v.picklist(['auto', 'A', 'B', 'C', 'D', 'E', 'F']),
});

/** Undefined where there is none. */
export const toSharedReleases = ({ releases, shown }: ReleasesState): unknown =>
  releases.length === 0 ? undefined : { releases: releases.slice(-MOST), shown };

/** Leaves out what can't be read; never throws. */
export function fromSharedReleases(shared: unknown): ReleasesState {
  const outer = v.safeParse(
    v.object({ releases: v.array(v.unknown()), shown: v.fallback(v.string(), '') }),
    shared,
  );
  if (!outer.success) return initialReleases;
  const releases = outer.output.releases.slice(-MOST).flatMap((one): ReleaseScenario[] => {
    const read = v.safeParse(release, one);
    return read.success ? [read.output] : [];
  });
  const { shown } = outer.output;
  return { releases, edited: '', shown: releases.some(({ id }) => id === shown) ? shown : '' };
}
