import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportedNetwork } from '../imported-network.ts';
import { readIfcSystems } from './read-ifc-systems.ts';
import { type APort, SystemText } from './testing/a-system.ts';

const read = (bytes: Uint8Array, schema = 'IFC4', lengthUnitM = 1) =>
  readIfcSystems(
    { bytes, schema, lengthUnitM, file: 'model.ifc' },
    { id: 'house', name: 'House', joinM: 0.1 },
  );

const only = (networks: readonly ImportedNetwork[]): ImportedNetwork => {
  expect(networks).toHaveLength(1);
  return networks[0]!;
};

/** Parts that hang together. */
function partsOf({ nodes, pipes, devices }: ImportedNetwork): number {
  const links = [...pipes, ...devices];
  const seen = new Set<string>();
  let parts = 0;
  for (const { id } of nodes) {
    if (seen.has(id)) continue;
    parts++;
    const queue = [id];
    for (const at of queue) {
      if (seen.has(at)) continue;
      seen.add(at);
      for (const { from, to } of links) {
        if (from === at) queue.push(to);
        if (to === at) queue.push(from);
      }
    }
  }
  return parts;
}

/** From outside through a valve to a tee with two taps. */
function aHouse(withPlaces: boolean, purpose = 'DOMESTICCOLDWATER') {
  const text = new SystemText();
  const at = (x: number, y = 0): readonly [number, number, number] | undefined =>
    withPlaces ? [x, y, 1] : undefined;
  const supply = text.pipe('Supply', [0, 0, 1], [2, 0, 1]);
  const valve = text.element('IFCVALVE', 'Stop valve', [2.1, 0, 1], 'ISOLATING');
  const riser = text.pipe('Riser', [2.2, 0, 1], [4, 0, 1]);
  const tee = text.element('IFCPIPEFITTING', 'Tee', [0, 0, 0], 'JUNCTION');
  const branch = text.pipe('Branch', [4.2, 0, 1], [6, 0, 1], 0.02, 0.002);
  const basin = text.element('IFCSANITARYTERMINAL', 'Basin', [6, 0, 1], 'WASHHANDBASIN');
  const shower = text.element('IFCSANITARYTERMINAL', 'Shower', [4.1, 0.1, 1], 'SHOWER');
  const ports: Record<string, APort> = {
    open: text.port(supply, 'SINK', at(0)),
    supplyOut: text.port(supply, 'SOURCE', at(2)),
    valveIn: text.port(valve, 'SINK', [2, 0, 1]),
    valveOut: text.port(valve, 'SOURCE', [2.2, 0, 1]),
    riserIn: text.port(riser, 'SINK', at(2.2)),
    riserOut: text.port(riser, 'SOURCE', at(4)),
    teeIn: text.port(tee, 'SINK', at(4)),
    teeOn: text.port(tee, 'SOURCE', at(4.2)),
    teeUp: text.port(tee, 'SOURCE', at(4.1, 0.1)),
    branchIn: text.port(branch, 'SINK', at(4.2)),
    branchOut: text.port(branch, 'SOURCE', at(6)),
    basin: text.port(basin, 'SINK', [6, 0, 1]),
    shower: text.port(shower, 'SINK', [4.1, 0.1, 1]),
  };
  const join = (one: string, other: string) => text.join(ports[one]!, ports[other]!);
  join('supplyOut', 'valveIn');
  join('valveOut', 'riserIn');
  join('riserOut', 'teeIn');
  join('teeOn', 'branchIn');
  join('branchOut', 'basin');
  join('teeUp', 'shower');
  const members = [supply, valve, riser, tee, branch, basin, shower];
  text.system('CW', purpose, members, 'Cold water');
  return { text, members, valve, supply, branch };
}

