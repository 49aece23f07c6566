import { describe, expect, it, vi } from 'vitest';
import type { CityManifest } from '#contract/city-package.ts';
import { BUILDING_COLOURS, type BuildingColours, lendColoursTo } from '#scene/building-colours.ts';
import { createFrames } from '#scene/frames.ts';
import { jrcEurope } from '#simulation/flood/impact/damage.ts';
import { showLayer } from '#store/layers.ts';
import { createAppStore } from '#store/store.ts';
import {
  FLOOD_BADGES,
  FLOOD_ROADS,
  type FloodImpact,
  type FloodRoadLines,
  type FloodRoads,
} from '../contract/impact.ts';
import { FLOOD, FLOOD_IMPACT, FLOOD_LINE } from '../contract.ts';
import { anImpact } from '../kernel/consequences/an-impact.ts';
import { setDamageTable } from '../state/damage.ts';
import { changeLook } from '../state.ts';
import { followConsequences } from './consequences.ts';

const lines: FloodRoadLines = {
  ids: ['S-1'],
  names: ['High Street'],
  offsets: Uint32Array.of(0, 2),
  longitudeDeg: Float64Array.of(10, 10.1),
  latitudeDeg: Float64Array.of(54, 54.1),
};

function aSession() {
  const store = createAppStore();
  showLayer(store, FLOOD, true);
  const manifest = { build: '0123456789ab', layers: [] } as unknown as CityManifest;
  store.setState({ city: { manifest, baseUrl: 'http://city/' } as never });
  const frames = createFrames();
  const call = vi.fn(async (..._: readonly unknown[]) => lines);
  frames.publish(FLOOD_LINE, { call });
  const life = new AbortController();
  const stop = followConsequences({ store, frames }, life.signal);
  const show = async (part: Partial<FloodImpact> | undefined) => {
    frames.publish(FLOOD_IMPACT, part && anImpact(part));
    await Promise.resolve();
    await Promise.resolve();
  };
  return { store, frames, call, stop, show };
}

describe('the consequences of the shown run', () => {
  it('colour buildings and streets and put up signs', async () => {
    const { frames, show } = aSession();
    await show({ buildings: Uint8Array.of(0, 3), roads: Uint8Array.of(2), timeS: 60 });
    const colours = frames.peek<BuildingColours>(BUILDING_COLOURS);
    expect(colours?.build).toBe('0123456789ab');
    expect([colours?.rgba[3], colours?.rgba[7]]).toEqual([0, 255]);
    expect(frames.peek<FloodRoads>(FLOOD_ROADS)).toEqual({
      run: 'r',
      timeS: 60,
      lines,
      states: Uint8Array.of(2),
    });
    expect(frames.peek(FLOOD_BADGES)).toEqual([]);
  });

  it('ask for the streets once a run', async () => {
    const { call, show } = aSession();
    await show({ timeS: 60 });
    await show({ timeS: 120 });
    expect(call).toHaveBeenCalledOnce();
    await show({ run: 'another', timeS: 60 });
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('send no table that changes nothing', async () => {
    const { frames, show } = aSession();
    await show({ buildings: Uint8Array.of(1, 0) });
    const before = frames.peek(BUILDING_COLOURS);
    await show({ buildings: Uint8Array.of(1, 0), timeS: 60 });
    expect(frames.peek(BUILDING_COLOURS)).toBe(before);
  });

  it('leave the buildings to another feature that a person turned to, until another run is shown', async () => {
    const { frames, show } = aSession();
    const ownerOf = () => frames.peek<BuildingColours>(BUILDING_COLOURS)?.owner;
    await show({ buildings: Uint8Array.of(3) });
    const fire = lendColoursTo(frames, 'fire');
    fire.lend({ build: '0123456789ab', rgba: Uint8Array.of(9, 9, 9, 255) });
    fire.ask();
    await show({ buildings: Uint8Array.of(4), timeS: 60 });
    expect(ownerOf()).toBe('fire');
    await show({ run: 'another', buildings: Uint8Array.of(4) });
    expect(ownerOf()).toBe('flood');
  });

  it.each([
    [
      'the look leaves them out',
      (s: ReturnType<typeof aSession>) => changeLook(s.store, { showsConsequences: false }),
    ],
    ['the layer is off', (s: ReturnType<typeof aSession>) => showLayer(s.store, FLOOD, false)],
    ['no run is shown', (s: ReturnType<typeof aSession>) => void s.show(undefined)],
    ['the session stops', (s: ReturnType<typeof aSession>) => s.stop()],
  ])('go when %s', async (_, act) => {
    const session = aSession();
    await session.show({ buildings: Uint8Array.of(3), roads: Uint8Array.of(1) });
    act(session);
    const { frames } = session;
    expect([BUILDING_COLOURS, FLOOD_ROADS, FLOOD_BADGES].map((one) => frames.peek(one))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are counted by the table that a person edited, told to each worker once', async () => {
    const { store, frames, call } = aSession();
    const damageCalls = () => call.mock.calls.filter(([name]) => name === 'damage');
    expect(damageCalls()).toEqual([]);
    const table = { ...jrcEurope, uncertainty: 3 };
    setDamageTable(store, table);
    expect(damageCalls()).toEqual([['damage', { table }, expect.anything()]]);
    const next = vi.fn(async () => undefined);
    frames.publish(FLOOD_LINE, { call: next });
    expect(next).toHaveBeenCalledWith('damage', { table }, expect.anything());
    setDamageTable(store, undefined);
    expect(next).toHaveBeenLastCalledWith('damage', { table: jrcEurope }, expect.anything());
  });

  it('come back with the look', async () => {
    const { store, frames, show } = aSession();
    changeLook(store, { showsConsequences: false });
    await show({ buildings: Uint8Array.of(3) });
    expect(frames.peek(BUILDING_COLOURS)).toBeUndefined();
    changeLook(store, { showsConsequences: true });
    expect(frames.peek(BUILDING_COLOURS)).toBeDefined();
  });
});
