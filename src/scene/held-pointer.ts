// Handles on the globe: while one is held, the globe itself sees nothing of the pointer.

import { Cartesian2, type Scene } from 'cesium';

export interface PointerHold<Held> {
  /** What a press takes hold of; undefined: the globe keeps the pointer. */
  readonly grab: (event: PointerEvent) => Held | undefined;
  readonly drag: (held: Held, event: PointerEvent) => void;
  /** It was let go of. */
  readonly drop?: () => void;
  /** CSS cursor while something is held. */
  readonly cursorOf: (held: Held) => string;
  /** CSS cursor for a pointer that passes by; empty where there is nothing to grab. */
  readonly hover: (event: PointerEvent) => string;
}

/** Takes hold of the globe's pointer where there is something to grab; elsewhere the globe keeps it. */
export function holdPointer<Held>(
  { canvas }: Scene,
  { grab, drag, drop, cursorOf, hover }: PointerHold<Held>,
): { remove(): void } {
  let held: { readonly what: Held; readonly pointer: number } | undefined;
  let cursor = '';

  /** The cursor is others' too: only what changes is said. */
  function show(next: string): void {
    if (next !== cursor) canvas.style.cursor = next;
    cursor = next;
  }

  function down(event: PointerEvent): void {
    if (event.target !== canvas || event.button !== 0 || held) return;
    const what = grab(event);
    if (what === undefined) return;
    held = { what, pointer: event.pointerId };
    show(cursorOf(what));
    swallow(event);
  }

  function move(event: PointerEvent): void {
    if (!held) {
      if (event.target === canvas && event.buttons === 0) show(hover(event));
      return;
    }
    if (event.pointerId !== held.pointer) return;
    swallow(event);
    drag(held.what, event);
  }

  function up(event: PointerEvent): void {
    if (!held || event.pointerId !== held.pointer) return;
    held = undefined;
    show('');
    swallow(event);
    drop?.();
  }

  // Before the globe's own handlers, which sit on the canvas.
  const options = { capture: true };
  const listeners = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', up],
  ] as const;
  for (const [type, listen] of listeners) window.addEventListener(type, listen, options);
  return {
    remove() {
      for (const [type, listen] of listeners) window.removeEventListener(type, listen, options);
      show('');
    },
  };
}

function swallow(event: PointerEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Where an event is in the picture, in CSS pixels from its corner. */
export function pointOf({ canvas }: Scene, { clientX, clientY }: PointerEvent): Cartesian2 {
  const { left, top } = canvas.getBoundingClientRect();
  return new Cartesian2(clientX - left, clientY - top);
}
