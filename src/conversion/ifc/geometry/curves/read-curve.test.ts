import { describe, expect, it } from 'vitest';
import { scanStep } from '../../step/scan.ts';
import { anIfc, type IfcText, numberOfReference } from '../../testing/an-ifc.ts';
import { readCurve } from './read-curve.ts';

function pointsOf(ifc: IfcText, curve: string, radians = 1): number[][] {
  const context = { index: scanStep(ifc.bytes()), unitM: 1, radians, chordM: 0.005 };
  const [points = []] = readCurve(context, numberOfReference(curve));
  return Array.from({ length: points.length / 3 }, (_, row) => points.slice(row * 3, row * 3 + 3));
}

function expectEnds(points: readonly number[][], start: number[], end: number[], digits = 6) {
  for (const axis of [0, 1, 2]) {
    expect(points[0]![axis]).toBeCloseTo(start[axis]!, digits);
    expect(points.at(-1)![axis]).toBeCloseTo(end[axis]!, digits);
  }
}

const lengthOf = (points: readonly number[][]) =>
  points.slice(1).reduce((sum, point, row) => {
    const before = points[row]!;
    return sum + Math.hypot(...point.map((value, axis) => value - before[axis]!));
  }, 0);

const axes2 = (ifc: IfcText, x = 0, y = 0, along: readonly [number, number] = [1, 0]) =>
  ifc.add(`IFCAXIS2PLACEMENT2D(${ifc.point(x, y)},${ifc.direction(...along)})`);

const segment = (ifc: IfcText, place: string, length: string, parent: string, start = '0.') =>
  ifc.add(`IFCCURVESEGMENT(.CONTINUOUS.,${place},IFCLENGTHMEASURE(${start}),${length},${parent})`);

