import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../engine.ts';
import { closeIfc, openIfc } from '../open.ts';
import type { ModelGeometry } from '../parts.ts';
import {
  anIfc,
  type IfcText,
  numberOfReference as numberOf,
  type Vector,
} from '../testing/an-ifc.ts';
import { boundsOf, cornersOf, volumeOf } from '../testing/measure.ts';
import { type GeometryOptions, type GeometryPart, readGeometry } from './read-geometry.ts';

const engine = await startEngine();

async function read(ifc: IfcText, options?: GeometryOptions): Promise<ModelGeometry> {
  if (engine.isBroken) await engine.restart();
  const file = openIfc(engine, ifc.bytes(), 'test.ifc');
  try {
    return await readGeometry(file, options);
  } finally {
    closeIfc(engine, file);
  }
}

const trianglesOf = ({ shapes }: ModelGeometry, row: number) => shapes[row]!.indices.length / 3;

function expectBounds(geometry: ModelGeometry, product: string, bounds: [number[], number[]]) {
  const found = boundsOf(cornersOf(geometry, numberOf(product)));
  for (const side of [0, 1] as const) {
    for (const axis of [0, 1, 2]) expect(found[side][axis]).toBeCloseTo(bounds[side][axis]!, 5);
  }
}

describe('readGeometry', () => {
  it('reads a box with its size, its volume and normals that face outwards', async () => {
    const ifc = anIfc();
    const box = ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(4, 2, 3)]));
    const geometry = await read(ifc);
    expectBounds(geometry, box, [
      [-2, -1, 0],
      [2, 1, 3],
    ]);
    expect(geometry.boundsM).toEqual([
      [-2, -1, 0],
      [2, 1, 3],
    ]);
    expect(trianglesOf(geometry, 0)).toBe(12);
    expect(volumeOf(geometry, numberOf(box))).toBeCloseTo(24, 5);
    const { positions, normals, indices } = geometry.shapes[0]!;
    for (const corner of indices) {
      const at = corner * 3;
      expect(Math.hypot(normals[at]!, normals[at + 1]!, normals[at + 2]!)).toBeCloseTo(1, 5);
      const outwards =
        positions[at]! * normals[at]! +
        positions[at + 1]! * normals[at + 1]! +
        positions[at + 2]! * normals[at + 2]!;
      expect(outwards).toBeGreaterThan(0);
    }
    expect(geometry.products).toBe(1);
    expect(geometry.reasons.size).toBe(0);
  });

  it.each([
    ['millimetres', ['IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.)'], 0.001],
    [
      'feet',
      [
        `IFCCONVERSIONBASEDUNIT(#3,.LENGTHUNIT.,'FOOT',#4)`,
        'IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)',
        'IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0)',
        'IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.3048),#2)',
      ],
      0.3048,
    ],
    [
      'US survey feet whose measure has no type',
      [
        `IFCCONVERSIONBASEDUNIT(#3,.LENGTHUNIT.,'US SURVEY FOOT',#4)`,
        'IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)',
        'IFCDIMENSIONALEXPONENTS(1,0,0,0,0,0,0)',
        'IFCMEASUREWITHUNIT(0.304800609601219,#2)',
      ],
      0.304800609601219,
    ],
  ])('gives metres of a file in %s', async (_, units, metres) => {
    const ifc = anIfc({ units });
    const place = ifc.placement('$', [1000, 0, 0]);
    const box = ifc.product('IFCWALL', place, ifc.representation([ifc.box(40, 20, 30)]));
    const geometry = await read(ifc);
    expectBounds(geometry, box, [
      [980 * metres, -10 * metres, 0],
      [1020 * metres, 10 * metres, 30 * metres],
    ]);
  });

  it('keeps a shape once, whether one entity or equal ones describe it', async () => {
    const ifc = anIfc();
    const shared = ifc.representation([ifc.box(1, 1, 1)]);
    const products = [0, 10, 20].map((x) =>
      ifc.product('IFCCOLUMN', ifc.placement('$', [x, 0, 0]), shared),
    );
    const equal = ifc.representation([ifc.box(1, 1, 1)]);
    products.push(ifc.product('IFCMEMBER', ifc.placement('$', [30, 0, 0]), equal));
    const geometry = await read(ifc);
    expect(geometry.shapes.length).toBe(1);
    expect(geometry.placed.count).toBe(4);
    for (const [row, product] of products.entries()) {
      expectBounds(geometry, product, [
        [row * 10 - 0.5, -0.5, 0],
        [row * 10 + 0.5, 0.5, 1],
      ]);
    }
  });

  it('keeps millimetres of a model that lies in coordinates of the map', async () => {
    const ifc = anIfc();
    const place = ifc.placement('$', [255_270.436, 7_410_750.777, 19.391]);
    const box = ifc.product('IFCWALL', place, ifc.representation([ifc.box(0.1, 0.1, 0.1)]));
    const found = boundsOf(cornersOf(await read(ifc), numberOf(box)));
    expect(found[0][1]).toBeCloseTo(7_410_750.727, 6);
    expect(found[1][1]).toBeCloseTo(7_410_750.827, 6);
  });

  it('places what is placed in a chain of turned placements', async () => {
    const turn = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), vector(50), vector(1));
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (chain) => {
        const ifc = anIfc();
        let parent = '$';
        let expected: (point: Vector) => Vector = (point) => point;
        for (const [angle, location, near] of chain) {
          const axis = unit([near[0], near[1], near[2] + 2]);
          const along = perpendicular(axis, angle);
          parent = ifc.placement(parent, location, axis, along);
          const outer = expected;
          const across = cross(axis, along);
          expected = ([x, y, z]) =>
            outer(
              [0, 1, 2].map(
                (at) => location[at]! + x * along[at]! + y * across[at]! + z * axis[at]!,
              ) as unknown as Vector,
            );
        }
        const product = ifc.product('IFCWALL', parent, ifc.representation([ifc.box(4, 2, 3)]));
        const corners = [-2, 2].flatMap((x) =>
          [-1, 1].flatMap((y) => [0, 3].map((z) => expected([x, y, z]))),
        );
        expectBounds(await read(ifc), product, boundsOf(corners));
      }),
      { numRuns: 40 },
    );
  });

  it('places a mapped item by its operator, scaled and mirrored', async () => {
    const ifc = anIfc();
    const map = ifc.add(
      `IFCREPRESENTATIONMAP(${ifc.axes()},${ifc.representation([ifc.box(4, 2, 3)])})`,
    );
    const operator = ifc.add(
      `IFCCARTESIANTRANSFORMATIONOPERATOR3D(${ifc.direction(0, 1, 0)},${ifc.direction(1, 0, 0)},${ifc.point(10, 0, 0)},2.,$)`,
    );
    const item = ifc.add(`IFCMAPPEDITEM(${map},${operator})`);
    const product = ifc.product('IFCWALL', ifc.placement(), ifc.representation([item]));
    expectBounds(await read(ifc), product, [
      [8, -4, 0],
      [12, 4, 6],
    ]);
  });

  it('cuts openings out, of two products that share a shape each its own', async () => {
    const ifc = anIfc();
    const shared = ifc.representation([ifc.box(4, 1, 3)]);
    const walls = [0, 10].map((x) => {
      const place = ifc.placement('$', [x, 0, 0]);
      const wall = ifc.product('IFCWALL', place, shared);
      const hole = ifc.placement(place, [0, 0, 1]);
      const width = x === 0 ? 1 : 2;
      const cutter = ifc.representation([ifc.box(width, 2, 1)]);
      ifc.cut(wall, ifc.product('IFCOPENINGELEMENT', hole, cutter));
      return wall;
    });
    const whole = ifc.product('IFCWALL', ifc.placement('$', [20, 0, 0]), shared);
    const geometry = await read(ifc);
    expect(geometry.products).toBe(3);
    expect(volumeOf(geometry, numberOf(walls[0]!))).toBeCloseTo(11, 3);
    expect(volumeOf(geometry, numberOf(walls[1]!))).toBeCloseTo(10, 3);
    expect(volumeOf(geometry, numberOf(whole))).toBeCloseTo(12, 3);
  });

  it('takes the colour of a style, a material and of none', async () => {
    const ifc = anIfc();
    const style = (red: string, transparency: string) => {
      const colour = ifc.add(`IFCCOLOURRGB($,${red},0.5,0.)`);
      const shading = ifc.add(
        `IFCSURFACESTYLERENDERING(${colour},${transparency},$,$,$,$,$,$,.FLAT.)`,
      );
      return ifc.add(`IFCSURFACESTYLE($,.BOTH.,(${shading}))`);
    };
    const boxes = [ifc.box(1, 1, 1), ifc.box(1, 1, 1), ifc.box(1, 1, 1)];
    ifc.add(`IFCSTYLEDITEM(${boxes[0]},(${style('1.', '0.25')}),$)`);
    const products = boxes.map((box) =>
      ifc.product('IFCWALL', ifc.placement(), ifc.representation([box])),
    );
    const material = ifc.add(`IFCMATERIAL('Brick',$,$)`);
    const styled = ifc.add(`IFCSTYLEDITEM($,(${style('0.', '0.')}),$)`);
    const picture = ifc.add(`IFCSTYLEDREPRESENTATION(#5,$,$,(${styled}))`);
    ifc.add(`IFCMATERIALDEFINITIONREPRESENTATION($,$,(${picture}),${material})`);
    ifc.add(`IFCRELASSOCIATESMATERIAL('1',$,$,$,(${products[1]}),${material})`);
    const { placed, shapes } = await read(ifc);
    expect(shapes.length).toBe(1);
    expect([...placed.rgba]).toEqual([255, 128, 0, 191, 0, 128, 0, 255, 255, 255, 255, 255]);
  });

  it('gives a mesh to a product of a class that the engine does not know', async () => {
    const ifc = anIfc();
    const place = ifc.placement('$', [5, 0, 0]);
    const product = ifc.product('IFCFUTURETHING', place, ifc.representation([ifc.box(1, 1, 1)]));
    expectBounds(await read(ifc), product, [
      [4.5, -0.5, 0],
      [5.5, 0.5, 1],
    ]);
  });

  it('counts spaces but no openings', async () => {
    const ifc = anIfc();
    const box = ifc.representation([ifc.box(1, 1, 1)]);
    const space = ifc.product('IFCSPACE', ifc.placement(), box);
    ifc.product('IFCOPENINGELEMENT', ifc.placement(), box);
    const geometry = await read(ifc);
    expect(geometry.products).toBe(1);
    expect([...geometry.placed.product]).toEqual([numberOf(space)]);
  });

  it('leaves out the triangles of a terrain that are marked as holes', async () => {
    const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
    const points = ifc.add(
      'IFCCARTESIANPOINTLIST3D(((500000.,0.,1.),(500010.,0.,1.),(500010.,10.,2.),(500000.,10.,2.),(500099.,99.,9.)),$)',
    );
    const terrain = ifc.add(
      `IFCTRIANGULATEDIRREGULARNETWORK(${points},$,.F.,((1,2,3),(1,3,4),(3,4,5)),$,(0,3,-1))`,
    );
    const product = ifc.product(
      'IFCGEOGRAPHICELEMENT',
      ifc.placement(),
      ifc.representation([terrain], 'Body', 'Tessellation'),
    );
    const geometry = await read(ifc);
    expect(trianglesOf(geometry, 0)).toBe(2);
    expectBounds(geometry, product, [
      [500000, 0, 1],
      [500010, 10, 2],
    ]);
    expect(geometry.findings.map(({ en }) => en)).toEqual([
      '1 triangle of terrain is marked as a hole and not drawn.',
    ]);
  });

  it('hands out shapes as they come; together they are the whole', async () => {
    const ifc = anIfc();
    for (let row = 0; row < 100; row++) {
      const body = ifc.representation([ifc.box(1, 1, 1 + (row % 7))]);
      ifc.product('IFCWALL', ifc.placement('$', [row, 0, 0]), body);
    }
    const parts: GeometryPart[] = [];
    const tasks: number[] = [];
    const whole = await read(ifc, {
      onShapes: (part) => parts.push(part),
      onTask: (done, total) => tasks.push(done / total),
    });
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]?.placed.count).toBeLessThan(20);
    expect(parts.flatMap(({ shapes }) => shapes)).toEqual(whole.shapes);
    expect(parts.flatMap(({ placed }) => [...placed.matrix])).toEqual([...whole.placed.matrix]);
    expect(tasks.at(-1)).toBe(1);
  });

  it('stops when it is told to', async () => {
    const ifc = anIfc();
    for (let row = 0; row < 100; row++) {
      ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(1, 1, 1 + row)]));
    }
    const stop = new AbortController();
    const reading = read(ifc, { signal: stop.signal, onTask: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives the same for the same bytes', async () => {
    const ifc = anIfc();
    ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(1, 2, 3)]));
    expect(await read(ifc)).toEqual(await read(ifc));
  });

  it('draws an alignment that has its design parameters alone as a line, where it is placed', async () => {
    const ifc = anIfc({ schema: 'IFC4X3_ADD2' });
    const placement = ifc.placement(undefined, [1000, 2000, 0]);
    const alignment = ifc.add(`IFCALIGNMENT('a',$,'A',$,$,${placement},$,$)`);
    const bare = ifc.add(`IFCALIGNMENT('b',$,'B',$,$,${placement},$,$)`);
    const horizontal = ifc.add("IFCALIGNMENTHORIZONTAL('h',$,$,$,$,$,$)");
    const parameters = ifc.add(
      `IFCALIGNMENTHORIZONTALSEGMENT($,$,${ifc.point(0, 0)},0.,0.,0.,80.,$,.LINE.)`,
    );
    const segment = ifc.add(`IFCALIGNMENTSEGMENT('s',$,$,$,$,$,$,${parameters})`);
    ifc.add(`IFCRELNESTS('r',$,$,$,${alignment},(${horizontal}))`);
    ifc.add(`IFCRELNESTS('q',$,$,$,${horizontal},(${segment}))`);
    const geometry = await read(ifc);
    expect(geometry.products).toBe(1);
    expect(geometry.reasons.size).toBe(0);
    expect(geometry.shapes[0]).toMatchObject({ mode: 'lines' });
    expectBounds(geometry, alignment, [
      [1000, 2000, 0],
      [1080, 2000, 0],
    ]);
    expect([...geometry.placed.product]).not.toContain(numberOf(bare));
  });
});

