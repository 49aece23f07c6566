import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUILDING_COLOURS, type BuildingColours, lendColoursTo } from '#scene/building-colours.ts';
import { createFrames } from '#scene/frames.ts';
import { showLayer } from '#store/layers.ts';
import { createAppStore } from '#store/store.ts';
import { FIRE_COLOURS, type FireColours } from '../contract/colours.ts';
import { FIRE_COVER } from '../contract/response.ts';
import { FIRE_RISK } from '../contract/risk.ts';
import { FIRE_ENSEMBLE, FIRE_MOMENT, FIRE_SPREAD } from '../contract/spread.ts';
import { FIRE } from '../contract.ts';
import { aFire, aRiskFrame, aSpread } from '../kernel/colours/a-painted-city.ts';
import { fireScale } from '../kernel/colours/scales.ts';
import { addFire } from '../state/fires.ts';
import { changeLook, openTool } from '../state.ts';
import { colourBuildings } from './building-colours.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aSession() {
  const store = createAppStore();
  store.setState({
    city: { manifest: { build: 'b', layers: [] }, baseUrl: 'http://city/' } as never,
  });
  const frames = createFrames();
  const life = new AbortController();
  const stop = colourBuildings({ store, frames } as never, life.signal) as () => void;
  vi.runAllTimers();
  const seen = () => frames.peek<BuildingColours>(BUILDING_COLOURS);
  /** Red, green and blue of a building as one number; undefined where it keeps its own look. */
  const colourOf = (at: number) => {
    const rgba = seen()?.rgba.subarray(at * 4, at * 4 + 4);
    return rgba && rgba[3] === 255 ? (rgba[0]! << 16) | (rgba[1]! << 8) | rgba[2]! : undefined;
  };
  const publish = (channel: string, frame: unknown) => {
    frames.publish(channel, frame);
    vi.runAllTimers();
  };
  return { store, frames, stop, seen, colourOf, publish };
}

