// Where the keys of a tree lead (ARIA Authoring Practices, tree view).

/** One row that is in sight or may be scrolled to: its parents are open. */
export interface TreeItem {
  readonly id: string;
  readonly label: string;
  /** Small print after the label. */
  readonly detail?: string;
  /** Things that the row stands for. */
  readonly count?: number;
  /** From 1. */
  readonly level: number;
  /** Its place among the rows of the same parent, from 1, and how many these are. */
  readonly place: number;
  readonly siblings: number;
  /** Undefined where nothing is below it. */
  readonly isExpanded?: boolean | undefined;
  /** What is below it is on its way. */
  readonly isBusy?: boolean;
  readonly isHidden?: boolean;
}

export type TreeMove =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'expand' | 'collapse'; readonly at: number };

/** What `key` does to the row `at`; `page` is how many rows PageUp and PageDown leap. */
export function findTreeMove(
  items: readonly TreeItem[],
  at: number,
  key: string,
  page: number,
): TreeMove | undefined {
  const item = items[at];
  if (!item) return undefined;
  const go = (to: number): TreeMove => ({
    kind: 'go',
    to: Math.min(items.length - 1, Math.max(0, to)),
  });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + page);
    case 'PageUp':
      return go(at - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(items.length - 1);
    case 'ArrowRight':
      if (item.isExpanded === false) return { kind: 'expand', at };
      return (items[at + 1]?.level ?? 0) > item.level ? go(at + 1) : undefined;
    case 'ArrowLeft': {
      if (item.isExpanded) return { kind: 'collapse', at };
      const parent = findParent(items, at);
      return parent === -1 ? undefined : go(parent);
    }
    default:
      return undefined;
  }
}

/** The nearest row above that is one level higher; −1 for a root. */
function findParent(items: readonly TreeItem[], at: number): number {
  const level = items[at]?.level ?? 0;
  return items.findLastIndex((item, index) => index < at && item.level < level);
}

/**
 * The next row whose label begins with `typed`, from the row `at` on and round to it. One letter, also one
 * typed again and again, goes to the next row that begins with it; a longer beginning may stay where it is.
 */
export function findTyped(items: readonly TreeItem[], at: number, typed: string): number {
  const [first = ''] = typed;
  const isRepeated = [...typed].every((letter) => letter === first);
  const wanted = (isRepeated ? first : typed).toLocaleLowerCase();
  for (let step = isRepeated ? 1 : 0; step <= items.length; step++) {
    const index = (at + step) % items.length;
    if (items[index]?.label.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
