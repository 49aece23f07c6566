import { describe, expect, it } from 'vitest';
import { noMarks } from '../contract/marks.ts';
import { joinMarks } from './join-marks.ts';

const indices = (...values: number[]) => Uint32Array.from(values);

describe('marks of several tools', () => {
  it('are nothing where nobody marks', () => {
    expect(joinMarks([undefined, {}])).toEqual(noMarks);
  });

  it('are joined without saying an index twice', () => {
    const joined = joinMarks([
      { marked: indices(1, 2), isolated: indices(7) },
      { marked: indices(2, 3) },
    ]);
    expect([...joined.marked].toSorted()).toEqual([1, 2, 3]);
    expect([...joined.isolated]).toEqual([7]);
  });

  it('take the changes of a network from the first that has some', () => {
    const changes = (id: string) => ({ ...noChangesOf, closedValves: [id] });
    const joined = joinMarks([
      { changes: { water: changes('V-1') } },
      { changes: { water: changes('V-2'), gas: changes('G-1') } },
    ]);
    expect(joined.changes.water?.closedValves).toEqual(['V-1']);
    expect(joined.changes.gas?.closedValves).toEqual(['G-1']);
  });
});

const noChangesOf = {
  openedValves: [],
  closedLinks: [],
  bursts: [],
  stoppedPumps: [],
  extraDemands: [],
};
