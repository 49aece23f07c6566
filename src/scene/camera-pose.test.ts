import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEcef } from '#model/position.ts';
import { fromDegrees, metres, radians, toDegrees } from '#model/units.ts';
import type { OpenCity } from '#store/store.ts';
import {
  approach,
  findLookedAt,
  homeView,
  isSamePose,
  poseLookingAt,
  turnAbout,
} from './camera-pose.ts';

const rotterdam = {
  longitude: fromDegrees(4.45),
  latitude: fromDegrees(51.91),
  height: metres(40),
};

const distance = (a: Parameters<typeof toEcef>[0], b: Parameters<typeof toEcef>[0]) => {
  const [p, q] = [toEcef(a), toEcef(b)];
  return Math.hypot(p.x - q.x, p.y - q.y, p.z - q.z);
};

const angle = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((degrees) => fromDegrees(degrees));

describe('a pose that looks at a target', () => {
  it('has the target in the middle of the picture, from any side and height', () => {
    fc.assert(
      fc.property(
        angle(-180, 180),
        angle(-80, 80),
        angle(0, 360),
        angle(-89, -10),
        fc.double({ min: 1, max: 20_000, noNaN: true }),
        (longitude, latitude, heading, pitch, radius) => {
          const target = { longitude, latitude, height: metres(0), radius: metres(radius) };
          const pose = poseLookingAt(target, heading, pitch);
          const seen = findLookedAt(pose, target.height);
          expect(seen && distance(seen, target)).toBeLessThan(0.01);
        },
      ),
    );
  });

  it('stands so far away that a sphere of the radius fits the lower angle of a 16:9 picture', () => {
    const pose = poseLookingAt({ ...rotterdam, radius: metres(1000) });
    const halfAngle = Math.asin(1000 / distance(pose.position, rotterdam));
    expect(toDegrees(radians(halfAngle))).toBeCloseTo(17.99, 2);
  });

  it('keeps the heading asked for when it looks straight down', () => {
    const pose = poseLookingAt(
      { ...rotterdam, radius: metres(100) },
      fromDegrees(30),
      fromDegrees(-90),
    );
    expect(toDegrees(pose.heading)).toBeCloseTo(30);
    expect(toDegrees(pose.pitch)).toBeCloseTo(-90, 5);
  });

  it('keeps 40 m away from the smallest thing', () => {
    const pose = poseLookingAt({ ...rotterdam, radius: metres(1) });
    expect(distance(pose.position, rotterdam)).toBeCloseTo(40, 5);
  });
});

describe('turning about what is looked at', () => {
  const pose = poseLookingAt(
    { ...rotterdam, radius: metres(500) },
    fromDegrees(200),
    fromDegrees(-30),
  );

  it('keeps the middle of the picture and the distance', () => {
    const turned = turnAbout(pose, rotterdam.height, { heading: radians(0) });
    const seen = findLookedAt(turned, rotterdam.height);
    expect(seen && distance(seen, rotterdam)).toBeLessThan(0.01);
    expect(distance(turned.position, rotterdam)).toBeCloseTo(distance(pose.position, rotterdam), 2);
    expect(Math.sin(turned.heading)).toBeCloseTo(0, 3);
  });

  it('tilts on the spot where only sky is seen', () => {
    const skywards = { ...pose, pitch: fromDegrees(20) };
    const turned = turnAbout(skywards, rotterdam.height, { heading: radians(0) });
    expect(turned.position).toEqual(pose.position);
    expect(turned.heading).toBe(0);
  });

  it('halves the distance on zooming in and doubles it on zooming out', () => {
    const near = approach(pose, rotterdam.height, 0.5);
    expect(distance(near.position, rotterdam)).toBeCloseTo(
      distance(pose.position, rotterdam) / 2,
      2,
    );
    expect(isSamePose(approach(near, rotterdam.height, 2), pose)).toBe(true);
  });
});

describe('the first look at a city', () => {
  const manifest = {
    boundsDeg: [4.43, 51.9, 4.47, 51.92],
    heightM: [43, 120],
  } as unknown as OpenCity['manifest'];

  it('is what its manifest says', () => {
    const view = {
      longitudeDeg: 4.4,
      latitudeDeg: 51.8,
      heightM: 900,
      headingDeg: 20,
      pitchDeg: -35,
    };
    const pose = homeView({ ...manifest, view });
    expect(toDegrees(pose.position.longitude)).toBeCloseTo(4.4);
    expect(pose.position.height).toBe(900);
    expect(toDegrees(pose.heading)).toBeCloseTo(20);
  });

  it('has the middle of its bounds in the middle where the manifest says nothing', () => {
    const seen = findLookedAt(homeView(manifest), metres(43));
    expect(seen && toDegrees(seen.longitude)).toBeCloseTo(4.45, 5);
    expect(seen && toDegrees(seen.latitude)).toBeCloseTo(51.91, 5);
  });
});

describe('two poses', () => {
  const pose = poseLookingAt({ ...rotterdam, radius: metres(500) }, radians(0));

  it('are the same on both sides of north', () => {
    expect(isSamePose(pose, { ...pose, heading: radians(2 * Math.PI - 1e-5) })).toBe(true);
  });

  it('differ where the eye moved by more than it can see', () => {
    const moved = { ...pose.position, height: metres(pose.position.height + 5) };
    expect(isSamePose(pose, { ...pose, position: moved })).toBe(false);
  });
});