describe('the reason of a product without a mesh', () => {
  const reasons: [string, (ifc: IfcText) => string, string][] = [
    ['text', (ifc) => textItem(ifc), 'text is not drawn'],
    ['a point', (ifc) => ifc.point(1, 2, 3), 'a point has no extent'],
    [
      'a curve without a length',
      (ifc) => {
        const point = ifc.point(1, 2, 3);
        return ifc.add(`IFCPOLYLINE((${point},${point}))`);
      },
      'its curve has no length',
    ],
    [
      'an unknown kind',
      (ifc) => ifc.add('IFCFUTURESOLID(1.)'),
      'its representation is of a kind that is not read: IFCFUTURESOLID',
    ],
    ['a reference into the void', () => '#4711', 'it refers to #4711, which the file lacks'],
    ['a solid of no width', (ifc) => ifc.box(0, 0, 1), 'its geometry is empty'],
    [
      'a shape larger than the earth',
      (ifc) => ifc.box(1e9, 1, 1),
      'its geometry is 1.0e+9 m large',
    ],
  ];
  it.each(reasons)('names %s', async (_, itemOf, reason) => {
    const ifc = anIfc();
    const product = ifc.product('IFCWALL', ifc.placement(), ifc.representation([itemOf(ifc)]));
    const geometry = await read(ifc);
    expect([...geometry.reasons]).toEqual([[numberOf(product), reason]]);
    expect(geometry.placed.count).toBe(0);
    expect(geometry.boundsM).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('names placements that run in a circle, and reads what stands beside them', async () => {
    const ifc = anIfc();
    const body = ifc.representation([ifc.box(1, 1, 1)]);
    const good = ifc.product('IFCWALL', ifc.placement(), body);
    const lost = ifc.product('IFCWALL', '#9001', body);
    const text = ifc
      .text()
      .replace(
        'ENDSEC;\nEND',
        '#9001=IFCLOCALPLACEMENT(#9002,$);\n#9002=IFCLOCALPLACEMENT(#9001,$);\nENDSEC;\nEND',
      );
    const geometry = await read({ ...ifc, bytes: () => new TextEncoder().encode(text) });
    expect([...geometry.placed.product]).toEqual([numberOf(good)]);
    expect(geometry.reasons.get(numberOf(lost))).toBe('it refers to itself: #9001 → #9002 → #9001');
    expect(engine.isBroken).toBe(false);
  });

  it.each([
    [1e308, 'its placement is not a number'],
    [1e200, 'it lies 2.0e+200 m from the origin'],
  ])('names a placement at %s', async (x, reason) => {
    const ifc = anIfc();
    const far = ifc.placement(ifc.placement('$', [x, 0, 0]), [x, 0, 0]);
    const product = ifc.product('IFCWALL', far, ifc.representation([ifc.box(1, 1, 1)]));
    expect((await read(ifc)).reasons.get(numberOf(product))).toBe(reason);
  });

  it('names a wall that its opening swallows', async () => {
    const ifc = anIfc();
    const wall = ifc.product('IFCWALL', ifc.placement(), ifc.representation([ifc.box(1, 1, 1)]));
    const hole = ifc.placement('$', [0, 0, -1]);
    ifc.cut(wall, ifc.product('IFCOPENINGELEMENT', hole, ifc.representation([ifc.box(4, 4, 4)])));
    expect([...(await read(ifc)).reasons.values()]).toEqual([
      'it is cut away wholly by its openings',
    ]);
  });
});

function textItem(ifc: IfcText): string {
  const place = ifc.add(`IFCAXIS2PLACEMENT2D(${ifc.point(0, 0)},$)`);
  return ifc.add(`IFCTEXTLITERAL('Hall',${place},.RIGHT.)`);
}

function vector(greatest: number) {
  const number = fc.double({ min: -greatest, max: greatest, noNaN: true });
  return fc.tuple(number, number, number);
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** At a right angle to an axis that is not the x axis. */
function perpendicular(axis: Vector, angle: number): Vector {
  const one = unit(cross(axis, [1, 0, 0]));
  const other = cross(axis, one);
  return [0, 1, 2].map(
    (at) => one[at]! * Math.cos(angle) + other[at]! * Math.sin(angle),
  ) as unknown as Vector;
}
