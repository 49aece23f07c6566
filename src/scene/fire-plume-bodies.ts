// Soft bodies strung along a plume's sections, so close that they run into one another. Deviations of a body are half
// of the section's half axes, as the edge of a plume is drawn two deviations out.

export interface PlumeBody {
  /** East, north, up of its middle, m. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Optical depth of its middle, seen from the side. */
  readonly depth: number;
  readonly along: number;
  readonly across: number;
  readonly up: number;
  readonly seed: number;
  /** Unit vector along the wind. */
  readonly east: number;
  readonly north: number;
  /** 0 at the source … 1 far away. */
  readonly age: number;
  /** From the source along the plume, m. */
  readonly goneM: number;
}

export interface BodySection {
  readonly place: { readonly x: number; readonly y: number; readonly z: number };
  readonly halfWidthM: number;
  readonly halfHeightM: number;
  readonly towardsRad: number;
  readonly opticalDepth: number;
}

const MOST = 96;
const LEAST_DEVIATION_M = 1.5;
/** Seen from the side, bodies 0.6 of their distance long add up to this many of one. */
const OVERLAP = 0.6 * Math.sqrt(2 * Math.PI);
const LONG = 0.6;
/** The thickest smoke lets two fifths of what is behind it through: a picture is for finding the way in it. */
const MOST_DEPTH = 0.7;
/** Smoke pales over this way, m. */
const PALING_M = 500;
const GOLDEN = 0.618_033_988_75;

/** From the source on. Clear sections give no bodies. */
export function stringBodies(sections: readonly BodySection[]): PlumeBody[] {
  const bodies: PlumeBody[] = [];
  if (!(lengthOf(sections) > 0)) return bodies;
  let gone = 0;
  for (const [at, to] of sections.entries()) {
    const from = sections[at - 1];
    if (!from) continue;
    const far = distance(from, to);
    const left = sections.length - at;
    const wide = 0.25 * (from.halfWidthM + to.halfWidthM + from.halfHeightM + to.halfHeightM);
    const spare = Math.max(1, Math.floor((MOST - bodies.length) / left));
    const count = Math.min(spare, Math.max(1, Math.ceil(far / Math.max(2, 0.55 * wide))));
    for (let part = 0; part < count; part++) {
      const share = (part + 0.5) / count;
      const seed = (bodies.length * GOLDEN) % 1;
      const body = between(from, to, share, far / count, seed, gone + far * share);
      if (body.depth > 0.002) bodies.push(body);
    }
    gone += far;
  }
  return bodies;
}

function between(
  from: BodySection,
  to: BodySection,
  share: number,
  spacingM: number,
  seed: number,
  goneM: number,
): PlumeBody {
  const mix = (a: number, b: number) => a + (b - a) * share;
  const across = Math.max(LEAST_DEVIATION_M, mix(from.halfWidthM, to.halfWidthM) / 2);
  const up = Math.max(LEAST_DEVIATION_M, mix(from.halfHeightM, to.halfHeightM) / 2);
  const along = Math.max(LONG * spacingM, 0.7 * Math.min(across, up));
  const overlap = (OVERLAP * along) / (LONG * spacingM);
  const turn = Math.atan2(
    mix(Math.sin(from.towardsRad), Math.sin(to.towardsRad)),
    mix(Math.cos(from.towardsRad), Math.cos(to.towardsRad)),
  );
  const [east, north] = [Math.sin(turn), Math.cos(turn)];
  // Off the axis by a part of the width, the same each time: no string of beads.
  const aside = (seed - 0.5) * 0.7 * across;
  const high = (((seed * 5.3) % 1) - 0.5) * 0.5 * up;
  const depth = shownDepth(mix(from.opticalDepth, to.opticalDepth)) / overlap;
  const age = 1 - Math.exp(-goneM / PALING_M);
  return {
    x: mix(from.place.x, to.place.x) - north * aside,
    y: mix(from.place.y, to.place.y) + east * aside,
    z: mix(from.place.z, to.place.z) + high,
    ...{ depth, along, across, up, seed, east, north, age, goneM },
  };
}

/** Thin smoke as it is, thick smoke never thicker than may be. */
export const shownDepth = (opticalDepth: number): number =>
  MOST_DEPTH * (1 - Math.exp(-Math.max(0, opticalDepth) / MOST_DEPTH));

const distance = ({ place: a }: BodySection, { place: b }: BodySection) =>
  Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);

const lengthOf = (sections: readonly BodySection[]) =>
  sections.reduce((sum, to, at) => {
    const from = sections[at - 1];
    return from ? sum + distance(from, to) : sum;
  }, 0);
