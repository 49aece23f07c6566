import { useAppStore, useText } from '#store/use-store.tsx';
import { PlacesBar } from '#ui';
import { drawMessages as messages } from '../messages/draw.ts';
import { howToDraw, kindNames } from '../messages/parts.ts';
import { addPoint, cancelDrawing, finishDrawing, leastPoints, removePoint } from '../state/draw.ts';
import type { FloodDrawing } from '../state/initial.ts';

/** While something is drawn: how, and the same by typing coordinates. */
export function DrawBar({ drawing }: { readonly drawing: FloodDrawing }) {
  const store = useAppStore();
  const say = useText();
  const { part, points } = drawing;
  return (
    <PlacesBar
      title={say(messages.title(kindNames[part]))}
      how={say(howToDraw[part])}
      count={say(messages.points(points.length))}
      isEmpty={points.length === 0}
      isWhole={points.length >= leastPoints(drawing)}
      notRead={(typed) => say(messages.notRead(typed))}
      onAdd={(place) => addPoint(store, place)}
      onFinish={() => finishDrawing(store)}
      onUndo={() => removePoint(store)}
      onCancel={() => cancelDrawing(store)}
    />
  );
}
