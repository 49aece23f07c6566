// The hash of a shared link: `#v1.` and the base64url of deflated JSON. Every released version stays readable:
// a new version adds a reader, and its fixtures join `link.test.ts`.

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { failure, type Result, success } from '#model/result.ts';
import { instant } from '#model/time.ts';
import { fromDegrees, metres, toDegrees } from '#model/units.ts';
import type { SharedView } from './shared-view.ts';

/** `none`: the hash holds no link at all. `unreadable`: it does, but not one that can be read. */
export type LinkFailure = 'none' | 'unreadable' | 'newer';

/** A link this long was not made here: the limit keeps a crafted one from inflating without end. */
export const LONGEST_HASH = 32_768;

const numberWithin = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** On, opacity, and whether it was taken out of the workbench. */
const wireLayer = v.tuple([v.boolean(), numberWithin(0, 1), v.optional(v.boolean(), false)]);

/** Version 1 on the wire: degrees and metres, short keys, absent where nothing differs. */
const wire1 = v.object({
  c: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  b: v.fallback(v.string(), ''),
  /** Longitude, latitude (deg), height above the ellipsoid (m), heading, pitch, roll (deg). */
  p: v.tuple([
    numberWithin(-180, 180),
    numberWithin(-90, 90),
    numberWithin(-12_000, 1e8),
    numberWithin(-360, 360),
    numberWithin(-90, 90),
    numberWithin(-360, 360),
  ]),
  /** Milliseconds UTC and rate of a clock that was set. */
  t: v.fallback(v.optional(v.tuple([numberWithin(-8.64e15, 8.64e15), v.number()])), undefined),
  l: v.fallback(v.optional(v.record(v.string(), wireLayer), {}), {}),
  f: v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {}),
  s: v.fallback(v.optional(v.array(v.tuple([v.string(), v.number(), v.string()])), []), []),
});
type Wire1 = v.InferOutput<typeof wire1>;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Writes a view as the hash of a link, with its `#`. */
export function toHash(view: SharedView): string {
  const { position, heading, pitch, roll } = view.camera;
  const layers = Object.entries(view.layers);
  const wire: Partial<Wire1> = {
    c: view.city,
    b: view.build,
    p: [
      round(toDegrees(position.longitude), 7),
      round(toDegrees(position.latitude), 7),
      round(position.height, 2),
      round(toDegrees(heading), 3),
      round(toDegrees(pitch), 3),
      round(toDegrees(roll), 3),
    ],
    ...(view.clock && { t: [view.clock.now, view.clock.rate] }),
    ...(layers.length > 0 && {
      l: Object.fromEntries(
        layers.map(([id, { on, opacity, isRemoved }]) => [
          id,
          isRemoved ? [on, opacity, true] : [on, opacity, false],
        ]),
      ),
    }),
    ...(Object.keys(view.features).length > 0 && { f: { ...view.features } }),
    ...(view.selection.length > 0 && {
      s: view.selection.map(({ feature, index, id }) => [feature, index, id]),
    }),
  };
  return `#v1.${toBase64Url(deflateSync(strToU8(JSON.stringify(wire)), { level: 9 }))}`;
}

/** Reads the hash of a link, with or without its `#`; never throws. */
export function parseHash(hash: string): Result<SharedView, LinkFailure> {
  const match = /^#?v(\d{1,6})\.(.*)$/s.exec(hash);
  if (!match) return failure('none');
  if (Number(match[1]) > 1) return failure('newer');
  if (hash.length > LONGEST_HASH) return failure('unreadable');
  try {
    const json: unknown = JSON.parse(strFromU8(inflateSync(fromBase64Url(match[2] ?? ''))));
    const wire = v.safeParse(wire1, json);
    return wire.success ? success(fromWire1(wire.output)) : failure('unreadable');
  } catch {
    return failure('unreadable');
  }
}

function fromWire1({ c, b, p, t, l, f, s }: Wire1): SharedView {
  const [longitudeDeg, latitudeDeg, heightM, headingDeg, pitchDeg, rollDeg] = p;
  return {
    city: c,
    build: b,
    camera: {
      position: {
        longitude: fromDegrees(longitudeDeg),
        latitude: fromDegrees(latitudeDeg),
        height: metres(heightM),
      },
      heading: fromDegrees(headingDeg),
      pitch: fromDegrees(pitchDeg),
      roll: fromDegrees(rollDeg),
    },
    ...(t && { clock: { now: instant(t[0]), rate: t[1] } }),
    layers: Object.fromEntries(
      Object.entries(l).map(([id, [on, opacity, isRemoved]]) => [
        id,
        { on, opacity, ...(isRemoved && { isRemoved }) },
      ]),
    ),
    features: f,
    selection: s.map(([feature, index, id]) => ({ feature, index, id })),
  };
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
