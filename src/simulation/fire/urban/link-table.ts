// Links of a graph whose buildings are linked one after the other, in one memory that grows: a link's numbers lie side by
// side, since a run reads all of a building's links at once (apart, that cost a fifth of it). m; factors 0 … 1.

export interface Link {
  readonly to: number;
  /** Of what it sends to the worst-exposed point of `to`, with what stands between taken off. */
  readonly factor: number;
  readonly gapM: number;
  /** Unit vector to `to`. */
  readonly towardsX: number;
  readonly towardsY: number;
}

/** Numbers of a link: to, factor, gap, unit vector x and y. */
export const LINK_SIZE = 5;

/** Links of building b are `first[b]` … `first[b] + counts[b]`; arrays are others after each `add`. */
export interface LinkTable {
  readonly first: Int32Array;
  /** −1: not linked yet. */
  readonly counts: Int32Array;
  /** Of link l the numbers from `LINK_SIZE · l` on; the first in `targets`, the others in `values`. */
  readonly targets: Int32Array;
  readonly values: Float32Array;
  /** Links in all, and buildings that are linked. */
  readonly size: number;
  readonly linked: number;
  isLinked(building: number): boolean;
  linkAt(link: number): Link;
  /** Makes room for the links of a building, which `set` fills. */
  add(building: number, links: number): void;
  set(building: number, at: number, link: Link): void;
}

export function createLinkTable(count: number): LinkTable {
  let values = new Float32Array(LINK_SIZE * Math.max(64, count));
  let targets = new Int32Array(values.buffer);
  let size = 0;
  let linked = 0;
  const first = new Int32Array(count);
  const counts = new Int32Array(count).fill(-1);

  function grow(needed: number): void {
    let length = values.length;
    while (length < LINK_SIZE * needed) length *= 2;
    // As whole numbers: some of those are no number that a float may be copied as.
    const longer = new Int32Array(length);
    longer.set(targets);
    targets = longer;
    values = new Float32Array(longer.buffer);
  }

  return {
    ...{ first, counts },
    get targets() {
      return targets;
    },
    get values() {
      return values;
    },
    get size() {
      return size;
    },
    get linked() {
      return linked;
    },
    isLinked: (building) => counts[building]! >= 0,
    linkAt(link) {
      const at = LINK_SIZE * link;
      return {
        ...{ to: targets[at]!, factor: values[at + 1]!, gapM: values[at + 2]! },
        ...{ towardsX: values[at + 3]!, towardsY: values[at + 4]! },
      };
    },
    add(building, links) {
      if (LINK_SIZE * (size + links) > values.length) grow(size + links);
      first[building] = size;
      counts[building] = links;
      size += links;
      linked++;
    },
    set(building, at, { to, factor, gapM, towardsX, towardsY }) {
      const place = LINK_SIZE * (first[building]! + at);
      targets[place] = to;
      values[place + 1] = factor;
      values[place + 2] = gapM;
      values[place + 3] = towardsX;
      values[place + 4] = towardsY;
    },
  };
}
