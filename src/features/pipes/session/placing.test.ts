import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrames } from '#scene/frames.ts';
import { createAppStore } from '#store/store.ts';
import { PIPES_PLACE, type PlaceGesture } from '../contract/place.ts';
import type { OpenNetwork } from '../contract.ts';
import { pointPlace } from '../state/drawing.ts';
import { placeNetwork, startPlacing } from '../state/place.ts';
import { openTool, selectPipes, setNetworks } from '../state.ts';
import { followPlacing } from './placing.ts';

const there = { longitudeDeg: 10, latitudeDeg: 54, turnDeg: 5, scale: 1, upM: 0 };
const METRES_A_DEGREE = 111_300;

/** A page's keys, without a page. */
class Keys {
  #listen: ((event: KeyboardEvent) => void) | undefined;
  addEventListener = (_: string, listen: unknown) => {
    this.#listen = listen as (event: KeyboardEvent) => void;
  };
  removeEventListener = () => {
    this.#listen = undefined;
  };
  press(key: string, more: Partial<KeyboardEvent> = {}): boolean {
    let isTaken = false;
    const event = { key, target: null, preventDefault: () => {}, stopPropagation: () => {} };
    this.#listen?.({
      ...event,
      ...more,
      preventDefault: () => {
        isTaken = true;
      },
    } as never);
    return isTaken;
  }
}

function begin() {
  const store = createAppStore();
  const frames = createFrames();
  const keys = new Keys();
  setNetworks(store, [
    { network: 'water', middle: { longitudeDeg: 1, latitudeDeg: 2, reachM: 300 } } as OpenNetwork,
  ]);
  openTool(store, 'place');
  placeNetwork(store, 'water', there);
  startPlacing(store, 'water');
  const stop = followPlacing(store, frames, keys as never);
  const state = () => selectPipes(store.getState());
  const drag = (gesture: Partial<PlaceGesture>) =>
    frames.publish(PIPES_PLACE, {
      ...{ network: 'water', move: there, isDropped: false },
      ...gesture,
    } satisfies PlaceGesture);
  return { store, keys, stop, state, drag };
}

describe('a network being placed', () => {
  beforeEach(() => {
    vi.stubGlobal('HTMLElement', class {});
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes by the keys that place models too', () => {
    const { keys, state } = begin();
    expect(keys.press('ArrowUp', { shiftKey: true })).toBe(true);
    keys.press('PageUp');
    keys.press(',');
    const { latitudeDeg, upM, turnDeg } = state().moves.water!;
    expect((latitudeDeg - 54) * METRES_A_DEGREE).toBeCloseTo(10, 1);
    expect([upM, turnDeg]).toEqual([1, 6]);
    keys.press('Enter');
    expect(state().tool).toBe('');
  });

  it('goes back to where it was by Escape', () => {
    const { keys, state } = begin();
    keys.press('ArrowRight');
    keys.press('Escape');
    expect(state().moves.water).toEqual(there);
    expect(state().tool).toBe('');
  });

  it('leaves the keys alone while its place is pointed at', () => {
    const { keys, store } = begin();
    pointPlace(store, 'water');
    expect(keys.press('ArrowUp')).toBe(false);
  });

  it('follows a hand that drags a few times a second, and at once where it lets go', () => {
    const { state, drag, stop } = begin();
    drag({ move: { ...there, turnDeg: 6 } });
    drag({ move: { ...there, turnDeg: 7 } });
    expect(state().moves.water?.turnDeg).toBe(5);
    vi.advanceTimersByTime(1000);
    expect(state().moves.water?.turnDeg).toBe(7);
    drag({ move: { ...there, turnDeg: 8 }, isDropped: true });
    expect(state().moves.water?.turnDeg).toBe(8);
    drag({ move: { ...there, turnDeg: 9 } });
    stop();
    vi.advanceTimersByTime(1000);
    expect(state().moves.water?.turnDeg).toBe(8);
  });

  it('moves nothing that is not being placed', () => {
    const { state, drag } = begin();
    drag({ network: 'gas', isDropped: true });
    expect(state().moves).toEqual({ water: there });
  });
});
