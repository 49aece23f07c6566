import { describe, expect, it } from 'vitest';
import { buildNetwork, NO_ZONE } from './build-network.ts';
import { linkKinds, nodeKinds, pipeRoles } from './pipe-network.ts';

const network = buildNetwork({
  id: 'water',
  utility: 'water',
  nodes: [
    { id: 'R', kind: 'reservoir', place: [10, 54, 40], isSource: true },
    { id: 'A', kind: 'junction', place: [10.001, 54, 38], customers: 3, demand: 0.002 },
    { id: 'H', kind: 'hydrant', place: [10.001, 54, 39], host: 1 },
  ],
  links: [
    { id: 'P', from: 0, to: 1, lengthM: 65, innerM: 0.1, material: 'steel', role: 'transmission' },
    { id: 'Q', from: 1, to: 0, line: [10.001, 54, 38, 10, 54.1, 38, 10, 54, 40], zone: 'high' },
    { id: 'U', kind: 'pump', from: 0, to: 1, isOneWay: true },
  ],
  valves: [{ id: 'V', link: 0, node: 1 }],
});

describe('a network out of rows', () => {
  it('keeps what is said, and says not known for the rest', () => {
    const { nodes, links, valves } = network;
    expect([...nodes.kind].map((code) => nodeKinds[code])).toEqual([
      'reservoir',
      'junction',
      'hydrant',
    ]);
    expect([...nodes.host]).toEqual([0, 1, 1]);
    expect([...nodes.customers]).toEqual([0, 3, 0]);
    expect(nodes.demand[1]).toBeCloseTo(0.002, 6);
    expect(nodes.groundLevelM[1]).toBeNaN();
    expect([...links.kind].map((code) => linkKinds[code])).toEqual(['pipe', 'pipe', 'pump']);
    expect(pipeRoles[links.role[0] ?? 9]).toBe('transmission');
    expect(links.widthM[0]).toBe(links.innerM[0]);
    expect(links.materials[links.material[0] ?? 9]).toBe('steel');
    expect(links.materials[links.material[1] ?? 9]).toBe('');
    expect([...links.zone]).toEqual([NO_ZONE, 0, NO_ZONE]);
    expect([...links.isOneWay]).toEqual([0, 0, 1]);
    expect(links.year[0]).toBe(0);
    expect([...valves.isOperable]).toEqual([1]);
    expect([...valves.places]).toEqual([10.001, 54, 38]);
  });

  it('draws a link from node to node where it has no line', () => {
    const { lineStart, line } = network.links;
    expect([...lineStart]).toEqual([0, 2, 5, 7]);
    expect([...line.subarray(0, 6)]).toEqual([10, 54, 40, 10.001, 54, 38]);
    expect([...line.subarray(6, 15)]).toEqual([10.001, 54, 38, 10, 54.1, 38, 10, 54, 40]);
  });
});
