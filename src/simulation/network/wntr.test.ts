import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readInpNetwork } from '#conversion/networks/inp-network.ts';
import { prepare } from './a-network.ts';
import { rankNeighbours } from './valve-ranks.ts';

const data = fileURLToPath(new URL('../../../../shared/data/pipes/', import.meta.url));
const isHere = existsSync(`${data}wntr`);

const readTable = (file: string) =>
  readFileSync(`${data}wntr/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));

const net3 = () => {
  const valves = readTable('valve_layer_stategic_1.csv').map(([id = '', link = '', node = '']) => ({
    id: `V${id}`,
    link,
    node,
  }));
  return prepare(readInpNetwork(readFileSync(`${data}water/Net3.inp`, 'utf8'), 'Net3.inp', valves));
};

describe.skipIf(!isHere)(
  'WNTR’s tables of Net3 with strategic valves (skipped without shared data)',
  () => {
    it('have the same segments, element by element', () => {
      const { network, segments } = net3();
      const [theirs, ours] = [new Map<string, number>(), new Map<number, string>()];
      const tables = [
        [readTable('link_segments_strategic.csv'), network.links.ids, segments.ofLink],
        [readTable('node_segments_strategic.csv'), network.nodes.ids, segments.ofNode],
      ] as const;
      let compared = 0;
      for (const [rows, ids, of] of tables) {
        for (const [id = '', segment = ''] of rows) {
          const own = of[ids.indexOf(id)] ?? -1;
          expect(theirs.get(segment) ?? own, id).toBe(own);
          expect(ours.get(own) ?? segment, id).toBe(segment);
          theirs.set(segment, own);
          ours.set(own, segment);
          compared++;
        }
      }
      expect(compared).toBe(216);
      expect(segments.count).toBe(119);
    });

    it('have the same ranks of valves by neighbours, length and demand', () => {
      const prepared = net3();
      const { network } = prepared;
      const ranks = rankNeighbours(prepared);
      const columns = [
        [readTable('valve_crit_valve.csv'), ranks.neighbours],
        [readTable('valve_crit_length.csv'), ranks.length],
        [readTable('valve_crit_demand.csv'), ranks.demand],
      ] as const;
      for (const [rows, values] of columns) {
        expect(rows).toHaveLength(network.valves.ids.length);
        for (const [at, [, value = '']] of rows.entries()) {
          expect(values[at]).toBeCloseTo(Number(value), 5);
        }
      }
    });
  },
);