describe('the colours of buildings', () => {
  it('stay the city’s own until somebody asks: a new city isn’t red', () => {
    const { publish, seen, store } = aSession();
    publish(FIRE_RISK, aRiskFrame([1, 5]));
    expect(seen()).toBeUndefined();
    openTool(store, 'risk');
    vi.runAllTimers();
    expect(seen()?.owner).toBe(FIRE);
    openTool(store, '');
    vi.runAllTimers();
    expect(seen()).toBeUndefined();
  });

  it('say the class that the worker says, and count it for the legend', () => {
    const { publish, colourOf, store, frames } = aSession();
    changeLook(store, { buildings: 'risk-class' });
    publish(FIRE_RISK, aRiskFrame([1, 0, 5, 5]));
    const { colours } = fireScale('risk-class');
    expect([0, 1, 2].map(colourOf)).toEqual([colours[0], undefined, colours[4]]);
    expect(frames.peek<FireColours>(FIRE_COLOURS)).toEqual({
      colouring: 'risk-class',
      counts: [1, 0, 0, 0, 2, 0],
    });
  });

  it('say by themselves what burns while a fire is shown, at the time of the clock', () => {
    const { publish, colourOf, store } = aSession();
    addFire(store, aFire());
    publish(FIRE_SPREAD, aSpread([0, 1200, Number.POSITIVE_INFINITY]));
    publish(FIRE_MOMENT, { scenario: 'f', timeS: 60 });
    const { colours } = fireScale('burning');
    expect([0, 1, 2].map(colourOf)).toEqual([colours[3], colours[1], undefined]);
    publish(FIRE_MOMENT, { scenario: 'f', timeS: 1500 });
    expect([0, 1, 2].map(colourOf)).toEqual([colours[4], colours[3], undefined]);
  });

  it('show what is kept wet while it is', () => {
    const { publish, colourOf, store } = aSession();
    const building = { id: 'B', index: 1, name: 'B', at: [10, 54] as const };
    addFire(store, {
      ...aFire(),
      defences: [
        { id: 'd', name: 'Block', buildings: [building], fromS: 100, untilS: 900, flowLs: 10 },
      ],
    });
    publish(FIRE_SPREAD, aSpread([0, 1200]));
    const { colours } = fireScale('burning');
    const shown = [50, 100, 900].map((timeS) => {
      publish(FIRE_MOMENT, { scenario: 'f', timeS });
      return colourOf(1);
    });
    expect(shown).toEqual([colours[1], colours[6], colours[2]]);
  });

  it.each([
    ['arrival', FIRE_SPREAD, aSpread([700, Number.POSITIVE_INFINITY]), 1, undefined],
    [
      'probability',
      FIRE_ENSEMBLE,
      { scenario: 'f', burnProbability: Float32Array.of(0.3, 0) },
      2,
      undefined,
    ],
    ['first-engine', FIRE_COVER, { firstS: Float32Array.of(250, Number.POSITIVE_INFINITY) }, 1, 6],
    ['full-alarm', FIRE_COVER, { fullS: Float32Array.of(650, Number.NaN) }, 3, undefined],
  ] as const)('say the %s where that is chosen', (colouring, channel, frame, first, second) => {
    const { publish, colourOf, store } = aSession();
    addFire(store, aFire());
    changeLook(store, { buildings: colouring });
    publish(channel, frame);
    const { colours } = fireScale(colouring);
    expect(colourOf(0)).toBe(colours[first]);
    expect(colourOf(1)).toBe(second === undefined ? undefined : colours[second]);
  });

  it('leave out what is of another fire or another city', () => {
    const { publish, seen, store } = aSession();
    addFire(store, aFire());
    publish(FIRE_SPREAD, { ...aSpread([0]), scenario: 'another' });
    publish(FIRE_MOMENT, { scenario: 'another', timeS: 60 });
    expect(seen()).toBeUndefined();
    changeLook(store, { buildings: 'risk-class' });
    publish(FIRE_RISK, { ...aRiskFrame([5]), build: 'another' });
    expect(seen()).toBeUndefined();
  });

  it('are painted at most five times a second, the latest at last', () => {
    const { frames, store, colourOf } = aSession();
    changeLook(store, { buildings: 'risk-class' });
    vi.runAllTimers();
    let tables = 0;
    frames.subscribe((channel) => channel === BUILDING_COLOURS && tables++);
    for (let frame = 0; frame < 40; frame++) {
      frames.publish(FIRE_RISK, aRiskFrame([1 + (frame % 5)]));
      vi.advanceTimersByTime(25);
    }
    vi.runAllTimers();
    expect(tables).toBeGreaterThan(2);
    expect(tables).toBeLessThanOrEqual(6);
    expect(colourOf(0)).toBe(fireScale('risk-class').colours[4]);
  });

  it('upload no table in which nothing differs', () => {
    const { publish, seen, store } = aSession();
    changeLook(store, { buildings: 'risk-class' });
    publish(FIRE_RISK, aRiskFrame([1, 2]));
    const before = seen();
    publish(FIRE_RISK, aRiskFrame([1, 2]));
    expect(seen()).toBe(before);
  });

  it('come and go with the layer, and leave with the session', () => {
    const { publish, seen, store, stop } = aSession();
    changeLook(store, { buildings: 'risk-class' });
    publish(FIRE_RISK, aRiskFrame([4]));
    showLayer(store, FIRE, false);
    vi.runAllTimers();
    expect(seen()).toBeUndefined();
    showLayer(store, FIRE, true);
    vi.runAllTimers();
    expect(seen()).toBeDefined();
    stop();
    expect(seen()).toBeUndefined();
  });

  it('give way to a feature that a person turned to, and come back by a choice', () => {
    const { publish, seen, store, frames } = aSession();
    changeLook(store, { buildings: 'risk-class' });
    publish(FIRE_RISK, aRiskFrame([4]));
    const flood = lendColoursTo(frames, 'flood');
    flood.lend({ build: 'b', rgba: Uint8Array.of(1, 1, 1, 255) });
    flood.ask();
    publish(FIRE_RISK, aRiskFrame([5]));
    expect(seen()?.owner).toBe('flood');
    changeLook(store, { showsPlume: false });
    vi.runAllTimers();
    expect(seen()?.owner).toBe('flood');
    changeLook(store, { buildings: 'risk-percentile' });
    vi.runAllTimers();
    expect(seen()?.owner).toBe(FIRE);
    changeLook(store, { buildings: 'none' });
    vi.runAllTimers();
    expect(seen()?.owner).toBe('flood');
  });
});
