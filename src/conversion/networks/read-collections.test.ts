import { describe, expect, it } from 'vitest';
import { linkKinds, nodeKinds, pipeShapes, pipeStatuses } from '#model/pipe-network.ts';
import { readNetwork } from './read-collections.ts';

type Properties = Readonly<Record<string, unknown>>;
const feature = (id: string, geometry: unknown, properties: Properties) =>
  JSON.stringify({ type: 'Feature', id, geometry, properties });
const point = (id: string, properties: Properties, at: readonly number[] = [10, 54, 30]) =>
  feature(id, { type: 'Point', coordinates: at }, properties);
const LINE = {
  type: 'LineString',
  coordinates: [
    [10, 54, 30],
    [10.001, 54, 31],
  ],
};
const pipe = (id: string, from: string, to: string, properties: Properties = {}) =>
  feature(id, LINE, { network: 'water', fromNode: from, toNode: to, ...properties });

const bytes = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

interface Lines {
  readonly id?: string;
  readonly pipes: readonly string[];
  readonly nodes?: readonly string[];
  readonly valves?: readonly string[];
  readonly devices?: readonly string[];
}

const read = ({ id = 'water', pipes, nodes, valves, devices }: Lines) =>
  readNetwork({
    ...{ id, name: 'Drinking water', isFictional: false },
    pipes: bytes(...pipes),
    nodes: nodes && bytes(...nodes),
    valves: valves && bytes(...valves),
    devices: devices && bytes(...devices),
  });

const A = point('A', { kind: 'reservoir' });
const B = point('B', {
  kind: 'customer',
  customers: 4,
  demand_m3s: 0.001,
  rim_m: 12,
  invert_m: 10,
});
const sentences = (faults: ReturnType<typeof read>['faults']) => faults.map(({ text }) => text.en);

