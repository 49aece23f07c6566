// Which key moves a thing how, while it is being placed by hand.

import type { ModelPoint } from '#model/model-moves.ts';

export type PlacingKey =
  | { readonly kind: 'move'; readonly byM: ModelPoint }
  | { readonly kind: 'turn'; readonly byDeg: number }
  | { readonly kind: 'apply' }
  | { readonly kind: 'cancel' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const moves: Readonly<Record<string, ModelPoint>> = {
  ArrowUp: [0, 1, 0],
  ArrowDown: [0, -1, 0],
  ArrowRight: [1, 0, 0],
  ArrowLeft: [-1, 0, 0],
  PageUp: [0, 0, 1],
  PageDown: [0, 0, -1],
};

/** Counter-clockwise is positive. With Shift some layouts give another character. */
const turns: Readonly<Record<string, number>> = { ',': 1, '<': 1, '.': -1, '>': -1 };

/** Arrows move north, south, east and west, Page up and down lift, comma and full stop turn. */
export function readPlacingKey(event: Pressed): PlacingKey | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  const step = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
  const move = moves[event.key];
  if (move) return { kind: 'move', byM: [move[0] * step, move[1] * step, move[2] * step] };
  const turn = turns[event.key];
  if (turn !== undefined) return { kind: 'turn', byDeg: turn * step };
  if (event.key === 'Enter') return { kind: 'apply' };
  if (event.key === 'Escape') return { kind: 'cancel' };
  return undefined;
}

export type KeyTarget = Pick<Window, 'addEventListener' | 'removeEventListener'>;

export interface PlacingKeyActs {
  /** Whether something is being placed. */
  readonly isOn: () => boolean;
  readonly press: (key: PlacingKey) => void;
}

/** Listens before the globe's own keys and the app's; what is typed into keeps its keys. Returns how to stop. */
export function followPlacingKeys(keys: KeyTarget, { isOn, press }: PlacingKeyActs): () => void {
  function listen(event: KeyboardEvent): void {
    if (!isOn() || event.defaultPrevented || isTyping(event.target)) return;
    const key = readPlacingKey(event);
    if (!key || (key.kind === 'apply' && isControl(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    press(key);
  }
  keys.addEventListener('keydown', listen, true);
  return () => keys.removeEventListener('keydown', listen, true);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], [role="dialog"], [role="menu"]') !==
      null);

/** What Enter presses by itself. */
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, [role="button"]') !== null;