describe('readCurve', () => {
  it('reads polylines in two and three dimensions', () => {
    const ifc = anIfc();
    const line = ifc.add(`IFCPOLYLINE((${ifc.point(1, 2)},${ifc.point(3, 4, 5)}))`);
    expect(pointsOf(ifc, line)).toEqual([
      [1, 2, 0],
      [3, 4, 5],
    ]);
  });

  it('reads indexed curves of lines and arcs, whose points all lie on the circle', () => {
    const ifc = anIfc();
    const list = ifc.add('IFCCARTESIANPOINTLIST2D(((0.,0.),(10.,0.),(15.,5.),(10.,10.)))');
    const curve = ifc.add(
      `IFCINDEXEDPOLYCURVE(${list},(IFCLINEINDEX((1,2)),IFCARCINDEX((2,3,4))),.F.)`,
    );
    const points = pointsOf(ifc, curve);
    expectEnds(points, [0, 0, 0], [10, 10, 0]);
    for (const [x, y] of points.slice(1)) expect(Math.hypot(x! - 10, y! - 5)).toBeCloseTo(5, 9);
    expect(lengthOf(points)).toBeCloseTo(10 + 5 * Math.PI, 1);
    expect(Math.max(...points.map(([x]) => x!))).toBeCloseTo(15, 2);
  });

  it.each([
    ['90.', '180.', '.T.', [0, 5, 0], [-5, 0, 0], 0.5],
    ['90.', '180.', '.F.', [0, 5, 0], [-5, 0, 0], 1.5],
    ['270.', '90.', '.T.', [0, -5, 0], [0, 5, 0], 1],
  ])('trims a circle from %s° to %s° with sense %s', (from, to, sense, start, end, halves) => {
    const ifc = anIfc();
    const circle = ifc.add(`IFCCIRCLE(${axes2(ifc)},5.)`);
    const curve = ifc.add(
      `IFCTRIMMEDCURVE(${circle},(IFCPARAMETERVALUE(${from})),(IFCPARAMETERVALUE(${to})),${sense},.PARAMETER.)`,
    );
    const points = pointsOf(ifc, curve, Math.PI / 180);
    expectEnds(points, start, end);
    expect(lengthOf(points)).toBeCloseTo(5 * Math.PI * halves, 1);
  });

  it('trims circles and lines by points', () => {
    const ifc = anIfc();
    const circle = ifc.add(`IFCCIRCLE(${axes2(ifc, 1, 1)},2.)`);
    const arc = ifc.add(
      `IFCTRIMMEDCURVE(${circle},(${ifc.point(3, 1)}),(${ifc.point(1, 3)}),.T.,.CARTESIAN.)`,
    );
    expectEnds(pointsOf(ifc, arc), [3, 1, 0], [1, 3, 0]);
    const vector = ifc.add(`IFCVECTOR(${ifc.direction(3, 4, 0)},2.)`);
    const line = ifc.add(`IFCLINE(${ifc.point(1, 0, 0)},${vector})`);
    const part = ifc.add(
      `IFCTRIMMEDCURVE(${line},(IFCPARAMETERVALUE(0.)),(IFCPARAMETERVALUE(5.)),.T.,.PARAMETER.)`,
    );
    expectEnds(pointsOf(ifc, part), [1, 0, 0], [7, 8, 0]);
  });

  it('joins segments, turning those round that go the other way', () => {
    const ifc = anIfc();
    const lines = [
      ifc.add(`IFCPOLYLINE((${ifc.point(0, 0)},${ifc.point(1, 0)}))`),
      ifc.add(`IFCPOLYLINE((${ifc.point(1, 1)},${ifc.point(1, 0)}))`),
    ];
    const parts = lines.map((line, row) =>
      ifc.add(`IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,${row === 0 ? '.T.' : '.F.'},${line})`),
    );
    const curve = ifc.add(`IFCCOMPOSITECURVE((${parts.join(',')}),.F.)`);
    expect(pointsOf(ifc, curve)).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
    ]);
  });

  it('runs a spline through its ends and, with weights, along a circle', () => {
    const ifc = anIfc();
    const controls = [ifc.point(1, 0), ifc.point(1, 1), ifc.point(0, 1)];
    const curve = ifc.add(
      `IFCRATIONALBSPLINECURVEWITHKNOTS(2,(${controls.join(',')}),.CIRCULAR_ARC.,.F.,.F.,(3,3),(0.,1.),.UNSPECIFIED.,(1.,${Math.SQRT1_2},1.))`,
    );
    const points = pointsOf(ifc, curve);
    expectEnds(points, [1, 0, 0], [0, 1, 0]);
    for (const [x, y] of points) expect(Math.hypot(x!, y!)).toBeCloseTo(1, 9);
  });

  it('gives nothing for a curve without a length, an endless or an unknown one', () => {
    const ifc = anIfc();
    const vector = ifc.add(`IFCVECTOR(${ifc.direction(1, 0)},1.)`);
    const line = ifc.add(`IFCLINE(${ifc.point(0, 0)},${vector})`);
    const none = segment(ifc, axes2(ifc), 'IFCLENGTHMEASURE(0.)', line);
    for (const curve of [line, none, ifc.add('IFCFUTURECURVE(1.)'), '#999']) {
      expect(pointsOf(ifc, curve)).toEqual([]);
    }
  });
});

