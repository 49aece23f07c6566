// Outside sizes of pipes and cables, m.

import { linkKinds, type PipeNetwork } from '#model/pipe-network.ts';

export const isPipe = ({ links }: PipeNetwork, row: number): boolean =>
  linkKinds[links.kind[row]!] === 'pipe';

const wallOf = ({ links }: PipeNetwork, row: number): number => {
  const wall = links.wallM[row]!;
  return Math.max(wall || 0, 0);
};

/** NaN where the register names no size. */
export const outerHeightM = (network: PipeNetwork, row: number): number => {
  const inner = network.links.innerM[row]!;
  return inner > 0 ? inner + 2 * wallOf(network, row) : Number.NaN;
};

export const outerWidthM = (network: PipeNetwork, row: number): number => {
  const width = network.links.widthM[row]!;
  return width > 0 ? width + 2 * wallOf(network, row) : outerHeightM(network, row);
};