describe('reading the collections of a network', () => {
  it('joins pipes, nodes, valves and devices by their ids', () => {
    const { network, faults } = read({
      nodes: [A, B, point('H', { kind: 'hydrant', node: 'B' })],
      pipes: [
        pipe('P', 'A', 'B', {
          ...{
            innerDiameter_mm: 150,
            wall_mm: 6,
            length_m: 70,
            material: 'steel',
            role: 'service',
          },
          ...{ installDate: '1976-05-01', depthOfCover_m: 1.2, zSource: 'cover', zone: 'high' },
          ...{ dma: 'DMA-1', normallyClosed: true },
        }),
      ],
      devices: [point('U', { kind: 'pump', fromNode: 'A', toNode: 'B', normalState: 'closed' })],
      valves: [
        point('V', {
          ...{ kind: 'isolation', link: 'P', node: 'B', state: 'closed', operable: false },
          ...{ lastExercised: '2019', turns: 12, accessibility: 'under a bus shelter' },
        }),
      ],
    });
    expect(faults).toEqual([]);
    const { nodes, links, valves } = network;
    expect([...nodes.kind].map((code) => nodeKinds[code])).toEqual([
      ...['reservoir', 'customer', 'hydrant'],
    ]);
    expect([...nodes.isSource]).toEqual([1, 0, 0]);
    expect([...nodes.host]).toEqual([0, 1, 1]);
    expect([nodes.groundLevelM[1], nodes.invertLevelM[1]]).toEqual([12, 10]);
    expect([...links.kind].map((code) => linkKinds[code])).toEqual(['pipe', 'pump']);
    expect([links.from[0], links.to[0], links.from[1], links.to[1]]).toEqual([0, 1, 0, 1]);
    expect(links.innerM[0]).toBeCloseTo(0.15, 6);
    expect(links.lengthM[0]).toBe(70);
    expect(links.year[0]).toBe(1976);
    expect(links.zones[links.zone[0] ?? 9]).toBe('DMA-1');
    expect([...links.isClosed]).toEqual([1, 1]);
    expect([...links.isOneWay]).toEqual([0, 1]);
    expect([valves.link[0], valves.node[0], valves.isClosed[0], valves.isOperable[0]]).toEqual([
      ...[0, 1, 1, 0],
    ]);
    expect([valves.turns[0], valves.exercisedYear[0]]).toEqual([12, 2019]);
    expect(valves.access[0]).toBe('under a bus shelter');
    expect(valves.diameterM[0]).toBeCloseTo(0.15, 6);
  });

  it('says of what joins nothing which element it is, and keeps the rest', () => {
    const { network, faults } = read({
      nodes: [A, B],
      pipes: [pipe('P-12', 'A', 'N-9'), pipe('P-13', 'A', 'B'), pipe('P-14', 'A', '')],
      devices: [point('U', { kind: 'pump', fromNode: 'A', toNode: 'X' })],
      valves: [
        point('V-1', { link: 'P-12', node: 'A', state: 'open' }),
        point('V-2', { link: 'P-13', node: 'Q', state: 'open' }),
      ],
    });
    expect(sentences(faults)).toEqual([
      'Pipe P-12 joins node N-9, which does not exist.',
      'Pipe P-14 has no toNode.',
      'Device U joins node X, which does not exist.',
      'Valve V-1 sits on link P-12, which does not exist.',
      'Valve V-2 sits at node Q, which is no end of link P-13.',
    ]);
    expect(faults.every(({ isLeftOut }) => isLeftOut)).toBe(true);
    expect(faults.map(({ line }) => line)).toEqual([1, 3, 1, 1, 2]);
    expect(network.links.ids).toEqual(['P-13']);
    expect(network.valves.ids).toEqual([]);
  });

  it('says what a value should be, and takes it as not known', () => {
    const { network, faults } = read({
      nodes: [A, B],
      pipes: [
        pipe('P', 'A', 'B', {
          ...{ innerDiameter_mm: '300 mm', status: 'broken', length_m: -1, installDate: 'old' },
          ...{ network: 'gas' },
        }),
        pipe('Q', 'A', 'B'),
        pipe('R', 'A', 'B'),
      ],
      valves: [point('V', { link: 'P', node: 'A' })],
    });
    expect(sentences(faults)).toEqual([
      'Pipe P has innerDiameter_mm “300 mm”; expected a number.',
      'Pipe P has length_m -1; expected 0 or more.',
      'Pipe P is of Gas in a network of Drinking water.',
      'Pipe P has status “broken”; expected inService, abandoned, outOfService, planned…',
      'Pipe P has installDate “old”; expected a year.',
      'Valve V does not say whether it is open; it is taken as open.',
    ]);
    expect(network.links.innerM[0]).toBeNaN();
    expect(pipeStatuses[network.links.status[0] ?? 9]).toBe('inService');
    expect(network.links.lengthM[0]).toBeCloseTo(65.4, 0);
  });

  it('survives lines that are no features, ids that stand twice, and things without a place', () => {
    const { network, faults } = read({
      nodes: [A, B, A, '{', '42', feature('C', null, { kind: 'junction' }), point('', {}), ''],
      pipes: [feature('P', { type: 'Point', coordinates: [1, 2] }, { fromNode: 'A', toNode: 'B' })],
    });
    expect(sentences(faults)).toEqual([
      'Node A is there twice; the first one counts.',
      'Line 4 of the nodes is no JSON: {.',
      'Line 5 of the nodes is 42; expected a feature.',
      'Node C has no point as geometry.',
      'Line 7 of the nodes has no id.',
      'Pipe P has no line as geometry; it is drawn straight from node to node.',
    ]);
    expect(network.nodes.ids).toEqual(['A', 'B']);
    expect(network.links.lineStart[1]).toBe(2);
  });

  it('takes an open switch as one that lets nothing through', () => {
    const { network } = read({
      id: 'power',
      nodes: [point('S', { kind: 'station' }), point('T', { kind: 'substation', load_kW: 4 })],
      pipes: [pipe('P', 'S', 'T', { network: 'power' })],
      valves: [
        point('open', { kind: 'loadBreakSwitch', link: 'P', node: 'S', normalState: 'open' }),
        point('shut', { kind: 'switch', link: 'P', node: 'T', state: 'closed' }),
      ],
    });
    expect(network.utility).toBe('power');
    expect([...network.valves.isClosed]).toEqual([1, 0]);
    expect([...network.nodes.isSource]).toEqual([1, 0]);
    expect(network.nodes.demand[1]).toBe(4000);
  });

  it('hands heat exchangers on as joints to the return, and takes drains’ plants for no source', () => {
    const { network, joints, faults } = read({
      id: 'heat-supply',
      nodes: [point('K', { kind: 'plant' }), point('S', { kind: 'substation' })],
      pipes: [pipe('P', 'K', 'S', { network: 'heatSupply' })],
      devices: [
        point('X', { kind: 'heatExchanger', fromNode: 'S', toNode: 'R' }),
        point('U', { kind: 'pump', fromNode: 'RK', toNode: 'K' }),
      ],
    });
    expect(faults).toEqual([]);
    expect([...network.nodes.isSource]).toEqual([1, 0]);
    expect(joints).toMatchObject([
      { id: 'X', kind: 'heatExchanger', node: 1, other: 'R', isFrom: true },
      { id: 'U', kind: 'pump', node: 0, other: 'RK', isFrom: false },
    ]);
    const drain = read({
      id: 'sanitary',
      nodes: [point('K', { kind: 'plant' }), point('M', { kind: 'manhole' })],
      pipes: [
        pipe('P', 'M', 'K', { network: 'combined', shape: 'egg', height_mm: 900, width_mm: 600 }),
        pipe('Q', 'M', 'K', { network: 'sanitary' }),
        pipe('R', 'M', 'K', { network: 'sanitary' }),
      ],
    });
    expect(drain.faults).toEqual([]);
    expect(drain.network.utility).toBe('sanitary');
    expect([...drain.network.nodes.isSource]).toEqual([0, 0]);
    expect(pipeShapes[drain.network.links.shape[0] ?? 9]).toBe('egg');
    expect(drain.network.links.widthM[0]).toBeCloseTo(0.6, 6);
  });

  it('keeps all properties readable, of pipes and of the devices behind them', () => {
    const { records } = read({
      nodes: [A, B],
      pipes: [
        pipe('bad', 'A', 'nowhere'),
        pipe('P', 'A', 'B', { straße: 'Ängerweg', raw: { x: 1 } }),
      ],
      devices: [point('U', { kind: 'pump', fromNode: 'A', toNode: 'B', curve: 'H-1' })],
    });
    expect(records.properties('link', 0)).toMatchObject({ straße: 'Ängerweg', raw: { x: 1 } });
    expect(records.properties('link', 1)).toMatchObject({ curve: 'H-1' });
    expect(records.properties('node', 1)).toMatchObject({ customers: 4 });
    expect(records.properties('valve', 7)).toEqual({});
  });

  it('reads a file with Windows line ends and none at its end', () => {
    const { network, faults } = readNetwork({
      ...{ id: 'water', name: '', isFictional: false },
      nodes: new TextEncoder().encode(`${A}\r\n${B}\r\n`),
      pipes: new TextEncoder().encode(pipe('P', 'A', 'B')),
    });
    expect(faults).toEqual([]);
    expect(network.links.ids).toEqual(['P']);
  });
});
