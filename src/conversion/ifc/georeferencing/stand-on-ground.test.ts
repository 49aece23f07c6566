import { describe, expect, it } from 'vitest';
import { toModelPlacement } from '#contract/bim-model.ts';
import { findGroundLevel } from '#model/ground-level.ts';
import { standOf } from '#model/model-moves.ts';
import { readZero } from './read-zero.ts';
import { type GroundAt, standOnGround } from './stand-on-ground.ts';
import { anIfc, mapLines, type TinyIfc } from './testing/an-ifc.ts';
import { geoid, type HOUSE, MANNHEIM, read } from './testing/read-tiny.ts';

const town = { latitude: '(49,6)', longitude: '(8,26)' };
const cellar = [
  { name: 'Basement', elevationM: -3 },
  { name: 'Ground floor', elevationM: 0.5 },
];
const boundsM: typeof HOUSE = [
  [-10, -5, -3.3],
  [10, 15, 12],
];
const ground = findGroundLevel({ storeys: cellar, boundsM });

async function stand(of: TinyIfc, groundAt: GroundAt = async () => 150) {
  const file = { bytes: new TextEncoder().encode(anIfc(of)), lengthUnitM: 1 };
  const result = await standOnGround(file, boundsM, { geoid, ground, groundAt });
  const { placement, steps } = result.readings[0]!;
  return {
    ...result,
    floorM: standOf(toModelPlacement(placement), [0, 5, 0.5]).height,
    words: result.findings.map(({ en }) => en).join('\n'),
    steps: steps.map(({ en }) => en).join('\n'),
  };
}

describe('a file with latitude and longitude but no elevation', () => {
  it('stands on the ground by its ground storey, and says so', async () => {
    const { floorM, words, steps, verdict } = await stand(town);
    expect(floorM).toBeCloseTo(150, 4);
    expect(verdict).toBe('clear');
    expect(words).toContain('not how high: it is put on the city’s ground');
    expect(steps).toContain('by the floor of its storey “Ground floor”');
  });

  it('asks for the ground under its middle, not under the site’s origin', async () => {
    const asked: number[] = [];
    await stand({ ...town, sitePoint: '-1000.,5.,0.' }, async ({ longitudeDeg }) => {
      asked.push(longitudeDeg);
      return 150;
    });
    // A kilometre east of 8° 26′.
    expect(asked[0]).toBeCloseTo(8 + 26 / 60 + 0.01369, 4);
  });

  it('stands at sea level where nobody knows the ground, and says so', async () => {
    const { floorM, words } = await stand(town, async () => undefined);
    expect(floorM).toBeCloseTo(48.5, 4);
    expect(words).toContain('it is put at sea level');
  });

  it('agrees with a map conversion that leads to the same place at any height', () => {
    const { verdict } = read({
      latitude: '(49,5,43,983700)',
      longitude: '(8,26,1,247300)',
      lines: mapLines("'EPSG:25832'", MANNHEIM),
    });
    expect(verdict).toBe('clear');
  });
});

it('is not asked for the ground where it says its height', async () => {
  const asked: unknown[] = [];
  const { floorM } = await stand({ ...town, elevation: '110.' }, async (place) => {
    asked.push(place);
    return 150;
  });
  expect(asked).toEqual([]);
  expect(floorM).toBeCloseTo(158.5, 4);
});

it('a file that names no place stands on the given spot by its ground storey', () => {
  const { first } = read({}, boundsM, {
    fallback: { longitudeDeg: 8, latitudeDeg: 49, heightM: 150 },
    ground,
  });
  expect(standOf(toModelPlacement(first.placement), [0, 5, 0.5]).height).toBeCloseTo(150, 4);
  expect(first.steps.map(({ en }) => en).join('\n')).toContain('“Ground floor”');
});

describe('the building’s zero', () => {
  const zero = (building: string, heights: readonly [number, number]) => {
    const lines = [
      `#60=IFCBUILDING('1BPCQAtTW7GhKrUF$Sytrs',$,'B',$,$,#61,$,$,.ELEMENT.,${building},$,$);`,
      '#61=IFCLOCALPLACEMENT(#21,#62);',
      '#62=IFCAXIS2PLACEMENT3D(#63,$,$);',
      '#63=IFCCARTESIANPOINT((0.,0.,100.));',
    ];
    const bytes = new TextEncoder().encode(anIfc({ lines }));
    return readZero({ bytes, lengthUnitM: 1 }, [
      [0, 0, heights[0]],
      [9, 9, heights[1]],
    ]);
  };

  it('is where the building is placed', () => expect(zero('$', [95, 120])).toBe(100));
  it('is the file’s own where the building is placed elsewhere', () =>
    expect(zero('$', [-3, 12])).toBe(0));
  it('is the building’s height above the sea where its geometry is up there', () =>
    expect(zero('113.7', [110, 125])).toBe(113.7));
  it('is unknown where nothing of it is among the heights', () =>
    expect(zero('$', [500, 520])).toBeUndefined());
});
