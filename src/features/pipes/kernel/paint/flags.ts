// Flags and utility of each element: what is hidden, closed, broken, cut off or marked.

import { linkKinds } from '#model/pipe-network.ts';
import { toOperation } from '#simulation/network/operation.ts';
import type { PipeMarks } from '../../contract/marks.ts';
import { type PipesLook, pipeFlags } from '../../contract.ts';
import { isOf } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';

export function writeFlags(
  bytes: Uint8Array,
  known: KnownNetwork,
  look: PipesLook,
  marks: PipeMarks,
): void {
  const { base, network, values } = known;
  const nodes = base.base + base.links;
  const valves = nodes + base.nodes;
  const end = valves + base.valves;
  const add = (index: number, flag: number) => {
    bytes[4 * index + 2]! |= flag;
  };
  const addAll = (from: number, to: number, flag: number) => {
    for (let index = from; index < to; index++) add(index, flag);
  };
  if (look.hidden.includes(network.id)) addAll(base.base, end, pipeFlags.hidden);
  if (!look.showNodes) addAll(nodes, valves, pipeFlags.hidden);
  if (!look.showValves) addAll(valves, end, pipeFlags.hidden);

  for (let row = 0; row < (values?.linkFlags?.length ?? 0); row++) {
    add(base.base + row, values!.linkFlags![row]!);
  }
  for (let row = 0; row < (values?.nodeFlags?.length ?? 0); row++) {
    add(nodes + row, values!.nodeFlags![row]!);
  }
  if (values?.staleSinceMs !== undefined) addAll(base.base, valves, pipeFlags.stale);

  const changes = marks.changes[network.id];
  const { isValveClosed, isLinkClosed } = toOperation(network, known.graph, changes);
  for (let row = 0; row < base.valves; row++) {
    if (isValveClosed[row] === 1) add(valves + row, pipeFlags.closed);
  }
  for (let row = 0; row < base.links; row++) {
    const isClosed = isLinkClosed[row] === 1 && known.graph.isOut[row] === 0;
    if (isClosed) add(base.base + row, pipeFlags.closed);
  }
  for (const { link } of changes?.bursts ?? []) {
    const row = known.rowOf('link', link);
    if (row !== undefined) add(base.base + row, pipeFlags.burst);
  }
  for (const [indices, flag] of [
    [marks.isolated, pipeFlags.isolated],
    [marks.noSupply, pipeFlags.noSupply],
    [marks.marked, pipeFlags.marked],
  ] as const) {
    for (const index of indices) if (isOf(base, index)) add(index, flag);
  }
  writeUtilities(bytes, known);
}

/** Combined sewers lie among the sanitary ones: links say their own. */
function writeUtilities(bytes: Uint8Array, { base, network }: KnownNetwork): void {
  const { utility, kind } = network.links;
  const pipe = linkKinds.indexOf('pipe');
  const usual = utility[kind.indexOf(pipe)] ?? utility[0] ?? 0;
  for (let link = 0; link < base.links; link++) bytes[4 * (base.base + link) + 3] = utility[link]!;
  const end = base.base + base.links + base.nodes + base.valves;
  for (let index = base.base + base.links; index < end; index++) bytes[4 * index + 3] = usual;
}
