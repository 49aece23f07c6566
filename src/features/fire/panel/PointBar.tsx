import { useAppStore, useText } from '#store/use-store.tsx';
import { PlacesBar } from '#ui';
import { drawMessages as messages, pointedWords } from '../messages/draw.ts';
import type { FirePointing } from '../state/initial.ts';
import {
  addPoint,
  cancelPointing,
  finishPointing,
  pointsOf,
  removePoint,
} from '../state/pointing.ts';

/** While something is pointed at: how, and the same by typing coordinates. */
export function PointBar({ pointing }: { readonly pointing: FirePointing }) {
  const store = useAppStore();
  const say = useText();
  const { thing, shape, points } = pointing;
  const { name, how } = pointedWords[thing];
  return (
    <PlacesBar
      title={say(messages.title(name))}
      how={say(how)}
      count={say(messages.points(points.length))}
      isEmpty={points.length === 0}
      isWhole={points.length >= pointsOf[shape][0]}
      notRead={(typed) => say(messages.notRead(typed))}
      onAdd={(place) => addPoint(store, place)}
      onFinish={() => finishPointing(store)}
      onUndo={() => removePoint(store)}
      onCancel={() => cancelPointing(store)}
    />
  );
}