describe('the distribution systems of an IFC file', () => {
  it.each([
    ['with placed ports', true],
    ['with ports that only their joints tell the place of', false],
  ])('become networks that are joined where their ports are, %s', (_, withPlaces) => {
    const { networks, notes } = read(aHouse(withPlaces).text.bytes());
    const network = only(networks);
    expect(notes).toEqual([]);
    expect(network).toMatchObject({
      id: 'water-house-cw',
      name: 'House: Cold water',
      utility: 'water',
      source: { file: 'model.ifc', format: 'ifc' },
    });
    expect(partsOf(network)).toBe(1);
    const ends = Object.fromEntries(network.pipes.map(({ id, from, to }) => [id, [from, to]]));
    expect(Object.keys(ends).sort()).toEqual(['Branch', 'Riser', 'Stop valve', 'Supply']);
    expect(ends.Riser?.[0]).toBe(ends['Stop valve']?.[1]);
    expect(ends.Supply?.[1]).toBe(ends['Stop valve']?.[0]);
    expect(ends.Branch?.[1]).toBe('Basin');
    // The shower hangs on the tee itself: the two are one node, called after what people know.
    expect(ends.Branch?.[0]).toBe('Shower');
    expect(network.valves).toMatchObject([
      { id: 'Stop valve', link: 'Stop valve', isClosed: false },
    ]);
    expect(network.nodes.find(({ kind }) => kind === 'station')?.point).toEqual([0, 0, 1]);
  });

  it('go the way that their ports flow, along the pieces and as far as the nodes', () => {
    const network = only(read(aHouse(false).text.bytes()).networks);
    const riser = network.pipes.find(({ id }) => id === 'Riser');
    expect(riser?.line[0]?.[0]).toBeCloseTo(2.2, 9);
    expect(riser?.line[1]?.[0]).toBeCloseTo(4, 9);
    expect(riser?.lengthM).toBeCloseTo(1.8, 9);
    expect(riser).toMatchObject({ shape: 'circle', status: 'inService', zSource: 'surveyed' });
    expect(riser?.innerM).toBeCloseTo(0.09, 9);
    expect(riser?.wallM).toBeCloseTo(0.005, 9);
  });

  it('take sizes from properties before shapes, in whatever unit the file has', () => {
    const { text, supply } = aHouse(true);
    text.property(supply, 'InnerDiameter', 'IFCPOSITIVELENGTHMEASURE(0.08)');
    const network = only(read(text.bytes(), 'IFC4', 0.001).networks);
    const found = network.pipes.find(({ id }) => id === 'Supply');
    expect(found?.innerM).toBeCloseTo(0.08e-3, 9);
    expect(found?.line[1]?.[0]).toBeCloseTo(2e-3, 9);
  });

  it('say that a valve is closed where it is, and that it sits on its own piece of pipe', () => {
    const { text, valve } = aHouse(true);
    text.property(valve, 'IsNormallyOpen', 'IFCBOOLEAN(.F.)');
    const network = only(read(text.bytes()).networks);
    expect(network.valves).toMatchObject([{ isClosed: true }]);
    const body = network.pipes.find(({ id }) => id === 'Stop valve');
    expect([body?.from, body?.to]).toContain(network.valves[0]?.node);
    expect(body?.innerM).toBeCloseTo(0.09, 9);
  });

  it.each([
    ['DOMESTICHOTWATER', 'water'],
    ['FIREPROTECTION', 'water'],
    ['STORMWATER', 'storm'],
    ['SEWAGE', 'sanitary'],
    ['DRAINAGE', 'combined'],
    ['GAS', 'gas'],
    ['HEATING', 'heatSupply'],
    ['ELECTRICAL', 'power'],
    ['DATA', 'telecom'],
  ])('of %s carry %s', (purpose, utility) => {
    expect(only(read(aHouse(true, purpose).text.bytes()).networks).utility).toBe(utility);
  });

  it('of air become none, and that is said', () => {
    const { networks, notes } = read(aHouse(true, 'VENTILATION').text.bytes());
    expect(networks).toEqual([]);
    expect(notes.map(({ en }) => en)).toEqual([
      'System CW (Cold water) carries what networks here do not know (VENTILATION): it becomes no network.',
    ]);
  });

  it('that name no purpose go by their name, heating returns told from supplies', () => {
    const text = new SystemText();
    const pipe = text.pipe('R', [0, 0, 0], [1, 0, 0]);
    text.system('Heizung Rücklauf', 'NOTDEFINED', [pipe]);
    const network = only(read(text.bytes()).networks);
    expect(network.utility).toBe('heatReturn');
    expect(network.assumptions.map(({ code }) => code)).toContain('ifc-by-name');
  });

  it('without ports are joined where their ends meet, storeys kept apart', () => {
    const text = new SystemText({ schema: 'IFC2X3' });
    const pipes = [
      text.pipe('A', [0, 0, 0], [1, 0, 0]),
      text.pipe('B', [1.02, 0, 0], [2, 0, 0]),
      text.pipe('Above', [1.02, 0, 3], [2, 0, 3]),
    ];
    const system = text.ifc.add(`IFCSYSTEM(${text.id()},$,'Cold water',$,$)`);
    text.group(system, pipes);
    const network = only(read(text.bytes(), 'IFC2X3').networks);
    expect(partsOf(network)).toBe(2);
    expect(network.assumptions.find(({ code }) => code === 'ifc-met')?.count).toBe(1);
  });

  it('keep a check valve one-way, and a pump as a device from its intake', () => {
    const text = new SystemText();
    const pump = text.element('IFCPUMP', 'Pump', [1, 0, 0], 'CIRCULATOR');
    const check = text.element('IFCVALVE', 'Flap', [3.5, 0, 0], 'CHECK');
    const pipes = [
      text.pipe('In', [0, 0, 0], [0.5, 0, 0]),
      text.pipe('Between', [1.5, 0, 0], [3, 0, 0]),
      text.pipe('Out', [4, 0, 0], [5, 0, 0]),
    ];
    const [inside, between, out] = pipes as [string, string, string];
    text.join(text.port(inside, 'SOURCE', [0.5, 0, 0]), text.port(pump, 'SINK', [0.5, 0, 0]));
    text.join(text.port(pump, 'SOURCE', [1.5, 0, 0]), text.port(between, 'SINK', [1.5, 0, 0]));
    text.join(text.port(between, 'SOURCE', [3, 0, 0]), text.port(check, 'SINK', [3, 0, 0]));
    text.join(text.port(check, 'SOURCE', [4, 0, 0]), text.port(out, 'SINK', [4, 0, 0]));
    text.system('W', 'WATERSUPPLY', [...pipes, pump, check]);
    const network = only(read(text.bytes()).networks);
    expect(partsOf(network)).toBe(1);
    const [device] = network.devices;
    expect(device).toMatchObject({ id: 'Pump', kind: 'pump' });
    expect(network.pipes.find(({ id }) => id === 'In')?.to).toBe(device?.from);
    expect(network.pipes.find(({ id }) => id === 'Flap')).toMatchObject({ isOneWay: true });
    expect(network.valves).toEqual([]);
  });

  it('stand in several systems by the ports that each of them joins', () => {
    const text = new SystemText();
    const pump = text.element('IFCPUMP', 'Pump', [1, 0, 0]);
    const [inside, out] = [
      text.pipe('In', [0, 0, 0], [1, 0, 0]),
      text.pipe('Out', [1, 0, 0], [2, 0, 0]),
    ];
    const cable = text.pipe('Cable', [1, 5, 0], [1, 0, 0]);
    text.join(text.port(inside, 'SOURCE'), text.port(pump, 'SINK', [1, 0, 0], 'STORMWATER'));
    text.join(text.port(pump, 'SOURCE', [1.2, 0, 0], 'STORMWATER'), text.port(out, 'SINK'));
    text.join(text.port(cable, 'SOURCE'), text.port(pump, 'SINK', [1, 0.1, 0], 'ELECTRICAL'));
    text.system('RW', 'STORMWATER', [inside, out, pump]);
    text.system('NS', 'ELECTRICAL', [cable, pump]);
    const { networks } = read(text.bytes());
    expect(networks.map(({ utility, devices }) => [utility, devices.length])).toEqual([
      ['storm', 1],
      ['power', 0],
    ]);
    expect(networks[1]?.nodes.map(({ id }) => id)).toContain('Pump');
  });

  it('lose nothing silently: segments of no system and elements of no place are told', () => {
    const text = new SystemText();
    const pipe = text.pipe('A', [0, 0, 0], [1, 0, 0]);
    const bare = text.ifc.add(`IFCPIPESEGMENT(${text.id()},$,'Bare',$,$,$,$,$,.RIGIDSEGMENT.)`);
    text.pipe('Stray', [5, 0, 0], [6, 0, 0]);
    text.system('W', 'WATERSUPPLY', [pipe, bare]);
    const { networks, notes } = read(text.bytes());
    expect(only(networks).assumptions.find(({ code }) => code === 'ifc-unplaced')?.count).toBe(1);
    expect(notes.map(({ en }) => en)).toEqual([
      '1 pipe, duct or cable segments belong to no system (0 of them have ports): they become no network.',
    ]);
  });

  it('are empty for a file that has none, and for one that refers into the void', () => {
    expect(read(new SystemText().bytes())).toEqual({ networks: [], notes: [] });
    const text = new SystemText();
    text.ifc.add(`IFCRELCONNECTSPORTS(${text.id()},$,$,$,#9991,#9992,$)`);
    text.system('W', 'WATERSUPPLY', ['#9993']);
    expect(read(text.bytes()).networks).toEqual([]);
  });
});