describe('the segments of an alignment', () => {
  const aLine = (ifc: IfcText) =>
    ifc.add(`IFCLINE(${ifc.point(0, 0)},${ifc.add(`IFCVECTOR(${ifc.direction(1, 0)},1.)`)})`);

  it('follow lines and circles, left and right, from where they are placed', () => {
    const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
    const place = axes2(ifc, 100, 200, [0, 1]);
    const line = segment(ifc, place, 'IFCLENGTHMEASURE(30.)', aLine(ifc));
    expectEnds(pointsOf(ifc, line), [100, 200, 0], [100, 230, 0]);
    const circle = ifc.add(`IFCCIRCLE(${axes2(ifc)},100.)`);
    const quarter = `IFCLENGTHMEASURE(${50 * Math.PI})`;
    const left = segment(ifc, place, quarter, circle);
    expectEnds(pointsOf(ifc, left), [100, 200, 0], [0, 300, 0]);
    const right = segment(ifc, place, `IFCPARAMETERVALUE(-${Math.PI / 2})`, circle);
    expectEnds(pointsOf(ifc, right), [100, 200, 0], [200, 300, 0]);
  });

  it('follow a clothoid as the integrals of Fresnel say', () => {
    const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
    const clothoid = ifc.add(`IFCCLOTHOID(${axes2(ifc)},100.)`);
    const curve = segment(ifc, axes2(ifc), 'IFCLENGTHMEASURE(100.)', clothoid);
    // Series of ∫cos(s²/2A²) and ∫sin(s²/2A²) for s = A = 100 (Abramowitz and Stegun 7.3.11, 7.3.13).
    const x = 100 * (1 - 1 / 40 + 1 / 3456 - 1 / 599040);
    const y = 100 * (1 / 6 - 1 / 336 + 1 / 42240);
    expectEnds(pointsOf(ifc, curve), [0, 0, 0], [x, y, 0], 3);
    const mirrored = ifc.add(`IFCCLOTHOID(${axes2(ifc)},-100.)`);
    const other = segment(ifc, axes2(ifc), 'IFCLENGTHMEASURE(100.)', mirrored);
    expectEnds(pointsOf(ifc, other), [0, 0, 0], [x, -y, 0], 3);
  });

  it('come out of a clothoid with the curve of the circle that follows', () => {
    const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
    const clothoid = ifc.add(`IFCCLOTHOID(${axes2(ifc)},100.)`);
    // From radius 100 at the length 100 back to the straight.
    const back = segment(ifc, axes2(ifc), 'IFCLENGTHMEASURE(-100.)', clothoid, '100.');
    const forth = segment(ifc, axes2(ifc), 'IFCLENGTHMEASURE(100.)', clothoid);
    const end = pointsOf(ifc, back).at(-1)!;
    const whole = pointsOf(ifc, forth).at(-1)!;
    expect(Math.hypot(end[0]!, end[1]!)).toBeCloseTo(Math.hypot(whole[0]!, whole[1]!), 4);
    expect(end[1]!).toBeLessThan(0);
  });

  it('rise along the plan as the profile says', () => {
    const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
    const circle = ifc.add(`IFCCIRCLE(${axes2(ifc)},100.)`);
    const half = `IFCLENGTHMEASURE(${100 * Math.PI})`;
    const plan = ifc.add(`IFCCOMPOSITECURVE((${segment(ifc, axes2(ifc), half, circle)}),.F.)`);
    const slope = Math.hypot(100 * Math.PI, 20);
    const rise = segment(
      ifc,
      axes2(ifc, 0, 7, [100 * Math.PI, 20]),
      `IFCLENGTHMEASURE(${slope})`,
      aLine(ifc),
    );
    const curve = ifc.add(`IFCGRADIENTCURVE((${rise}),.F.,${plan},$)`);
    const points = pointsOf(ifc, curve);
    expectEnds(points, [0, 0, 7], [0, 200, 27], 1);
    const top = points.find(([x]) => x! > 99.9)!;
    expect(top[2]).toBeCloseTo(17, 0);
  });

  it('keep their distance where they are offset', () => {
    const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
    const base = ifc.add(`IFCPOLYLINE((${ifc.point(0, 0, 5)},${ifc.point(100, 0, 5)}))`);
    const at = (along: number, lateral: number) =>
      ifc.add(`IFCPOINTBYDISTANCEEXPRESSION(IFCLENGTHMEASURE(${along}.),${lateral}.,1.,$,${base})`);
    const curve = ifc.add(`IFCOFFSETCURVEBYDISTANCES(${base},(${at(0, 2)},${at(100, 4)}),$)`);
    expectEnds(pointsOf(ifc, curve), [0, 2, 6], [100, 4, 6]);
  });
});
