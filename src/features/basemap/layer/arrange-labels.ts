// Which names fit on the screen: the more important first, none over another, few of the same name.

export interface LabelBox {
  /** Middle on the screen, CSS px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly priority: number;
  readonly name: string;
}

/** Air between two names: packed any closer, they are read as one. */
const APART_PX = 14;
const ABOVE_PX = 6;
/** Between two labels with the same name, such as pieces of one river. */
const REPEAT_PX = 420;

/** Indices of the boxes to show, at most `limit`; no two of them overlap. */
export function arrangeLabels(boxes: readonly LabelBox[], limit: number): number[] {
  const order = Array.from(boxes.keys()).sort(
    (a, b) => boxes[b]!.priority - boxes[a]!.priority || a - b,
  );
  const shown: number[] = [];
  for (const index of order) {
    if (shown.length >= limit) break;
    const box = boxes[index]!;
    if (!shown.some((other) => isInTheWay(box, boxes[other]!))) shown.push(index);
  }
  return shown;
}

function isInTheWay(a: LabelBox, b: LabelBox): boolean {
  const dx = Math.abs(a.x - b.x);
  const dy = Math.abs(a.y - b.y);
  if (a.name === b.name && Math.hypot(dx, dy) < REPEAT_PX) return true;
  return dx < (a.width + b.width) / 2 + APART_PX && dy < (a.height + b.height) / 2 + ABOVE_PX;
}
