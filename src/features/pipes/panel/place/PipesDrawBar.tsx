import { useAppStore, useText } from '#store/use-store.tsx';
import { PlacesBar } from '#ui';
import {
  addPoint,
  cancelDrawing,
  finishDrawing,
  leastPoints,
  removePoint,
} from '../../state/drawing.ts';
import type { PipesDrawing } from '../../state/initial.ts';
import { messages } from './messages.ts';

interface PipesDrawBarProps {
  readonly drawing: PipesDrawing;
  readonly title: string;
  readonly how: string;
}

/** While points are set on the globe: how, and the same by typing coordinates. */
export function PipesDrawBar({ drawing, title, how }: PipesDrawBarProps) {
  const store = useAppStore();
  const say = useText();
  const { points } = drawing;
  return (
    <PlacesBar
      title={title}
      how={how}
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
