import { describe, expect, it } from 'vitest';
import { floodScale } from '../legend.ts';
import { aHit, anImpact } from './an-impact.ts';
import { badgesOf } from './badges.ts';
import { CUT_OFF_COLOUR, colourBuildings } from './colour-buildings.ts';

const hexAt = (rgba: Uint8Array, building: number) => {
  const [red = 0, green = 0, blue = 0] = rgba.subarray(building * 4);
  return (red << 16) | (green << 8) | blue;
};

describe('colours of buildings', () => {
  it('are those of the depth at them, and none where it is dry', () => {
    const { colours } = floodScale('depth', 'urban');
    const rgba = colourBuildings(Uint8Array.of(0, 1, 6 | 16));
    expect([...rgba.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect([hexAt(rgba, 1), hexAt(rgba, 2)]).toEqual([colours[0], colours[5]]);
    expect([rgba[7], rgba[11]]).toEqual([255, 255]);
  });

  it('tell what is cut off from what is wet', () => {
    expect(hexAt(colourBuildings(Uint8Array.of(32)), 0)).toBe(CUT_OFF_COLOUR);
    expect(hexAt(colourBuildings(Uint8Array.of(1 | 32)), 0)).toBe(CUT_OFF_COLOUR);
  });
});

describe('signs', () => {
  it('are one a station, at its deepest entrance', () => {
    const entrance = { kind: 'underground', name: 'Central', use: 'stairs' } as const;
    const critical = [
      aHit({ ...entrance, id: 'A', depthM: 0.2 }),
      aHit({ ...entrance, id: 'B', depthM: 0.9 }),
      aHit({ ...entrance, id: 'C', depthM: 0.5 }),
    ];
    expect(badgesOf(anImpact({ critical }))).toEqual([
      expect.objectContaining({ kind: 'underground-wet', name: 'Central', depthM: 0.9 }),
    ]);
  });

  it('tell two sites in one building apart, wet ones from cut-off ones', () => {
    const critical = [aHit({}), aHit({ use: 'shelter', name: 'Shelter' })];
    const cutOff = [aHit({ id: 'B-2', name: 'School', use: 'school', depthM: 0 })];
    const badges = badgesOf(anImpact({ critical, cutOff }));
    expect(badges.map(({ kind, name }) => [kind, name])).toEqual([
      ['site-wet', 'Hospital'],
      ['site-wet', 'Shelter'],
      ['site-cut-off', 'School'],
    ]);
  });
});
