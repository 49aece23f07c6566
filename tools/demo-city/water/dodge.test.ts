import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPipeCrossings } from '../corridor-clearance.ts';
import { toMap } from '../site.ts';
import { groundAt } from './courses.ts';
import { dodge, type OwnPipe } from './dodge.ts';

const origin = toMap({ x: 1500, y: 2300 });
const groundM = groundAt(origin);
const at = (x: number, y: number, depthM: number) => ({
  x: origin.x + x,
  y: origin.y + y,
  z: groundM - depthM,
});
const own = (name: string, depthM = 1.3): OwnPipe => ({
  ...{ network: 'water', outerDiameterM: 0.2, ends: [`${name} a`, `${name} b`] },
  line: [at(-60, 0, depthM), at(-5, 0, depthM), at(60, 0, depthM)],
});
const other = (x: number, depthM: number, outerDiameterM = 0.3) => ({
  ...{ network: 'storm', outerDiameterM },
  line: [at(x - 20, -30, depthM), at(x + 20, 30, depthM)],
});

it('leaves a pipe as it is that meets nothing', () => {
  const pipe = own('p');
  expect(dodge([pipe], [other(0, 2.4)])).toEqual([pipe.line]);
});

it('goes over what lies deep enough and under what does not', () => {
  const [over] = dodge([own('p', 1.6)], [other(0, 1.9)]);
  expect(Math.max(...over!.map(({ z }) => z))).toBeGreaterThan(groundM - 1.5);
  const [under] = dodge([own('p')], [other(0, 1)]);
  expect(Math.min(...under!.map(({ z }) => z))).toBeLessThan(groundM - 1.4);
});

it('keeps its ends and 20 cm from whatever it crosses', () => {
  const crossings = fc.array(
    fc.record({
      // Far enough apart for a dip under each.
      slot: fc.integer({ min: -2, max: 2 }),
      depthM: fc.double({ min: 0.5, max: 3, noNaN: true }),
      outerDiameterM: fc.double({ min: 0.1, max: 0.8, noNaN: true }),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(crossings, (list) => {
      const slots = new Map(list.map((one) => [one.slot, one]));
      const others = [...slots.values()].map((one) =>
        other(one.slot * 20, one.depthM, one.outerDiameterM),
      );
      const pipe = own('p');
      const [line] = dodge([pipe], others);
      expect(line![0]).toEqual(pipe.line[0]);
      expect(line!.at(-1)).toEqual(pipe.line.at(-1));
      const found = findPipeCrossings([{ ...pipe, line: line! }, ...others]);
      expect(found).toHaveLength(others.length);
      for (const { clearanceM } of found) expect(clearanceM).toBeGreaterThanOrEqual(0.2);
    }),
  );
});

it('lets pipes touch that meet at a node', () => {
  const branch: OwnPipe = {
    ...{ network: 'waterTransmission', outerDiameterM: 0.4, ends: ['p b', 'q'] },
    line: [at(60, 0, 1.3), at(60, 40, 1.3)],
  };
  expect(dodge([own('p'), branch], [])).toEqual([own('p').line, branch.line]);
});
