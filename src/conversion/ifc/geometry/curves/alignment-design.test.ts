import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOfType, scanStep } from '../../step/scan.ts';
import { anIfc, type IfcText, numberOfReference } from '../../testing/an-ifc.ts';
import { readAlignmentDesigns } from './alignment-design.ts';
import type { Points } from './context.ts';
import { distancesOf, pointAt } from './polyline.ts';
import { readCurve } from './read-curve.ts';

interface Plan {
  readonly from: readonly [number, number];
  readonly direction: number;
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly kind: string;
}

const straight = {
  from: [0, 0],
  direction: 0,
  start: 0,
  end: 0,
  length: 100,
  kind: 'LINE',
} as const;

function anAlignment(plan: readonly Plan[], profile: readonly string[] = []) {
  const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
  const segments = (parameters: readonly string[]) =>
    parameters.map((one) => ifc.add(`IFCALIGNMENTSEGMENT('s',$,$,$,$,$,$,${one})`));
  const nest = (whole: string, parts: readonly string[]) =>
    parts.length > 0 && ifc.add(`IFCRELNESTS('r',$,$,$,${whole},(${parts.join(',')}))`);
  const alignment = ifc.add("IFCALIGNMENT('a',$,'A',$,$,$,$,$)");
  const horizontal = ifc.add("IFCALIGNMENTHORIZONTAL('h',$,$,$,$,$,$)");
  const vertical = ifc.add("IFCALIGNMENTVERTICAL('v',$,$,$,$,$,$)");
  nest(alignment, [horizontal, vertical]);
  nest(horizontal, segments(plan.map((one) => planSegment(ifc, one))));
  nest(
    vertical,
    segments(profile.map((one) => ifc.add(`IFCALIGNMENTVERTICALSEGMENT($,$,${one})`))),
  );
  return { ifc, alignment };
}

const real = (value: number) => (Number.isInteger(value) ? `${value}.` : String(value));

const planSegment = (ifc: IfcText, { from, direction, start, end, length, kind }: Plan) =>
  ifc.add(
    `IFCALIGNMENTHORIZONTALSEGMENT($,$,${ifc.point(...from)},${real(direction)},${real(start)},${real(end)},${real(length)},$,.${kind}.)`,
  );

function pointsOf({ ifc, alignment }: ReturnType<typeof anAlignment>): Points {
  const index = scanStep(ifc.bytes());
  const context = { index, unitM: 1, radians: 1, chordM: 0.000_1 };
  return readAlignmentDesigns(index).read(context, numberOfReference(alignment));
}

const end = (points: Points) => points.slice(-3);

describe('an alignment by its design parameters', () => {
  it('is straight, then turns left on an arc', () => {
    const quarter = {
      ...straight,
      from: [100, 0],
      start: 50,
      end: 50,
      kind: 'CIRCULARARC',
    } as const;
    const points = pointsOf(anAlignment([straight, { ...quarter, length: 25 * Math.PI }]));
    expect(points.slice(0, 3)).toEqual([0, 0, 0]);
    expect(end(points)[0]).toBeCloseTo(150, 3);
    expect(end(points)[1]).toBeCloseTo(50, 3);
  });

  it('turns right where the radius is negative, from the direction that is given', () => {
    const arc = { ...straight, direction: Math.PI / 2, start: -50, end: -50, kind: 'CIRCULARARC' };
    const [x, y] = end(pointsOf(anAlignment([{ ...arc, length: 25 * Math.PI }])));
    expect(x).toBeCloseTo(50, 3);
    expect(y).toBeCloseTo(50, 3);
  });

  it('follows a clothoid as its series has it', () => {
    // x = L − L⁵/(40 A⁴), y = L³/(6 A²) − L⁷/(336 A⁶) with A² = R L, for R 500 m and L 100 m.
    const clothoid = { ...straight, end: 500, kind: 'CLOTHOID' };
    const [x, y] = end(pointsOf(anAlignment([clothoid])));
    const a2 = 500 * 100;
    expect(x).toBeCloseTo(100 - 100 ** 5 / (40 * a2 ** 2) + 100 ** 9 / (3456 * a2 ** 4), 4);
    expect(y).toBeCloseTo(100 ** 3 / (6 * a2) - 100 ** 7 / (336 * a2 ** 3), 4);
  });

  it.each([
    'CLOTHOID',
    'CUBIC',
    'BLOSSCURVE',
    'COSINECURVE',
    'SINECURVE',
    'HELMERTCURVE',
    'VIENNESEBEND',
  ])('turns by the mean of both curvatures over a %s', (kind) => {
    const points = pointsOf(anAlignment([{ ...straight, start: -400, end: 200, kind }]));
    const [x1 = 0, y1 = 0, , x2 = 0, y2 = 0] = points.slice(-6);
    const turned = (100 * (-1 / 400 + 1 / 200)) / 2;
    expect(Math.atan2(y2 - y1, x2 - x1)).toBeCloseTo(turned, 2);
    expect(distancesOf(points).at(-1)).toBeCloseTo(100, 3);
  });

  it('rises by gradients, parabolas and circles of its profile', () => {
    const points = pointsOf(
      anAlignment(
        [straight],
        [
          '0.,40.,10.,0.02,0.02,$,.CONSTANTGRADIENT.',
          '40.,40.,10.8,0.02,-0.02,$,.PARABOLICARC.',
          '80.,20.,10.8,-0.02,0.,1000.,.CIRCULARARC.',
        ],
      ),
    );
    const distances = distancesOf(points.map((value, at) => (at % 3 === 2 ? 0 : value)));
    const heightAt = (station: number) => pointAt(points, distances, station)[2];
    expect(heightAt(0)).toBeCloseTo(10, 6);
    expect(heightAt(20)).toBeCloseTo(10.4, 6);
    expect(heightAt(60)).toBeCloseTo(11, 4);
    expect(heightAt(80)).toBeCloseTo(10.8, 6);
    expect(heightAt(100)).toBeCloseTo(10.6, 4);
  });

  it('is none where nothing is nested in it', () => {
    const { ifc, alignment } = anAlignment([]);
    const index = scanStep(ifc.bytes());
    expect(readAlignmentDesigns(index).has(numberOfReference(alignment))).toBe(false);
  });
});

const signal = new URL(
  '../../../../../../shared/data/ifc/infra/linear-placement-of-signal.ifc',
  import.meta.url,
);

describe.skipIf(!existsSync(signal))('a railway track that has both', () => {
  it('runs within a centimetre of its own curve', () => {
    const index = scanStep(readFileSync(signal));
    const context = { index, unitM: 1, radians: 1, chordM: 0.000_1 };
    const [alignment = 0] = rowsOfType(index, 'IFCALIGNMENT').map((row) => index.ids[row]!);
    const [curve = 0] = rowsOfType(index, 'IFCGRADIENTCURVE').map((row) => index.ids[row]!);
    const designed = readAlignmentDesigns(index).read(context, alignment);
    const [drawn = []] = readCurve(context, curve);
    const [gone, along] = [distancesOf(designed), distancesOf(drawn)];
    const length = Math.min(gone.at(-1) ?? 0, along.at(-1) ?? 0);
    expect(length).toBeGreaterThan(1000);
    for (let station = 0; station <= length; station += 25) {
      const one = pointAt(designed, gone, station);
      const other = pointAt(drawn, along, station);
      expect(Math.hypot(...one.map((value, axis) => value - other[axis]!))).toBeLessThan(0.01);
    }
  });
});
