import { describe, expect, it } from 'vitest';
import { NETWORK_MOVES, type NetworkMoves } from '#model/network-move.ts';
import { createFrames } from '#scene/frames.ts';
import { aScenario, aTown } from '../state/a-flood.ts';
import { startRun } from '../state/runs.ts';
import { parseScenario } from '../state/scenario-shape.ts';
import { selectFlood } from '../state.ts';
import { followSewers } from './sewers.ts';

const move = { longitudeDeg: 10.64, latitudeDeg: 54.3, turnDeg: 12, scale: 1, upM: 0 };

function begin() {
  const store = aTown();
  const frames = createFrames();
  followSewers({ store, frames });
  const say = (moves: NetworkMoves) => frames.publish(NETWORK_MOVES, moves);
  const run = (hasSewers: boolean) => {
    const id = startRun(store, aScenario({ hasSewers }));
    return selectFlood(store.getState()).runs.find((one) => one.id === id)?.scenario;
  };
  return { say, run };
}

describe('a run with storm sewers that a person put somewhere', () => {
  it('takes them where they stand when it begins', () => {
    const { say, run } = begin();
    expect(run(true)?.sewersAt).toBeUndefined();
    say({ storm: move, water: { ...move, turnDeg: 0 } });
    expect(run(true)?.sewersAt).toEqual(move);
    say({ water: move });
    expect(run(true)?.sewersAt).toBeUndefined();
  });

  it('keeps no place of sewers that take no part', () => {
    const { say, run } = begin();
    say({ storm: move });
    expect(run(false)).not.toHaveProperty('sewersAt');
  });

  it('keeps that place in a link, unless it can’t be read', () => {
    const scenario = aScenario({ hasSewers: true, sewersAt: move });
    expect(parseScenario(scenario)).toEqual(scenario);
    const { sewersAt: _, ...without } = scenario;
    expect(parseScenario({ ...scenario, sewersAt: { ...move, scale: 0 } })).toEqual(without);
  });
});
