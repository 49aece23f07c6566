// Where it may have come from: water that people complained of is followed back in time through the flows that
// brought it, mixing at nodes undone by shares of inflow; what lies upstream of all complaints within one spell of
// injection is a candidate. s since the start of the flow history, m³/s.
// Source: Shang, Uber and Polycarpou 2002 (particle backtracking); De Sanctis et al. 2010 (candidates by intersection).

import { LinkType, NodeType } from 'epanet-js';
import type { WaterModel } from '../parts.ts';
import { nodeOf } from '../prepare.ts';
import { periodAt } from './carry.ts';
import type { FlowHistory } from './parts.ts';

export interface Complaint {
  readonly node: string;
  readonly atS: number;
  /** The water may have come up to so much earlier. */
  readonly withinS: number;
}

export interface Candidate {
  readonly node: string;
  /** Sums to 1 over all candidates. */
  readonly likelihood: number;
  /** When it would have entered, within the spell that was asked for. */
  readonly fromS: number;
  readonly untilS: number;
  /** Share of each complaint's water that passed there within it, 0–1. */
  readonly shares: readonly number[];
}

export interface TraceBack {
  readonly candidates: readonly Candidate[];
  /** Share of the complaints' water that was lost sight of in tanks or before the history begins, on average. */
  readonly unknownShare: number;
}

export interface TraceBackOptions {
  /** How long the injection may have lasted. */
  readonly spellS: number;
  /** Least share of each complaint's water that a candidate must have sent. */
  readonly leastShare: number;
}

export const usualTraceBack: TraceBackOptions = { spellS: 4 * 3600, leastShare: 0.01 };

const BIN_S = 300;
/** Parcels smaller than this share are let go. */
const LEAST_PARCEL = 1e-4;

/** Throws where a complaint is no node or lies outside the history. */
export function traceBack(
  model: WaterModel,
  history: FlowHistory,
  complaints: readonly Complaint[],
  options: TraceBackOptions = usualTraceBack,
): TraceBack {
  if (complaints.length === 0)
    throw new Error('Nobody complained: there is nothing to trace back.');
  const bins = Math.max(1, Math.ceil(history.endS / BIN_S));
  const inflows = incomingLinks(model);
  const passed = complaints.map((complaint) =>
    followBack(model, history, inflows, complaint, bins),
  );
  const unknown = passed.reduce((sum, { lost }) => sum + lost, 0) / passed.length;
  const candidates = rank(
    model,
    passed.map(({ share }) => share),
    bins,
    options,
  );
  return { candidates, unknownShare: unknown };
}

interface Passed {
  /** Share by bin × nodes + node. */
  readonly share: Float32Array;
  readonly lost: number;
}

function followBack(
  model: WaterModel,
  history: FlowHistory,
  inflows: Inflows,
  { node, atS, withinS }: Complaint,
  bins: number,
): Passed {
  if (!(atS >= 0 && atS <= history.endS)) {
    throw new Error(`The complaint at ${node} lies at ${atS} s: expected 0–${history.endS} s.`);
  }
  const count = model.nodeIds.length;
  const share = new Float32Array(bins * count);
  const waiting: Map<number, number>[] = Array.from({ length: bins }, () => new Map());
  const start = nodeOf(model, node) - 1;
  const last = Math.min(bins - 1, Math.floor(atS / BIN_S));
  const first = Math.max(0, Math.floor((atS - withinS) / BIN_S));
  for (let bin = first; bin <= last; bin += 1) add(waiting[bin]!, start, 1 / (last - first + 1));
  let lost = 0;
  for (let bin = last; bin >= 0; bin -= 1) {
    const here = waiting[bin]!;
    // A map gives entries that are added while it is walked, too: water through pumps and valves takes no time.
    for (let turns = 0; here.size > 0 && turns < 50 * count; turns += 1) {
      const [[at, parcel]] = here as unknown as [[number, number]];
      here.delete(at);
      share[bin * count + at]! += parcel;
      const type = model.nodeType[at];
      if (type === NodeType.Reservoir) continue;
      if (type === NodeType.Tank || parcel < LEAST_PARCEL) {
        lost += parcel;
        continue;
      }
      lost += send(model, history, inflows, { at, parcel, bin }, waiting);
    }
  }
  return { share, lost };
}

function add(here: Map<number, number>, node: number, parcel: number): void {
  here.set(node, (here.get(node) ?? 0) + parcel);
}