const drains = new URL(
  '../../../../../shared/data/ifc/infra/DrainageSystem-1-2.ifc',
  import.meta.url,
);
const shared = new URL('../../../../../shared/data/ifc/', import.meta.url);
const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../ifc-samples/${name}.ifc`, import.meta.url)));

describe('files', () => {
  it.skipIf(!existsSync(drains))('of others: seven manholes and six drains that fall', () => {
    const network = only(read(new Uint8Array(readFileSync(drains)), 'IFC4X3_RC3').networks);
    expect(network.utility).toBe('storm');
    expect(network.nodes.map(({ kind }) => kind)).toEqual(Array(7).fill('manhole'));
    expect(network.pipes).toHaveLength(6);
    expect(partsOf(network)).toBe(1);
    for (const { fromInvertM = 0, toInvertM = 0 } of network.pipes) {
      expect(fromInvertM).toBeGreaterThan(toInvertM);
    }
  });

  it('of our own: the pumping station in one piece, with its pumps, valves and flaps', () => {
    const { networks } = read(sample('pumping-station'));
    const storm = networks.find(({ utility }) => utility === 'storm')!;
    expect(partsOf(storm)).toBe(1);
    expect(storm.devices.map(({ kind }) => kind)).toEqual(['pump', 'pump', 'pump', 'pump']);
    expect(storm.valves.map(({ id }) => id).filter((id) => /schieber/.test(id))).toHaveLength(8);
    expect(storm.pipes.filter(({ isOneWay }) => isOneWay)).toHaveLength(4);
    expect(storm.nodes.filter(({ kind }) => kind === 'outfall')).toHaveLength(1);
  });

  it('of our own: the stacks of the hospital fall, what is flushed leaves by their feet', () => {
    const { networks } = read(sample('hospital-wing'));
    const sewage = networks.find(({ utility }) => utility === 'sanitary')!;
    const stacks = partsOf(sewage);
    expect(stacks).toBeGreaterThan(3);
    for (const { id, fromInvertM = 0, toInvertM = 0 } of sewage.pipes) {
      expect(fromInvertM, id).toBeGreaterThan(toInvertM);
    }
    expect(sewage.nodes.filter(({ kind }) => kind === 'outfall')).toHaveLength(stacks);
    const leaves = new Set(sewage.pipes.map(({ from }) => from));
    const inlets = sewage.nodes.filter(({ kind }) => kind === 'inlet');
    expect(inlets.length).toBeGreaterThan(stacks);
    for (const { id } of inlets) expect(leaves.has(id), id).toBe(true);
  });

  it.skipIf(!existsSync(shared))('of anybody, malformed ones too, are read without a throw', () => {
    const names = readdirSync(shared, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.ifc'));
    expect(files.length).toBeGreaterThan(20);
    for (const name of files) {
      const { networks } = read(new Uint8Array(readFileSync(new URL(name, shared))));
      expect(networks.length, name).toBe(name.includes('DrainageSystem') ? 1 : 0);
    }
  });

  it('survives a file whose references were shuffled', () => {
    const text = new TextDecoder().decode(sample('pumping-station'));
    const numbers = [...text.matchAll(/#(\d+)=/g)].map(([, number]) => number);
    let seed = 7;
    const mangled = text.replace(/#(\d+)(?!\d*=)/g, (whole) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % 5 === 0 ? `#${numbers[seed % numbers.length]}` : whole;
    });
    const { networks } = read(new TextEncoder().encode(mangled));
    for (const { nodes, pipes, devices } of networks) {
      const known = new Set(nodes.map(({ id }) => id));
      for (const { from, to } of [...pipes, ...devices]) {
        expect(known.has(from) && known.has(to)).toBe(true);
      }
    }
  });
});
