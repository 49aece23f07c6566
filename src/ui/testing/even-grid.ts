import { expect } from 'vitest';

/** Fails where the words of a button of `root` are cut, or where a line of buttons is not as wide as the widest. */
export function expectEvenGrid(root: Element): void {
  const lines = new Map<number, { left: number; right: number }>();
  const buttons = [...root.querySelectorAll('button')];
  expect(buttons.length).toBeGreaterThan(1);
  for (const button of buttons) {
    for (const part of [button, ...button.querySelectorAll('*')]) {
      expect(part.scrollWidth, `Room for “${button.textContent}”`).toBeLessThanOrEqual(
        Math.max(part.clientWidth, Math.ceil(part.getBoundingClientRect().width)),
      );
    }
    const { top, left, right } = button.getBoundingClientRect();
    const line = lines.get(Math.round(top)) ?? { left, right };
    lines.set(Math.round(top), {
      left: Math.min(line.left, left),
      right: Math.max(line.right, right),
    });
  }
  const edges = [...lines.values()].map(({ left, right }) => [Math.round(left), Math.round(right)]);
  expect(edges).toEqual(edges.map(() => edges[0]));
}
