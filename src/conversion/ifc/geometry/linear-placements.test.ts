import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../engine.ts';
import { openIfc } from '../open.ts';
import { indexOf } from '../step/index-of.ts';
import { instanceAt, rowsOfType } from '../step/scan.ts';
import { referenceOf } from '../step/values.ts';
import { anIfc, numberOfReference } from '../testing/an-ifc.ts';
import { axisPlacement } from './item-placement.ts';
import { readLinearPlacements } from './linear-placements.ts';

const infra = '../shared/data/ifc/infra';
const engine = await startEngine();
const open = (name: string) => openIfc(engine, readFileSync(`${infra}/${name}`), name);

/** A quarter of a circle of radius 100 m to the left, from 0, 0 along x, that rises by a tenth. */
function anArc() {
  const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
  const flat = (x: number, y: number, along: readonly [number, number]) =>
    ifc.add(`IFCAXIS2PLACEMENT2D(${ifc.point(x, y)},${ifc.direction(...along)})`);
  const length = 50 * Math.PI;
  const circle = ifc.add(`IFCCIRCLE(${flat(0, 0, [1, 0])},100.)`);
  const bend = ifc.add(
    `IFCCURVESEGMENT(.CONTINUOUS.,${flat(0, 0, [1, 0])},IFCLENGTHMEASURE(0.),IFCLENGTHMEASURE(${length}),${circle})`,
  );
  const plan = ifc.add(`IFCCOMPOSITECURVE((${bend}),.F.)`);
  const vector = ifc.add(`IFCVECTOR(${ifc.direction(1, 0)},1.)`);
  const line = ifc.add(`IFCLINE(${ifc.point(0, 0)},${vector})`);
  const rise = ifc.add(
    `IFCCURVESEGMENT(.CONTINUOUS.,${flat(0, 5, [10, 1])},IFCLENGTHMEASURE(0.),IFCLENGTHMEASURE(${length * Math.hypot(1, 0.1)}),${line})`,
  );
  const curve = ifc.add(`IFCGRADIENTCURVE((${rise}),.F.,${plan},$)`);
  const placeAt = (distance: number, lateral: number, vertical: number, parent = '$') => {
    const place = ifc.add(
      `IFCPOINTBYDISTANCEEXPRESSION(IFCLENGTHMEASURE(${distance}),${lateral}.,${vertical}.,$,${curve})`,
    );
    return ifc.add(
      `IFCLINEARPLACEMENT(${parent},${ifc.add(`IFCAXIS2PLACEMENTLINEAR(${place},$,$)`)},$)`,
    );
  };
  return { ifc, placeAt, length };
}

describe('readLinearPlacements', () => {
  it('places along the plan, beside and above it, turned with the curve and its slope', () => {
    const { ifc, placeAt, length } = anArc();
    const [middle, end] = [placeAt(length / 2, 0, 0), placeAt(length, 2, 0)];
    const file = openIfc(engine, ifc.bytes(), 'test.ifc');
    const { placementOf } = readLinearPlacements(file);
    const half = Math.SQRT1_2;
    const matrix = placementOf(numberOfReference(middle))!;
    const slope = Math.hypot(1, 0.1);
    const expected = [
      ...[half / slope, half / slope, 0.1 / slope, 0],
      ...[-half, half, 0, 0],
      ...[(-0.1 * half) / slope, (-0.1 * half) / slope, 1 / slope, 0],
      ...[100 * half, 100 - 100 * half, 5 + length / 20, 1],
    ];
    for (const [at, value] of expected.entries()) expect(matrix[at]).toBeCloseTo(value, 4);
    const [x, y, z] = placementOf(numberOfReference(end))!.subarray(12, 15);
    expect([x, y, z].map((value) => Math.round(value! * 1e4) / 1e4)).toEqual([
      98,
      100,
      Math.round((5 + length / 10) * 1e4) / 1e4,
    ]);
  });

  it('counts a curve once where a placement along it is placed by another', () => {
    const { ifc, placeAt } = anArc();
    const alone = placeAt(30, 0, 0);
    const nested = placeAt(30, 0, 0, placeAt(10, 0, 0));
    const { placementOf } = readLinearPlacements(openIfc(engine, ifc.bytes(), 'test.ifc'));
    expect(placementOf(numberOfReference(nested))).toEqual(placementOf(numberOfReference(alone)));
  });

  it('leaves other placements to the engine', () => {
    const { ifc } = anArc();
    const { placementOf } = readLinearPlacements(openIfc(engine, ifc.bytes(), 'test.ifc'));
    expect(placementOf(numberOfReference(ifc.placement()))).toBeUndefined();
    expect(placementOf(undefined)).toBeUndefined();
  });

  it.skipIf(!existsSync(`${infra}/linear-placement-of-signal.ifc`))(
    'agrees with the positions that a writer worked out itself to a twentieth of a millimetre',
    () => {
      const file = open('linear-placement-of-signal.ifc');
      const index = indexOf(file.bytes);
      const { placementOf } = readLinearPlacements(file);
      const rows = rowsOfType(index, 'IFCLINEARPLACEMENT');
      expect(rows.length).toBe(25);
      for (const row of rows) {
        const { id, values } = instanceAt(index, row);
        const written = axisPlacement(index, referenceOf(values[2]));
        const found = placementOf(id)!;
        for (const axis of [12, 13, 14]) {
          expect(Math.abs(found[axis]! - written[axis]!)).toBeLessThan(5e-5);
        }
        for (let at = 0; at < 12; at++) {
          expect(Math.abs(found[at]! - written[at]!)).toBeLessThan(1e-4);
        }
      }
    },
  );

  it.skipIf(!existsSync(`${infra}/LinearPlacement-3.ifc`))(
    'puts the assemblies of a release candidate on their alignment',
    () => {
      const { placementOf } = readLinearPlacements(open('LinearPlacement-3.ifc'));
      // 300 m along the straight of 400 m, at 150 m less a thousandth.
      const place = placementOf(165)!.subarray(12, 15);
      for (const [axis, value] of [300, 0, 149.7].entries()) {
        expect(place[axis]).toBeCloseTo(value, 4);
      }
    },
  );
});
