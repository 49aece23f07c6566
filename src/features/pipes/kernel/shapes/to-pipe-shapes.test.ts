import { assert, constant, double, integer, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PipeNetwork } from '#model/pipe-network.ts';
import { toEcef } from '#model/position.ts';
import { fromDegrees, metres } from '#model/units.ts';
import {
  ASPECT_PARTS,
  PIECE_FLOATS,
  type PipeShapes,
  pieceField,
  pieceStyle,
  STYLE_ASPECT,
  STYLE_SURFACE,
  surfaces,
  THING_FLOATS,
  thingField,
  thingKinds,
  thingRanks,
} from '../../contract/shapes.ts';
import { placeNetworks } from '../index-space.ts';
import { aNetwork, placeAt } from './a-network.ts';
import { unpackId } from './pack-ids.ts';
import { buffersOf, toPipeShapes } from './to-pipe-shapes.ts';

const shape = (...networks: PipeNetwork[]) => toPipeShapes(placeNetworks(networks), 1);

interface Piece {
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly radius: number;
  readonly index: number;
  readonly along: number;
  readonly style: number;
}

/** In the order of the tiles, Earth-centred. */
const piecesOf = ({ tiles }: PipeShapes): Piece[] =>
  tiles.flatMap(({ centreM, pieces, pieceCount }) =>
    Array.from({ length: pieceCount }, (_, row) => {
      const at = (field: number) => pieces[row * PIECE_FLOATS + field] ?? Number.NaN;
      const place = (field: number) => centreM.map((centre, axis) => centre + at(field + axis));
      return {
        start: place(pieceField.start),
        end: place(pieceField.end),
        radius: at(pieceField.radius),
        index: at(pieceField.index),
        along: at(pieceField.along),
        style: at(pieceField.style),
      };
    }),
  );

const thingsOf = ({ tiles }: PipeShapes) =>
  tiles.flatMap(({ things, thingCount }) =>
    Array.from({ length: thingCount }, (_, row) => {
      const at = (field: number) => things[row * THING_FLOATS + field] ?? Number.NaN;
      return {
        kind: thingKinds[at(thingField.kind)],
        index: at(thingField.index),
        shaft: at(thingField.shaft),
        heading: at(thingField.heading),
        size: at(thingField.size),
      };
    }),
  );

const ecefOf = ([longitude, latitude, height]: readonly [number, number, number]) => {
  const { x, y, z } = toEcef({
    longitude: fromDegrees(longitude),
    latitude: fromDegrees(latitude),
    height: metres(height),
  });
  return [x, y, z];
};

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, axis) => value - (b[axis] ?? Number.NaN)));

const aPipe = (from: [number, number], to: [number, number], more = {}) =>
  aNetwork()
    .node('A', placeAt(...from))
    .node('B', placeAt(...to))
    .pipe('P', 'A', 'B', more)
    .build();

