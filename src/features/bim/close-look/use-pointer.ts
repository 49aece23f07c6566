import { type PointerEvent, useEffect, useRef } from 'react';
import { select, toggleSelected } from '#store/selection.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { useKit } from '#ui';
import { useLine } from '../panel/use-line.ts';
import { toSelectedElement } from '../state/selected.ts';
import { measureText } from './measure-text.ts';
import { messages } from './messages.ts';
import type { Measuring } from './use-measuring.ts';
import type { ViewControl } from './use-view.ts';
import type { Stage } from './view/stage.ts';
import { WalkView } from './view/walk-view.ts';

/** A press that moves farther than this is a drag, in pixels. */
const CLICK_PX = 5;
/** A floor, by the upward part of its normal. */
const LEVEL = 0.75;

interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
}

/** A click selects, measures, or goes there; the pointer over the picture shows what it would take. */
export function usePointer(
  stage: Stage | undefined,
  view: ViewControl,
  measuring: Measuring,
  onSay: (text: string) => void,
): PointerHandlers {
  const store = useAppStore();
  const line = useLine();
  const say = useText();
  const { language } = useKit();
  const pressed = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  async function take(index: number, isAdding: boolean): Promise<void> {
    const [id] = (await line?.call('identify', { indices: [index] })) ?? [];
    if (!id) return;
    const thing = toSelectedElement(index, id);
    if (isAdding) toggleSelected(store, thing);
    else select(store, [thing]);
    const known = await line?.call('describe', { index });
    if (known) onSay(say(messages.selected(known.name || known.class)));
  }

  function click(x: number, y: number, isAdding: boolean): void {
    if (!stage) return;
    if (measuring.tool !== 'select') {
      const snap = stage.snap(x, y);
      const made = snap && measuring.take(snap);
      if (made) onSay(measureText(made, language, say).spoken);
      return;
    }
    const hit = stage.hit(x, y);
    if (!hit) {
      if (!isAdding) select(store, []);
      return;
    }
    const walking = view.current();
    if (walking instanceof WalkView && hit.normal[2] > LEVEL && walking.goTo(hit.point)) return;
    void take(hit.element, isAdding);
  }

  return {
    onPointerDown: ({ button, clientX: x, clientY: y }) => {
      pressed.current = button === 0 ? { x, y } : undefined;
    },
    onPointerMove: (event) => {
      if (measuring.tool === 'select' || event.buttons !== 0 || !stage) return;
      const { x, y } = placeIn(event, stage);
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => measuring.setHover(stage.snap(x, y)));
    },
    onPointerUp: (event) => {
      const from = pressed.current;
      pressed.current = undefined;
      if (!from || !stage) return;
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_PX) return;
      const { x, y } = placeIn(event, stage);
      click(x, y, event.shiftKey || event.ctrlKey || event.metaKey);
    },
    onPointerLeave: () => {
      cancelAnimationFrame(frame.current);
      measuring.setHover(undefined);
    },
  };
}

function placeIn({ clientX, clientY }: PointerEvent, { canvas }: Stage) {
  const { left, top } = canvas.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
