// While a network is being placed: what a person does on the globe and by key moves it. Tables and shapes are made anew
// for each place, so a hand that drags is followed a few times a second.

import { followPlacingKeys, type KeyTarget } from '#features/placing-keys.ts';
import type { Frames } from '#scene/frames.ts';
import type { AppStore } from '#store/store.ts';
import { PIPES_PLACE, type PlaceGesture } from '../contract/place.ts';
import { nudged, turned } from '../kernel/place/move-network.ts';
import { cancelPlacing, moveOf, placeNetwork } from '../state/place.ts';
import { openTool, selectPipes } from '../state.ts';

const DRAG_GAP_MS = 200;

/** `keys`: where they are pressed; nowhere outside a page. Returns how to stop. */
export function followPlacing(
  store: AppStore,
  frames: Frames,
  keys: KeyTarget | undefined,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: PlaceGesture | undefined;

  function apply(): void {
    clearTimeout(timer);
    timer = undefined;
    const gesture = latest;
    latest = undefined;
    if (gesture && placingNow() === gesture.network) {
      placeNetwork(store, gesture.network, gesture.move);
    }
  }

  const placingNow = () => {
    const { placing, drawing } = selectPipes(store.getState());
    return drawing ? undefined : placing?.network;
  };

  const unfollow = frames.subscribe((channel) => {
    if (channel !== PIPES_PLACE) return;
    latest = frames.take<PlaceGesture>(PIPES_PLACE) ?? latest;
    if (latest?.isDropped) apply();
    else timer ??= setTimeout(apply, DRAG_GAP_MS);
  });

  const unkey =
    keys &&
    followPlacingKeys(keys, {
      isOn: () => placingNow() !== undefined,
      press(key) {
        const network = placingNow();
        const move = network && moveOf(selectPipes(store.getState()), network);
        if (key.kind === 'cancel') cancelPlacing(store);
        if (key.kind === 'apply' || key.kind === 'cancel') openTool(store, '');
        else if (move) {
          const [east, north, up] = key.kind === 'move' ? key.byM : [0, 0, 0];
          const next =
            key.kind === 'turn'
              ? turned(move, key.byDeg)
              : { ...nudged(move, east, north), upM: move.upM + up };
          placeNetwork(store, network, next);
        }
      },
    });
  return () => {
    clearTimeout(timer);
    unfollow();
    unkey?.();
  };
}
