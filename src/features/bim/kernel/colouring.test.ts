import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ramps, toHex } from '#model/colour-ramp.ts';
import { COLOURED, GHOST, SPACE, VISIBLE } from '../contract/paint.ts';
import type { LiveValue } from '../contract.ts';
import { aHouse, boxAt } from './a-house.ts';
import { aModel } from './a-model.ts';
import { type Colouring, colourModels } from './colouring.ts';
import { flagElements, writeRgba } from './element-flags.ts';
import { colourLive } from './live-colouring.ts';
import { randomProject } from './random-model.ts';

const house = aModel(aHouse());
const models = [house];
const labels = ({ legend }: Colouring) =>
  legend.kind === 'classes' ? legend.entries.map(({ label, count }) => `${label} ${count}`) : [];

describe('colours of elements', () => {
  it('by class count what is there to be seen, rooms left out', () => {
    const colouring = colourModels(models, { kind: 'class' })!;
    expect(labels(colouring)[0]).toBe('IfcWall 2');
    expect(labels(colouring).join()).not.toContain('IfcSpace');
  });

  it('are no more than a colour-blind eye can tell apart; the rest share a grey', () => {
    const wide = aModel({
      class: 'IfcProject',
      parts: Array.from({ length: 14 }, (_, at) => ({
        class: `IfcThing${at}`,
        box: boxAt(0, 0, 0, 1, 1, 1),
      })),
    });
    const { legend } = colourModels([wide], { kind: 'class' })!;
    if (legend.kind !== 'classes') throw new Error('expected classes');
    expect(legend.entries.map(({ rest }) => rest)).toEqual([
      ...Array.from({ length: 9 }, () => undefined),
      'others',
    ]);
    expect(legend.entries.at(-1)?.count).toBe(5);
    const colours = legend.entries.slice(0, 9).map(({ colour }) => colour);
    expect(colours).toEqual(ramps['tol-muted'].stops.map(toHex));
  });

  it('of a discipline are the same whichever of them a model has', () => {
    const colourOf = (label: string, colouring: Colouring) =>
      colouring.legend.kind === 'classes'
        ? colouring.legend.entries.find((entry) => entry.label === label)?.colour
        : undefined;
    const pipes = aModel({
      class: 'IfcProject',
      parts: [{ class: 'IfcPipeSegment', discipline: 'plumbing', box: boxAt(0, 0, 0, 1, 1, 1) }],
    });
    const by = { kind: 'discipline' } as const;
    const both = colourModels(models, by)!;
    expect(colourOf('Water and drainage', both)).toBeDefined();
    expect(colourOf('Water and drainage', both)).toBe(
      colourOf('Water and drainage', colourModels([pipes], by)!),
    );
  });

  it('by storey run along a ramp from below, each entry the key of its storey', () => {
    const colouring = colourModels(models, { kind: 'storey' })!;
    expect(labels(colouring)).toEqual(['Ground floor 5', 'First floor 2', '— 1']);
  });

  it('by a number sort it into classes of a scale with its unit, missing ones counted', () => {
    const walls = aModel(aHouse(), { units: { Width: 'm' } });
    const by = { kind: 'property', set: 'Pset_WallCommon', name: 'Width' } as const;
    const { legend, classes, colours } = colourModels([walls], by)!;
    expect(legend).toMatchObject({ kind: 'scale', unit: 'm', range: [0.1, 0.3], none: 6 });
    const of = (name: string) => colours[classes[0]![walls.row(name)]!];
    // The wall's own 0.1 outweighs the 0.5 of its type.
    expect(of('Inner wall')).not.toBe(of('South wall'));
    expect(of('Door A')).toBe(colours[0]);
  });

  it('leave every element in the class of its own value', () => {
    fc.assert(
      fc.property(randomProject, (project) => {
        const built = aModel(project);
        const by = { kind: 'property', set: 'Pset', name: 'Rating' } as const;
        const { classes, legend } = colourModels([built], by)!;
        const own = built.things.map(
          ({ sets, typeSets }) => sets?.Pset?.Rating ?? typeSets?.Pset?.Rating,
        );
        for (const [a, left] of own.entries()) {
          for (const [b, right] of own.entries()) {
            const isCounted = built.data.hasMesh(a) && built.data.hasMesh(b);
            const isRoom = built.data.isRoomVolume(a) || built.data.isRoomVolume(b);
            if (!isCounted || isRoom) continue;
            expect(classes[0]![a] === classes[0]![b]).toBe(left === right);
          }
        }
        const counted = own.filter(
          (_, row) => built.data.hasMesh(row) && !built.data.isRoomVolume(row),
        );
        const total =
          legend.kind === 'classes'
            ? legend.entries.reduce((sum, { count }) => sum + count, 0)
            : legend.none;
        expect(total).toBe(counted.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('live colours', () => {
  const value = (name: string, more: Partial<LiveValue> = {}): LiveValue => ({
    globalId: house.data.elements.globalId.at(house.row(name)),
    value: 20,
    timeMs: 1000,
    isSimulated: false,
    isStale: false,
    ...more,
  });
  const colour = (values: readonly LiveValue[], known?: Parameters<typeof colourLive>[3]) =>
    colourLive([house.data], values, 'airTemperature', known);
  const classOf = (colouring: ReturnType<typeof colour>, name: string) =>
    colouring.classes[0]![house.row(name)]!;

  it('stand on the room, or on the parts of what has no shape of its own', () => {
    const colouring = colour([value('1'), value('Stair', { value: 30 })]);
    const seen = house.things.flatMap(({ name }, row) => (colouring.live[0]![row] ? [name] : []));
    expect(seen).toEqual(['1', 'Stair', 'Flight', 'Railing']);
    expect(classOf(colouring, 'Flight')).toBeGreaterThan(classOf(colouring, '1'));
  });

  it('take of several sensors in a room the one that spoke last', () => {
    const colouring = colour([
      value('1', { value: 10, timeMs: 3000 }),
      value('1', { value: 30, timeMs: 2000 }),
      value('Door A', { value: 10 }),
    ]);
    expect(classOf(colouring, '1')).toBe(classOf(colouring, 'Door A'));
    expect(colouring.legend).toMatchObject({ liveMs: [1000, 3000], isSimulated: false });
  });

  it('keep their meaning while the values fill their scale, and have another for each property', () => {
    const first = colour([value('1', { value: 10 }), value('Door A', { value: 30 })]);
    const second = colour([value('1', { value: 12 }), value('Door A', { value: 28 })], first.scale);
    expect(second.scale).toBe(first.scale);
    const other = colourLive([house.data], [value('1', { value: 0.5 })], 'occupancy', first.scale);
    expect(other.scale.property).toBe('occupancy');
    expect(other.scale.high).toBe(0.5);
  });

  it('are fit to what is seen, whatever sensors elsewhere say', () => {
    const elsewhere = { ...value('1', { value: -20 }), globalId: '3zzzzzzzzzzzzzzzzzzzzz' };
    const { legend } = colour([
      value('1', { value: 20.2 }),
      value('Door A', { value: 21.7 }),
      elsewhere,
    ]);
    expect(legend).toMatchObject({ breaks: [20.5, 21, 21.5], range: [20.2, 21.7] });
    expect(legend.kind === 'scale' && legend.colours).toHaveLength(4);
  });

  it('leave out what has no number and what this model does not have', () => {
    const colouring = colour([
      value('1', { value: Number.NaN }),
      { ...value('1'), globalId: '3zzzzzzzzzzzzzzzzzzzzz' },
    ]);
    expect(colouring.live[0]!.some((one) => one === 1)).toBe(false);
    expect(colouring.legend).toMatchObject({ none: 1, liveMs: undefined });
  });
});

describe('what is seen of elements', () => {
  const nothing = new Uint8Array(house.data.count);
  const plain = {
    isolated: undefined,
    hidden: nothing,
    ghost: true,
    showSpaces: false,
    live: undefined,
  };

  it('is a room where rooms are shown, where it was isolated itself, or has a live value', () => {
    const room = house.row('1');
    const flagOf = (more: Partial<Parameters<typeof flagElements>[1]>) =>
      flagElements(house.data, { ...plain, ...more }).flags[room];
    expect(flagOf({})).toBe(SPACE);
    expect(flagOf({ showSpaces: true })).toBe(SPACE | VISIBLE);
    expect(flagOf({ isolated: nothing.with(room, 2) })).toBe(SPACE | VISIBLE);
    // As a part of its storey it stays what one looks through.
    expect(flagOf({ isolated: nothing.with(room, 1) })).toBe(SPACE);
    expect(flagOf({ live: nothing.with(room, 1) })).toBe(SPACE | VISIBLE);
    expect(flagOf({ showSpaces: true, hidden: nothing.with(room, 1) })).toBe(SPACE);
  });

  it('follows what is hidden before what is isolated, and counts what is neither hidden nor a ghost', () => {
    fc.assert(
      fc.property(
        randomProject,
        fc.infiniteStream(fc.boolean()),
        fc.boolean(),
        (project, coins, ghost) => {
          const { data } = aModel(project);
          const flip = () =>
            Uint8Array.from({ length: data.count }, () => Number(coins.next().value));
          const [hidden, isolated] = [flip(), flip()];
          const { flags, shown } = flagElements(data, { ...plain, hidden, isolated, ghost });
          let seen = 0;
          for (let row = 0; row < data.count; row++) {
            const isThing = data.hasMesh(row) && !data.isRoomVolume(row);
            const isSolid = isThing && !hidden[row] && isolated[row] === 1;
            const isGhost = isThing && !hidden[row] && isolated[row] === 0 && ghost;
            if (isSolid) seen++;
            const expected = isSolid ? VISIBLE : isGhost ? VISIBLE | GHOST : 0;
            expect(flags[row]! & (VISIBLE | GHOST)).toBe(expected);
          }
          expect(shown).toBe(seen);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is written with its colour at its index, without one where there is none', () => {
    const rgba = new Uint8Array(12);
    writeRgba(rgba, 1, Uint8Array.of(VISIBLE, 0), [1, 0], [undefined, 0x102030]);
    expect([...rgba]).toEqual([0, 0, 0, 0, 0x10, 0x20, 0x30, VISIBLE | COLOURED, 0, 0, 0, 0]);
  });
});
