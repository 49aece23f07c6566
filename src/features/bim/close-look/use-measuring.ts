import { useState } from 'react';
import {
  clicksOf,
  type Measure,
  type MeasureKind,
  measureAngle,
  measureArea,
  measureDistance,
  measurePerpendicular,
} from './measure/measures.ts';
import type { Snap } from './measure/snap.ts';
import type { Stage } from './view/stage.ts';

export type Tool = 'select' | MeasureKind;

export interface Measuring {
  readonly tool: Tool;
  readonly setTool: (tool: Tool) => void;
  /** Places clicked so far for the measure that is being made. */
  readonly pending: readonly Snap[];
  /** What the pointer would take. */
  readonly hover: Snap | undefined;
  readonly setHover: (snap: Snap | undefined) => void;
  readonly measures: readonly Measure[];
  /** Takes a place; the finished measure where it was the last one. */
  readonly take: (snap: Snap) => Measure | undefined;
  /** One step back: a place, then the tool; false where there is nothing to take back. */
  readonly cancel: () => boolean;
  readonly remove: (id: number) => void;
  readonly removeAll: () => void;
}

export function useMeasuring(stage: Stage | undefined): Measuring {
  const [tool, setOwnTool] = useState<Tool>('select');
  const [pending, setPending] = useState<readonly Snap[]>([]);
  const [hover, setHover] = useState<Snap>();
  const [measures, setMeasures] = useState<readonly Measure[]>([]);

  function setTool(next: Tool): void {
    setOwnTool(next);
    setPending([]);
    setHover(undefined);
  }

  function take(snap: Snap): Measure | undefined {
    if (tool === 'select' || !stage) return undefined;
    const places = [...pending, snap];
    if (places.length < clicksOf(tool)) {
      setPending(places);
      return undefined;
    }
    const id = 1 + Math.max(0, ...measures.map((one) => one.id));
    const made = measure(id, tool, places, stage);
    setPending([]);
    if (made) setMeasures([...measures, made]);
    return made;
  }

  return {
    ...{ tool, setTool, pending, hover, setHover, measures, take },
    cancel() {
      if (pending.length > 0) setPending(pending.slice(0, -1));
      else if (tool !== 'select') setTool('select');
      else return false;
      return true;
    },
    remove: (id) => setMeasures(measures.filter((one) => one.id !== id)),
    removeAll: () => setMeasures([]),
  };
}

function measure(
  id: number,
  tool: MeasureKind,
  [a, b]: readonly Snap[],
  stage: Stage,
): Measure | undefined {
  if (a && tool === 'area') return measureArea(id, stage.faceAt(a));
  if (!a || !b) return undefined;
  switch (tool) {
    case 'distance':
      return measureDistance(id, a, b);
    case 'perpendicular':
      return measurePerpendicular(id, a, b);
    case 'angle':
      return measureAngle(id, a, b);
    default:
      return undefined;
  }
}