describe('shapes of networks', () => {
  it('hold both ends of a pipe to a millimetre', () => {
    const [piece] = piecesOf(shape(aPipe([1234.567, -987.654], [1300.001, -950])));
    expect(distance(piece?.start ?? [], ecefOf(placeAt(1234.567, -987.654)))).toBeLessThan(1e-3);
    expect(distance(piece?.end ?? [], ecefOf(placeAt(1300.001, -950)))).toBeLessThan(1e-3);
    expect(piece?.radius).toBeCloseTo(0.16, 6);
  });

  it('keep every piece in its tile, whole and in order along its pipe', () => {
    const metre = double({ min: -4000, max: 4000, noNaN: true });
    const place = tuple(metre, metre);
    assert(
      property(place, place, (from, to) => {
        const shapes = shape(aPipe(from, to));
        const pieces = piecesOf(shapes).sort((a, b) => a.along - b.along);
        const total = distance(ecefOf(placeAt(...from)), ecefOf(placeAt(...to)));
        let along = 0;
        for (const piece of pieces) {
          expect(piece.along).toBeCloseTo(along, 2);
          along += distance(piece.start, piece.end);
          expect(distance(piece.start, piece.end)).toBeLessThanOrEqual(250.001);
        }
        expect(along).toBeCloseTo(total, 2);
        for (const { centreM, radiusM, pieces: rows, pieceCount } of shapes.tiles) {
          expect(Math.hypot(...centreM)).toBeGreaterThan(6e6);
          expect(radiusM).toBeLessThan(700);
          for (let row = 0; row < pieceCount; row++) {
            for (const field of [pieceField.start, pieceField.end]) {
              const at = row * PIECE_FLOATS + field;
              expect(Math.hypot(...rows.subarray(at, at + 3))).toBeLessThanOrEqual(radiusM + 1e-3);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave out points of an axis that lie within a centimetre of it, and no others', () => {
    const line = [
      placeAt(0, 0),
      placeAt(10, 0.005),
      placeAt(20, 0),
      placeAt(30, 0.5),
      placeAt(40, 0),
    ];
    const network = aNetwork()
      .node('A', placeAt(0, 0))
      .node('B', placeAt(40, 0))
      .pipe('P', 'A', 'B', { line: line.flat() })
      .build();
    const ends = piecesOf(shape(network)).map(({ end }) => end);
    expect(ends).toHaveLength(3);
    expect(ends.some((end) => distance(end, ecefOf(placeAt(30, 0.5))) < 1e-3)).toBe(true);
  });

  it('count indices through networks: links, nodes, valves of one, then those of the next', () => {
    const water = aNetwork('water')
      .node('A', placeAt(0, 0))
      .node('B', placeAt(50, 0))
      .pipe('P', 'A', 'B')
      .valve('V', 'P', 'B')
      .build();
    const gas = aNetwork('gas', 'gas')
      .node('G', placeAt(0, 9))
      .node('H', placeAt(50, 9))
      .pipe('Ω/1', 'G', 'H')
      .build();
    const shapes = shape(water, gas);
    expect(shapes.count).toBe(7);
    expect(new Set(piecesOf(shapes).map(({ index }) => index))).toEqual(new Set([0, 4]));
    expect(Array.from({ length: 8 }, (_, index) => unpackId(shapes.ids, index))).toEqual([
      ...['P', 'A', 'B', 'V', 'Ω/1', 'G', 'H', ''],
    ]);
    expect(thingsOf(shapes).find(({ kind }) => kind === 'valve')?.index).toBe(3);
    expect(shapes.networks.map(({ utility, base }) => [utility, base])).toEqual([
      ['water', 0],
      ['gas', 4],
    ]);
  });

  it('say of a piece what it is: box, service line, guessed depth, material', () => {
    const box = { shape: 'box', innerM: 1, widthM: 2.5, wallM: 0, heightSource: 'invert' } as const;
    const [piece] = piecesOf(
      shape(aPipe([0, 0], [9, 0], { ...box, material: 'reinforced concrete' })),
    );
    const style = piece?.style ?? 0;
    expect(style & 15).toBe(pieceStyle.box);
    expect(surfaces[Math.floor(style / STYLE_SURFACE) % 16]).toBe('concrete');
    expect(Math.floor(style / STYLE_ASPECT) / ASPECT_PARTS).toBe(2.5);
    expect(piece?.radius).toBeCloseTo(0.5, 6);

    const service = { role: 'service', heightSource: 'cover' } as const;
    const [line] = piecesOf(shape(aPipe([0, 0], [9, 0], service)));
    expect((line?.style ?? 0) & 15).toBe(pieceStyle.service | pieceStyle.uncertain);
  });

  it('bring mains before services and the lowest first', () => {
    const network = aNetwork()
      .node('A', placeAt(0, 0, -1))
      .node('B', placeAt(20, 0, -1))
      .node('C', placeAt(0, 5, -4))
      .node('D', placeAt(20, 5, -4))
      .pipe('service', 'C', 'D', { role: 'service' })
      .pipe('high', 'A', 'B')
      .pipe('low', 'C', 'D')
      .build();
    expect(piecesOf(shape(network)).map(({ index }) => index)).toEqual([2, 1, 0]);
  });

  it('put things where they stand, in the pipe’s direction, with a shaft up to the ground', () => {
    const network = aNetwork('sanitary', 'sanitary')
      .node('M', placeAt(0, 0, -3), { kind: 'manhole', groundLevelM: 10, invertLevelM: 7 })
      .node('J', placeAt(0, 40, -3))
      .pipe('P', 'M', 'J', { coverM: 2.5 })
      .valve('V', 'P', 'J')
      .build();
    const things = thingsOf(shape(network));
    const manhole = things.find(({ kind }) => kind === 'manhole');
    const valve = things.find(({ kind }) => kind === 'valve');
    expect(manhole).toMatchObject({ index: 1, shaft: 3, size: 1 });
    expect(valve?.shaft).toBeCloseTo(2.66, 5);
    expect(Math.abs(Math.sin(valve?.heading ?? 0))).toBeCloseTo(1, 5);
    const ranks = things.map(({ kind }) => (kind ? thingRanks[kind] : Number.NaN));
    expect(ranks).toEqual([...ranks].sort());
  });

  it('draw a device as a thing that has the index of its link', () => {
    const network = aNetwork()
      .node('A', placeAt(0, 0))
      .node('B', placeAt(0.1, 0))
      .pipe('pump', 'A', 'B', { kind: 'pump' })
      .build();
    const shapes = shape(network);
    expect(piecesOf(shapes)).toEqual([]);
    expect(thingsOf(shapes).find(({ kind }) => kind === 'pump')?.index).toBe(0);
  });

  it('leave out what has no place and never give a number that is none', () => {
    const strange = oneof(constant(Number.NaN), double({ min: -50, max: 50, noNaN: true }));
    assert(
      property(tuple(strange, strange, strange), integer({ min: 0, max: 3 }), ([x, y, z], sort) => {
        const network = aNetwork()
          .node('A', [4.5 + x / 1e5, 52 + y / 1e5, z], { kind: sort % 2 ? 'hydrant' : 'junction' })
          .node('B', placeAt(30, 0))
          .pipe('P', 'A', 'B', { innerM: sort > 1 ? Number.NaN : 0.2, wallM: Number.NaN })
          .valve('V', 'P', 'A')
          .build();
        for (const { pieces, things, radiusM } of shape(network).tiles) {
          expect([...pieces, ...things, radiusM].every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  it('are empty where there is nothing', () => {
    expect(shape()).toMatchObject({ count: 0, tiles: [], networks: [] });
    expect(buffersOf(shape())).toHaveLength(2);
  });
});
