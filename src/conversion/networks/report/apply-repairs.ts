// Makes the repairs that a person accepted. Each is judged by what the ones before it left.

import type {
  ImportedNetwork,
  ImportedNode,
  ImportedPipe,
  PlanePoint,
} from '../imported-network.ts';
import type { PlacedNetwork } from '../place-network.ts';
import { cross } from './find-crossings.ts';
import type { Repair } from './findings.ts';
import { createMetres, nearestOn } from './network-plan.ts';

export interface Repaired {
  readonly placed: PlacedNetwork;
  readonly made: readonly Repair[];
  /** What could not be made any more: its element went with another repair. */
  readonly obsolete: readonly Repair[];
}

export function applyRepairs(placed: PlacedNetwork, repairs: readonly Repair[]): Repaired {
  const bench = new Bench(placed);
  const made: Repair[] = [];
  const obsolete: Repair[] = [];
  for (const repair of repairs) (bench.make(repair) ? made : obsolete).push(repair);
  return { placed: { ...placed, network: bench.network }, made, obsolete };
}

class Bench {
  readonly #network: ImportedNetwork;
  readonly #pipes: Map<string, ImportedPipe>;
  readonly #nodes: Map<string, ImportedNode>;
  /** Where nodes went that gave way to others. */
  readonly #into = new Map<string, string>();
  /** The second part of what was cut in two, by the first one's id. */
  readonly #parts = new Map<string, string>();
  readonly #toPlan: ReturnType<typeof createMetres>['toPlan'];

  constructor({ network, toEarth, boundsDeg }: PlacedNetwork) {
    this.#network = network;
    this.#pipes = new Map(network.pipes.map((pipe) => [pipe.id, pipe]));
    this.#nodes = new Map(network.nodes.map((node) => [node.id, node]));
    this.#toPlan = createMetres(boundsDeg, toEarth).toPlan;
  }

  get network(): ImportedNetwork {
    const end = (id: string) => this.#now(id);
    const valves = this.#network.valves.filter(({ link }) => this.#pipes.has(link));
    return {
      ...this.#network,
      pipes: [...this.#pipes.values()].map((pipe) => this.#withEnds(pipe)),
      nodes: [...this.#nodes.values()],
      devices: this.#network.devices.map((device) => ({
        ...device,
        from: end(device.from),
        to: end(device.to),
      })),
      valves: valves.map((valve) => {
        const node = end(valve.node);
        return { ...valve, node, link: this.#partAt(valve.link, node) };
      }),
    };
  }

  make(repair: Repair): boolean {
    switch (repair.kind) {
      case 'snap':
        return this.#snap(repair.node, repair.into);
      case 'split':
        return this.#split(repair.pipe, this.#now(repair.node));
      case 'cross':
        return this.#cross(...repair.pipes);
      case 'drop':
        return this.#pipes.delete(repair.pipe);
      case 'reverse':
        return this.#change(repair.pipe, toReversed);
      case 'interpolate':
        return this.#change(repair.pipe, (pipe) => withInverts(pipe, repair));
    }
  }

