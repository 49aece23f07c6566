import { useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { nudged } from '../../kernel/place/move-network.ts';
import { moveOf, placeNetwork } from '../../state/place.ts';
import { selectPipes } from '../../state.ts';
import { useLine } from '../use-line.ts';
import { useQuantity } from '../use-words.ts';
import { messages } from './messages.ts';

const SNAP_WITHIN_M = 50;

/** What became of the last snap in words, and how to snap; undefined while no worker is there. */
export function useSnap(
  network: string,
): readonly [said: string | undefined, snap: (() => void) | undefined] {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const quantity = useQuantity();
  const [said, setSaid] = useState<string>();
  const snap = async () => {
    const found = await line?.call('snap', { network, withinM: SNAP_WITHIN_M });
    const move = moveOf(selectPipes(store.getState()), network);
    if (found && move) {
      const { eastM, northM, upM, node, to, toNetwork } = found;
      placeNetwork(store, network, { ...nudged(move, eastM, northM), upM: move.upM + upM });
      setSaid(say(messages.snapped(node, to, toNetwork)));
    } else setSaid(say(messages.noSnap(quantity(SNAP_WITHIN_M, 'm', { decimals: 0 }))));
  };
  return [said, line && (() => void snap())];
}
