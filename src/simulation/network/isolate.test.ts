import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noChanges } from '#model/network-changes.ts';
import { aNetwork, prepare, randomNetwork, rowOfLink } from './a-network.ts';
import { reachByDefinition } from './by-definition.ts';
import { isolateLink, lost, type PreparedNetwork } from './isolate.ts';
import { toOperation } from './operation.ts';
import { findSources, reach } from './reach.ts';

const names = ({ network }: PreparedNetwork, valves: readonly number[]) =>
  valves.map((valve) => network.valves.ids[valve]);

/** R —V1— P1 —V2— A —V3— P2 —V4— B, 3 customers at A, 5 at B. */
const line = () =>
  aNetwork()
    .source('R')
    .pipe('P1', 'R', 'A')
    .pipe('P2', 'A', 'B')
    .node('A', { customers: 3 })
    .node('B', { customers: 5 })
    .valve('V1', 'P1', 'R')
    .valve('V2', 'P1', 'A')
    .valve('V3', 'P2', 'A')
    .valve('V4', 'P2', 'B');

describe('closing off a broken link', () => {
  it('closes the valves at its rim and strands what is behind it', () => {
    const network = line().prepare();
    const closure = isolateLink(network, rowOfLink(network, 'P1'), noChanges);
    expect(names(network, closure.valves)).toEqual(['V1', 'V2']);
    expect(closure.isolatedCustomers).toBe(0);
    expect(closure.strandedCustomers).toBe(8);
    expect([...closure.stranded.links]).toEqual([0, 1]);
    expect(closure.drainedM).toBe(100);
    expect(closure.drainedM3).toBeCloseTo((100 * Math.PI * 0.1 ** 2) / 4, 5);
    expect(closure.hasSource).toBe(false);
  });

  it('strands nobody who is fed from a second source', () => {
    const network = line().source('T').pipe('P3', 'T', 'B').prepare();
    expect(isolateLink(network, rowOfLink(network, 'P1'), noChanges).strandedCustomers).toBe(0);
  });

  it('strands whom only a pump of the wrong way could reach', () => {
    const network = line()
      .source('T')
      .pipe('U', 'B', 'T', { kind: 'pump', isOneWay: true })
      .prepare();
    expect(isolateLink(network, rowOfLink(network, 'P1'), noChanges).strandedCustomers).toBe(8);
  });

  it('goes past a valve that can’t be turned, and says why', () => {
    const network = line().valve('V5', 'P1', 'A', { isOperable: false }).prepare();
    expect(names(network, isolateLink(network, 0, noChanges).valves)).toEqual(['V1', 'V3']);
    network.network.valves.isOperable[1] = 0;
    const closure = isolateLink(network, rowOfLink(network, 'P1'), noChanges);
    expect(names(network, closure.valves)).toEqual(['V1', 'V3']);
    expect(closure.passed).toEqual([
      { valve: 1, why: 'inoperable' },
      { valve: 4, why: 'inoperable' },
    ]);
    expect(closure.isolatedCustomers).toBe(3);
    expect(closure.strandedCustomers).toBe(5);
  });

  it('needs nobody at a valve that is closed already, turnable or not', () => {
    const network = aNetwork()
      .source('R')
      .source('S')
      .pipe('P1', 'R', 'A')
      .pipe('P2', 'A', 'S')
      .valve('V1', 'P1', 'R')
      .valve('V2', 'P2', 'A', { isClosed: true, isOperable: false })
      .prepare();
    const closure = isolateLink(network, rowOfLink(network, 'P1'), noChanges);
    expect(names(network, closure.valves)).toEqual(['V1']);
    expect(closure.passed).toEqual([{ valve: 1, why: 'alreadyClosed' }]);
    expect(closure.segments).toHaveLength(1);
  });

  it('keeps valves in the list once they are closed, and still counts who is cut off', () => {
    const network = line().prepare();
    const row = rowOfLink(network, 'P1');
    const closed = isolateLink(network, row, { ...noChanges, closedValves: ['V1', 'V2'] });
    expect(closed).toEqual(isolateLink(network, row, noChanges));
  });

  it('asks for a usually closed valve again that was opened', () => {
    const network = aNetwork()
      .source('R')
      .pipe('P1', 'R', 'A')
      .pipe('P2', 'A', 'B')
      .valve('V1', 'P1', 'R')
      .valve('V2', 'P2', 'A', { isClosed: true })
      .prepare();
    const row = rowOfLink(network, 'P1');
    const opened = isolateLink(network, row, { ...noChanges, openedValves: ['V2'] });
    expect(names(network, opened.valves)).toEqual(['V1', 'V2']);
  });

  it('says that a source in the segment can’t be closed off', () => {
    const network = aNetwork().source('R').pipe('P', 'R', 'A').valve('V', 'P', 'A').prepare();
    expect(isolateLink(network, 0, noChanges).hasSource).toBe(true);
  });

  it('closes off everything where there is no valve', () => {
    const network = aNetwork().source('R').pipe('P', 'R', 'A').pipe('Q', 'A', 'B').prepare();
    const closure = isolateLink(network, 1, noChanges);
    expect(closure.valves).toEqual([]);
    expect([...closure.isolated.nodes]).toEqual([1, 1, 1]);
  });

  it('names changes that the network doesn’t have', () => {
    const network = line().prepare();
    const changes = { ...noChanges, closedValves: ['V1', 'V99'], closedLinks: ['P77'] };
    expect(isolateLink(network, 0, changes).unknownIds).toEqual(['V99', 'P77']);
  });

  it('never strands what a source still reaches, whatever the network', () => {
    fc.assert(
      fc.property(randomNetwork, fc.nat(), (network, pick) => {
        const prepared = prepare(network);
        const { graph } = prepared;
        const closure = isolateLink(prepared, pick % network.links.ids.length, noChanges);
        const operation = toOperation(network, graph);
        const before = reachByDefinition(network, graph, operation, undefined);
        const isValveClosed = operation.isValveClosed.slice();
        for (const valve of closure.valves) isValveClosed[valve] = 1;
        const closed = { ...operation, isValveClosed };
        const after = reachByDefinition(network, graph, closed, closure.isolated);
        expect(closure.stranded).toEqual(lost(before, after, closure.isolated));
        // Closed valves alone keep water from going in: barring the segment changes nothing outside.
        if (closure.hasSource) return;
        const free = reachByDefinition(network, graph, closed, undefined);
        expect(free.nodes.map((one, row) => (closure.isolated.nodes[row] === 1 ? 0 : one))).toEqual(
          after.nodes,
        );
        expect(free.nodes.some((one, row) => one === 1 && closure.isolated.nodes[row] === 1)).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('reaches what the definition reaches, whatever the network', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const { graph } = prepare(network);
        const operation = toOperation(network, graph);
        const reached = reach(network, graph, operation, { nodes: findSources(network) });
        expect(reached).toEqual(reachByDefinition(network, graph, operation, undefined));
      }),
      { numRuns: 500 },
    );
  });
});
