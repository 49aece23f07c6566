import { describe, expect, it } from 'vitest';
import { aBurst, turn } from '../kernel/a-burst.ts';
import { initial, initialLook } from './initial.ts';
import { fromShared, keep, parseIncident, toShared } from './shared.ts';

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what a link carries of the networks', () => {
  it('is nothing where nothing was changed', () => {
    expect(toShared(initial)).toBeUndefined();
    expect(fromShared(undefined)).toBe(initial);
  });

  it('is the look, the tool and the incident with all of its steps', () => {
    const state = {
      ...initial,
      look: { ...initialLook, colouring: 'pressure', hidden: ['gas'] } as const,
      tool: 'burst',
      incident: aBurst(turn('close', 'V-1'), turn('stuck', 'V-2'), { kind: 'note', text: 'Wet' }),
    };
    expect(fromShared(throughText(toShared(state)))).toEqual(state);
  });

  it('is the long section that is looked at', () => {
    const from = 'water/link/A';
    const section = { kind: 'long', along: 'between', from, to: undefined } as const;
    const state = { ...initial, tool: 'section', section };
    expect(fromShared(throughText(toShared(state)))).toEqual(state);
    expect(toShared({ ...state, tool: '' })).toBeUndefined();
    const broken = { version: 1, tool: 'section', section: { kind: 'long', along: 'sideways' } };
    expect(fromShared(broken)).toEqual({ ...initial, tool: 'section' });
  });

  it('is where networks were put by hand', () => {
    const there = { longitudeDeg: 10, latitudeDeg: 54, turnDeg: 5, scale: 1, upM: -2 };
    const state = { ...initial, moves: { 'dropped-plan-water': there } };
    const read = fromShared(throughText(toShared(state)));
    expect(read).toEqual({ ...state, linkedMoves: state.moves });
    const here = { ...initial, moves: { gas: there, 'dropped-plan-water': { ...there, upM: 1 } } };
    expect(keep(read, here).moves).toEqual({ gas: there, 'dropped-plan-water': there });
    const far = { ...there, latitudeDeg: 91 };
    expect(fromShared({ version: 1, tool: 'place', moves: { water: far } })).toEqual({
      ...{ ...initial, tool: 'place' },
    });
  });

  it('leaves the networks open, and where a hand put them, when a link is opened beside them', () => {
    const here = {
      ...initial,
      networks: [{ id: 'water' }] as unknown as typeof initial.networks,
      moves: { water: { eastM: 1 } } as unknown as typeof initial.moves,
      ...{ tool: 'trace', incident: aBurst() },
    };
    const linked = { ...initial, look: { ...initialLook, hidden: ['gas'] }, tool: 'burst' };
    expect(keep(linked, here)).toEqual({
      ...linked,
      networks: here.networks,
      moves: here.moves,
    });
  });

  it('keeps what can be read of a link of another version', () => {
    const shared = {
      version: 1,
      look: { colouring: 'taste', palette: 'din' },
      incident: { key: 1 },
    };
    const read = fromShared(shared);
    expect(read.look).toEqual({ ...initialLook, palette: 'din' });
    expect(read.incident).toBeUndefined();
  });

  it.each([
    ['no steps', { ...aBurst(), steps: [] }],
    ['a place outside the pipe', { ...aBurst(), share: 2 }],
    ['an unknown act', { ...aBurst(), steps: [{ key: 'a', atMs: 1, act: { kind: 'dance' } }] }],
    ['no time', { ...aBurst(), onsetMs: null }],
  ])('takes no incident with %s', (_, value) => {
    expect(parseIncident(throughText(value))).toBeUndefined();
  });
});