/** Sends a parcel up its links; gives back what came from before the history. */
function send(
  model: WaterModel,
  history: FlowHistory,
  inflows: Inflows,
  { at, parcel, bin }: { readonly at: number; readonly parcel: number; readonly bin: number },
  waiting: readonly Map<number, number>[],
): number {
  const timeS = Math.min(history.endS, (bin + 0.5) * BIN_S);
  const period = periodAt(history.timesS, timeS);
  const flows = history.flowM3s[period]!;
  const { links, start } = inflows;
  let total = 0;
  for (let one = start[at]!; one < start[at + 1]!; one += 1)
    total += Math.max(0, inflow(model, flows, links[one]!, at));
  if (total <= 0) return parcel;
  let lost = 0;
  for (let one = start[at]!; one < start[at + 1]!; one += 1) {
    const link = links[one]!;
    const flow = inflow(model, flows, link, at);
    if (flow <= 0) continue;
    const came = whereFrom(model, history, link, at, timeS, period);
    const part = (parcel * flow) / total;
    if (came.timeS < 0) lost += part;
    else add(waiting[Math.min(bin, Math.floor(came.timeS / BIN_S))]!, came.node, part);
  }
  return lost;
}

/** Flow of a link into a node (index − 1), m³/s; negative where it runs out of it. */
const inflow = ({ linkTo }: WaterModel, flows: Float32Array, link: number, node: number) =>
  linkTo[link] === node + 1 ? flows[link]! : -flows[link]!;

/** At which end of a link (and when) what leaves it now came in; flows that turned are followed, too. */
function whereFrom(
  model: WaterModel,
  { timesS, flowM3s }: FlowHistory,
  link: number,
  node: number,
  timeS: number,
  period: number,
): { readonly node: number; readonly timeS: number } {
  const { linkFrom, linkTo, diameterM, lengthM, linkType } = model;
  const isPipe = linkType[link] === LinkType.Pipe || linkType[link] === LinkType.CVPipe;
  const volume = isPipe ? (Math.PI / 4) * diameterM[link]! ** 2 * lengthM[link]! : 0;
  const other = (linkTo[link] === node + 1 ? linkFrom[link]! : linkTo[link]!) - 1;
  if (volume === 0) return { node: other, timeS };
  let inside = 0;
  let now = timeS;
  for (let at = period; at >= 0; at -= 1) {
    const flow = inflow(model, flowM3s[at]!, link, node);
    const lasted = now - timesS[at]!;
    const next = inside + flow * lasted;
    if (next >= volume) return { node: other, timeS: now - (volume - inside) / flow };
    if (next < 0) return { node, timeS: now + inside / flow };
    inside = next;
    now = timesS[at]!;
  }
  return { node: other, timeS: -1 };
}

interface Inflows {
  readonly links: Uint32Array;
  /** First of each node in `links`, and the end. */
  readonly start: Uint32Array;
}

/** Links at each node. */
function incomingLinks({ nodeIds, linkFrom, linkTo }: WaterModel): Inflows {
  const start = new Uint32Array(nodeIds.length + 1);
  for (const ends of [linkFrom, linkTo]) for (const node of ends) start[node]! += 1;
  for (let node = 0; node < nodeIds.length; node += 1) start[node + 1]! += start[node]!;
  const links = new Uint32Array(2 * linkFrom.length);
  const next = start.slice();
  for (let link = 0; link < linkFrom.length; link += 1) {
    for (const ends of [linkFrom, linkTo]) {
      const node = ends[link]! - 1;
      links[next[node]!] = link;
      next[node]! += 1;
    }
  }
  return { links, start };
}

function rank(
  { nodeIds }: WaterModel,
  passed: readonly Float32Array[],
  bins: number,
  { spellS, leastShare }: TraceBackOptions,
): Candidate[] {
  const count = nodeIds.length;
  const width = Math.max(1, Math.round(spellS / BIN_S));
  const found: (Candidate & { readonly score: number })[] = [];
  for (let node = 0; node < count; node += 1) {
    const best = bestSpell(passed, node, { count, bins, width });
    if (!best.shares.every((share) => share >= leastShare)) continue;
    const untilS = Math.min(bins, best.bin + width) * BIN_S;
    const { score, shares } = best;
    found.push({
      node: nodeIds[node]!,
      likelihood: 0,
      fromS: best.bin * BIN_S,
      untilS,
      shares,
      score,
    });
  }
  const total = found.reduce((sum, { score }) => sum + score, 0);
  return found
    .sort((one, other) => other.score - one.score)
    .map(({ score, ...candidate }) => ({ ...candidate, likelihood: score / total }));
}

/** The spell of an injection there that explains all complaints best: greatest product of shares. */
function bestSpell(
  passed: readonly Float32Array[],
  node: number,
  { count, bins, width }: { readonly count: number; readonly bins: number; readonly width: number },
) {
  const held = passed.map(() => 0);
  let best = { bin: 0, score: -1, shares: passed.map(() => 0) };
  for (let end = 0; end < bins; end += 1) {
    let score = 1;
    for (const [at, share] of passed.entries()) {
      held[at]! += share[end * count + node]!;
      if (end >= width) held[at]! -= share[(end - width) * count + node]!;
      score *= Math.min(1, Math.max(0, held[at]!));
    }
    if (score > best.score + 1e-12) {
      best = {
        bin: Math.max(0, end - width + 1),
        score,
        shares: held.map((one) => Math.min(1, one)),
      };
    }
  }
  return best;
}