  /** Of a pipe that was cut, the part that ends at the node. */
  #partAt(pipe: string, node: string): string {
    for (let id: string | undefined = pipe; id !== undefined; id = this.#parts.get(id)) {
      const part = this.#pipes.get(id);
      if (part && (this.#now(part.from) === node || this.#now(part.to) === node)) return id;
    }
    return pipe;
  }

  #now(id: string): string {
    let now = id;
    for (let next = this.#into.get(now); next !== undefined; next = this.#into.get(now)) now = next;
    return now;
  }

  /** Its line goes on to where its ends went. */
  #withEnds(pipe: ImportedPipe): ImportedPipe {
    const [from, to] = [this.#now(pipe.from), this.#now(pipe.to)];
    if (from === pipe.from && to === pipe.to) return pipe;
    const line = [...pipe.line];
    const move = (at: number, id: string) => {
      const [old, node] = [line[at], this.#nodes.get(id)];
      if (old && node) line[at] = [node.point[0], node.point[1], old[2]];
    };
    if (from !== pipe.from) move(0, from);
    if (to !== pipe.to) move(line.length - 1, to);
    return { ...pipe, from, to, line };
  }

  #snap(node: string, into: string): boolean {
    const [from, to] = [this.#now(node), this.#now(into)];
    if (from === to || !this.#nodes.has(from) || !this.#nodes.has(to)) return false;
    this.#nodes.delete(from);
    this.#into.set(from, to);
    return true;
  }

  #change(id: string, change: (pipe: ImportedPipe) => ImportedPipe): boolean {
    const pipe = this.#pipes.get(id);
    if (pipe) this.#pipes.set(id, change(pipe));
    return pipe !== undefined;
  }

  #split(id: string, node: string): boolean {
    const [pipe, at] = [this.#pipes.get(id), this.#nodes.get(node)];
    if (!pipe || !at || pipe.from === node || pipe.to === node) return false;
    const { segment, share } = nearestOn(pipe.line.map(this.#toPlan), this.#toPlan(at.point));
    const levelM = levelBetween(pipe, segment, share);
    this.#cut(pipe, node, segment, [at.point[0], at.point[1], levelM], share);
    return true;
  }

  #cross(first: string, second: string): boolean {
    const [a, b] = [this.#pipes.get(first), this.#pipes.get(second)];
    if (!a || !b) return false;
    const [lineA, lineB] = [a.line.map(this.#toPlan), b.line.map(this.#toPlan)];
    for (let i = 0; i + 1 < lineA.length; i++) {
      for (let j = 0; j + 1 < lineB.length; j++) {
        const found = cross(lineA[i]!, lineA[i + 1]!, lineB[j]!, lineB[j + 1]!);
        if (!found) continue;
        const [start, end] = [a.line[i]!, a.line[i + 1]!];
        const [x, y] = [0, 1].map(
          (axis) => start[axis]! + (end[axis]! - start[axis]!) * found.shareA,
        );
        const id = this.#newId(`${first}×${second}`);
        const levelM = levelBetween(a, i, found.shareA);
        const point: PlanePoint = [x!, y!, levelM];
        this.#nodes.set(id, { id, at: a.at, kind: 'junction', point });
        this.#cut(a, id, i, point, found.shareA);
        this.#cut(b, id, j, [x!, y!, levelBetween(b, j, found.shareB)], found.shareB);
        return true;
      }
    }
    return false;
  }

  /** The first part keeps the id, so that valves and readings find it. */
  #cut(pipe: ImportedPipe, node: string, segment: number, point: PlanePoint, share: number): void {
    const along = shareOf(pipe.line.map(this.#toPlan), segment, share);
    const { fromInvertM, toInvertM, lengthM } = pipe;
    const invertM =
      fromInvertM === undefined || toInvertM === undefined
        ? undefined
        : fromInvertM + (toInvertM - fromInvertM) * along;
    const part = (share: number) => (lengthM === undefined ? undefined : lengthM * share);
    this.#pipes.set(pipe.id, {
      ...pipe,
      to: node,
      line: [...pipe.line.slice(0, segment + 1), point],
      toInvertM: invertM,
      lengthM: part(along),
    });
    const id = this.#newId(`${pipe.id}/2`);
    const later = this.#parts.get(pipe.id);
    this.#parts.set(pipe.id, id);
    if (later !== undefined) this.#parts.set(id, later);
    this.#pipes.set(id, {
      ...pipe,
      id,
      from: node,
      line: [point, ...pipe.line.slice(segment + 1)],
      fromInvertM: invertM,
      lengthM: part(1 - along),
      more: { ...pipe.more, splitFrom: pipe.id },
    });
  }

  #newId(wanted: string): string {
    let id = wanted;
    while (this.#nodes.has(id) || this.#pipes.has(id)) id += "'";
    return id;
  }
}

const toReversed = (pipe: ImportedPipe): ImportedPipe => ({
  ...pipe,
  from: pipe.to,
  to: pipe.from,
  line: pipe.line.toReversed(),
  fromInvertM: pipe.toInvertM,
  toInvertM: pipe.fromInvertM,
});

function withInverts(
  pipe: ImportedPipe,
  { fromInvertM, toInvertM }: { readonly fromInvertM: number; readonly toInvertM: number },
): ImportedPipe {
  const half = (pipe.heightM ?? pipe.innerM ?? 0) / 2;
  const last = pipe.line.length - 1;
  return {
    ...pipe,
    fromInvertM,
    toInvertM,
    zSource: 'default',
    line: pipe.line.map(([x, y], at) => [
      x,
      y,
      fromInvertM + ((toInvertM - fromInvertM) * at) / last + half,
    ]),
    more: { ...pipe.more, invertSource: 'interpolated' },
  };
}

function levelBetween({ line }: ImportedPipe, segment: number, share: number): number {
  const [a, b] = [line[segment]?.[2] ?? Number.NaN, line[segment + 1]?.[2] ?? Number.NaN];
  return a + (b - a) * share;
}

/** Share of a line's length before a point on one of its segments. */
function shareOf(line: readonly (readonly [number, number])[], segment: number, share: number) {
  let [before, whole] = [0, 0];
  for (let at = 0; at + 1 < line.length; at++) {
    const [a, b] = [line[at]!, line[at + 1]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (at < segment) before += length;
    if (at === segment) before += length * share;
    whole += length;
  }
  return whole > 0 ? before / whole : 0;
}
