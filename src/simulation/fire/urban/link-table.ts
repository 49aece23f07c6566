// Links of a graph whose buildings are linked one after the other: structures of arrays that grow. m; factors 0 … 1.

export interface Link {
  readonly to: number;
  readonly factor: number;
  readonly gapM: number;
  readonly towardsX: number;
  readonly towardsY: number;
}

/** Links of building b lie at `first[b]` … `first[b] + counts[b]`; arrays are others after each `add`. */
export interface LinkTable {
  readonly first: Int32Array;
  /** −1: not linked yet. */
  readonly counts: Int32Array;
  readonly to: Int32Array;
  /** Of what b sends to the worst-exposed point of `to`, with what stands between taken off. */
  readonly viewFactor: Float32Array;
  readonly gapM: Float32Array;
  /** Unit vector from b to `to`. */
  readonly towardsX: Float32Array;
  readonly towardsY: Float32Array;
  /** Links in all, and buildings that are linked. */
  readonly size: number;
  readonly linked: number;
  isLinked(building: number): boolean;
  /** Makes room for the links of a building, which `set` fills. */
  add(building: number, links: number): void;
  set(building: number, at: number, link: Link): void;
}

export function createLinkTable(count: number): LinkTable {
  let capacity = Math.max(64, count);
  let to = new Int32Array(capacity);
  let viewFactor = new Float32Array(capacity);
  let gapM = new Float32Array(capacity);
  let towardsX = new Float32Array(capacity);
  let towardsY = new Float32Array(capacity);
  let size = 0;
  let linked = 0;
  const first = new Int32Array(count);
  const counts = new Int32Array(count).fill(-1);

  function grow(needed: number): void {
    while (capacity < needed) capacity *= 2;
    const longer = <Values extends Int32Array | Float32Array>(into: Values, from: Values) => {
      into.set(from);
      return into;
    };
    to = longer(new Int32Array(capacity), to);
    viewFactor = longer(new Float32Array(capacity), viewFactor);
    gapM = longer(new Float32Array(capacity), gapM);
    towardsX = longer(new Float32Array(capacity), towardsX);
    towardsY = longer(new Float32Array(capacity), towardsY);
  }

  return {
    ...{ first, counts },
    get to() {
      return to;
    },
    get viewFactor() {
      return viewFactor;
    },
    get gapM() {
      return gapM;
    },
    get towardsX() {
      return towardsX;
    },
    get towardsY() {
      return towardsY;
    },
    get size() {
      return size;
    },
    get linked() {
      return linked;
    },
    isLinked: (building) => counts[building]! >= 0,
    add(building, links) {
      if (size + links > capacity) grow(size + links);
      first[building] = size;
      counts[building] = links;
      size += links;
      linked++;
    },
    set(building, at, link) {
      const place = first[building]! + at;
      to[place] = link.to;
      viewFactor[place] = link.factor;
      gapM[place] = link.gapM;
      towardsX[place] = link.towardsX;
      towardsY[place] = link.towardsY;
    },
  };
}
