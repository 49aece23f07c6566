import { describe, expect, it } from 'vitest';
import { collectFacilities } from './facilities-all.ts';
import { digUnderground } from './facilities-underground.ts';
import { writeRegister } from './facilities-write.ts';
import { groundLevel } from './landscape.ts';
import { distance } from './plane.ts';
import { site, toPlan } from './site.ts';
import { createStreetGraph } from './street-graph.ts';
import { findAccesses } from './street-graph-access.ts';
import { foundTown } from './town.ts';

const seed = 'test';
const town = foundTown({ seed });
const graph = createStreetGraph(town.layout, seed);
const { facilities, collections } = collectFacilities(town, graph, seed);
const collection = (id: string) => collections.find((one) => one.id === id)!;

describe('the facilities', { timeout: 60_000 }, () => {
  it('stand in houses of the register, with a capacity that says what it counts', () => {
    const houses = new Set(town.buildings.map(({ id }) => id));
    expect(facilities.filter(({ building }) => !houses.has(building))).toEqual([]);
    expect(facilities.filter(({ capacity }) => !(capacity > 0))).toEqual([]);
    expect(new Set(facilities.map(({ id }) => id)).size).toBe(facilities.length);
  });

  it('are of every kind that an emergency asks for', () => {
    const count = (kind: string) => facilities.filter((one) => one.kind === kind).length;
    expect(count('hospital')).toBe(2);
    expect(count('fireStation')).toBe(4);
    expect(count('school')).toBeGreaterThanOrEqual(6);
    for (const kind of ['police', 'shelter', 'careHome', 'coldStore', 'heritage', 'kindergarten'])
      expect(count(kind), kind).toBeGreaterThan(4);
    expect(count('heatPlant')).toBe(1);
    expect(count('wastewaterPlant')).toBe(1);
  });

  it('do not crowd: care homes lie as far apart as the rule says', () => {
    const homes = facilities.filter(({ kind }) => kind === 'careHome');
    for (const [index, a] of homes.entries()) {
      for (const b of homes.slice(index + 1))
        expect(distance(a.at, b.at)).toBeGreaterThanOrEqual(330);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    const again = collectFacilities(town, graph, seed);
    expect(JSON.stringify(again.collections)).toBe(JSON.stringify(collections));
    const other = collectFacilities(town, graph, 'other');
    expect(JSON.stringify(other.collections)).not.toBe(JSON.stringify(collections));
  });

  it('come as collections with unique ids, in the town’s own CRS with its heights', () => {
    expect(new Set(collections.map(({ id }) => id)).size).toBe(collections.length);
    for (const { id, features, crs } of collections) {
      expect(crs.properties.name).toBe(`${site.crs}+${site.verticalCrs.slice(5)}`);
      expect(features.length, id).toBeGreaterThan(0);
      expect(new Set(features.map((feature) => feature.id)).size, id).toBe(features.length);
    }
    expect(collection('levees').features.length).toBeGreaterThan(10);
    expect(collection('river-stations').features.length).toBeGreaterThan(30);
  });
});

describe('the underground', () => {
  const line = digUnderground();

  it('runs deep below the ground and below the river’s bed', () => {
    for (const point of line.line) {
      expect(groundLevel(toPlan(point)) - point.z).toBeGreaterThan(6.2);
    }
  });

  it('stops at platforms on its track, entered from the street', () => {
    expect(line.stations.length).toBeGreaterThanOrEqual(3);
    for (const { at, platformM, entrances } of line.stations) {
      const near = Math.min(...line.line.map((point) => distance(point, at)));
      expect(near).toBeLessThan(15);
      expect(entrances.length).toBeGreaterThanOrEqual(4);
      for (const entrance of entrances) {
        const ground = groundLevel(toPlan(entrance.at));
        expect(entrance.sillM).toBeGreaterThan(ground);
        expect(entrance.sillM - ground).toBeLessThan(0.3);
        expect(entrance.sillM).toBeGreaterThan(platformM + 8);
      }
    }
  });
});

describe('the register of buildings', { timeout: 60_000 }, () => {
  const accesses = findAccesses(graph, town.buildings);
  const first = town.buildings[0]!;
  const text = writeRegister(town.buildings, accesses, facilities, {
    power: new Map([[first.id, 'TS-0001']]),
  });
  const rows = text.trimEnd().split('\r\n');

  it('has a row for each building under a head, as many cells in each', () => {
    expect(rows).toHaveLength(town.buildings.length + 1);
    const cells = rows[0]!.split(',').length;
    const plain = rows.filter((row) => !row.includes('"'));
    expect(plain.every((row) => row.split(',').length === cells)).toBe(true);
    expect(plain.length).toBeGreaterThan(rows.length * 0.9);
  });

  it('says what supplies a building, and nothing where nothing is known', () => {
    const at = rows[0]!.split(',').indexOf('power_node');
    expect(rows[1]!.split(',')[at]).toBe('TS-0001');
    expect(rows[2]!.split(',')[at]).toBe('');
  });

  it('quotes a cell with a comma or a quotation mark', () => {
    const odd = { ...first, attributes: { ...first.attributes, address: 'Am "Markt", 1' } };
    const [, row] = writeRegister([odd], accesses, [], {}).split('\r\n');
    expect(row).toContain('"Am ""Markt"", 1"');
  });
});
