import { describe, expect, it } from 'vitest';
import { groundCorners, modelGrounds, placeModels } from './building-models.ts';
import { groundLevel } from './landscape.ts';
import { area, distance, type Point } from './plane.ts';
import { site, toMap, toPlan } from './site.ts';
import type { Surface } from './solids.ts';
import { toPieces } from './streets.ts';
import { foundTown } from './town.ts';
import { toCityJson } from './write-city.ts';

const town = foundTown({ seed: 'test' });

const key = ({ x, y, z }: { x: number; y: number; z: number }) =>
  [x, y, z].map((value) => Math.round(value * 1000)).join();

/** Edges that aren't walked once in each direction. */
function openEdges(surfaces: readonly Surface[]): string[] {
  const walked = new Map<string, number>();
  for (const { ring } of surfaces) {
    for (const [index, corner] of ring.entries()) {
      const next = ring[(index + 1) % ring.length]!;
      const [a, b] = [key(corner), key(next)];
      if (a === b) continue;
      const edge = a < b ? `${a}|${b}` : `${b}|${a}`;
      walked.set(edge, (walked.get(edge) ?? 0) + (a < b ? 1 : -1));
    }
  }
  return [...walked].filter(([, balance]) => balance !== 0).map(([edge]) => edge);
}

const footprintOf = (surfaces: readonly Surface[]) =>
  surfaces.flatMap(({ kind, ring }) => (kind === 'GroundSurface' ? ring : []));

describe('the invented town', { timeout: 60_000 }, () => {
  it('is the same, byte for byte, for the same seed, and another one for another seed', () => {
    const bytes = (seed: string) => JSON.stringify(toCityJson(foundTown({ seed }), seed));
    expect(bytes('test')).toBe(JSON.stringify(toCityJson(town, 'test')));
    expect(bytes('other')).not.toBe(bytes('test'));
  });

  it('has a few thousand buildings with an id and an address of their own', () => {
    expect(town.buildings.length).toBeGreaterThan(15_000);
    expect(new Set(town.buildings.map(({ id }) => id)).size).toBe(town.buildings.length);
    const addresses = town.buildings.map(({ attributes }) => attributes.address);
    const onStreets = addresses.filter((address) => /\d$/.test(String(address)));
    expect(new Set(onStreets).size).toBe(onStreets.length);
    expect(onStreets.length).toBeGreaterThan(town.buildings.length * 0.95);
  });

  it('builds closed bodies whose faces look outwards', () => {
    for (const { id, surfaces } of town.buildings) {
      expect(openEdges(surfaces), id).toEqual([]);
      const roofs = surfaces.filter(({ kind }) => kind === 'RoofSurface');
      expect(roofs.length, id).toBeGreaterThan(0);
      for (const { ring } of roofs) expect(area(ring), id).toBeGreaterThan(0);
    }
  });

  it('builds nothing in the river, the dock or the sea', () => {
    for (const { id, surfaces } of town.buildings) {
      const lowest = Math.min(
        ...footprintOf(surfaces).map((corner) => groundLevel(toPlan(corner))),
      );
      expect(lowest, id).toBeGreaterThan(0.8);
    }
  });

  it('stands every building on the ground', () => {
    for (const { id, surfaces } of town.buildings) {
      const foot = Math.min(...surfaces.flatMap(({ ring }) => ring.map(({ z }) => z)));
      const ground = Math.min(
        ...footprintOf(surfaces).map((corner) => groundLevel(toPlan(corner))),
      );
      expect(foot, id).toBeLessThan(ground + 0.3);
      expect(foot, id).toBeGreaterThan(ground - 2.5);
    }
  });

  it('joins all streets into one network', () => {
    const neighbours = new Map<string, string[]>();
    const name = ({ x, y }: Point) => `${Math.round(x * 10)},${Math.round(y * 10)}`;
    for (const street of town.layout.streets) {
      const pieces = toPieces(street).map(name);
      for (const [index, next] of pieces.slice(1).entries()) {
        const here = pieces[index]!;
        neighbours.set(here, [...(neighbours.get(here) ?? []), next]);
        neighbours.set(next, [...(neighbours.get(next) ?? []), here]);
      }
    }
    const [start] = neighbours.keys();
    const reached = new Set([start!]);
    for (const here of reached) for (const next of neighbours.get(here) ?? []) reached.add(next);
    expect([...neighbours.keys()].filter((node) => !reached.has(node))).toEqual([]);
  });

  it('builds a few districts alone when told to', () => {
    const part = foundTown({ seed: 'test', only: ['Altstadt'] });
    expect(new Set(part.buildings.map(({ attributes }) => attributes.district))).toEqual(
      new Set(['Altstadt']),
    );
    expect(part.layout.streets).toHaveLength(town.layout.streets.length);
  });

  it('keeps a plot for each building that has a model, free of trees and of other houses', () => {
    const plots = placeModels(town);
    expect(plots.map(({ id }) => id)).toEqual(['fire-station', 'hospital-wing', 'pumping-station']);
    const inside = (point: Point, corners: readonly Point[]) =>
      corners.every((corner, index) => {
        const next = corners[(index + 1) % corners.length]!;
        return (
          (next.x - corner.x) * (point.y - corner.y) > (next.y - corner.y) * (point.x - corner.x)
        );
      });
    for (const plot of plots) {
      const ground = groundCorners(plot, modelGrounds[plot.id]);
      const strangers = town.buildings.filter(({ id }) => !plot.replaces.includes(id));
      const inTheWay = strangers.filter(({ surfaces }) =>
        footprintOf(surfaces).some((corner) => inside(corner, ground)),
      );
      expect(
        inTheWay.map(({ id }) => id),
        plot.id,
      ).toEqual([]);
      expect(
        town.trees.filter(({ at }) => inside(toMap(at), ground)),
        plot.id,
      ).toEqual([]);
      for (const corner of ground) {
        const rise = plot.heightM - groundLevel(toPlan(corner));
        expect(rise, plot.id).toBeGreaterThan(0.05);
        expect(rise, plot.id).toBeLessThan(1);
      }
    }
    expect(placeModels(foundTown({ seed: 'test', only: ['Altstadt'] }))).toEqual([]);
  });

  it('plants no tree in a house or in the water', () => {
    for (const { at } of town.trees) expect(groundLevel(at)).toBeGreaterThan(0);
    expect(town.trees.length).toBeGreaterThan(10_000);
  });
});

it('bends the plan into the map and back to a millimetre', () => {
  for (const plan of [
    { x: 0, y: 0 },
    { x: site.width, y: site.height },
    { x: 1234, y: 567 },
  ]) {
    expect(distance(toPlan(toMap(plan)), plan)).toBeLessThan(0.001);
  }
});
