// Heights for what has none: so far below the ground as is usual. Said in the report, and `zSource` is `default`.

import { fromDegrees } from '#model/units.ts';
import { AssumptionList } from './assumptions.ts';
import type { PlanePoint } from './imported-network.ts';
import type { PlacedNetwork } from './place-network.ts';

/** Height of the ground above the ellipsoid (m) at a longitude and latitude (rad). */
export type GroundAt = (longitude: number, latitude: number) => number | undefined;

/** Of the axis below the ground, m. */
const DRAIN_DEPTH_M = 2;

export function fillLevels(
  placed: PlacedNetwork,
  groundAt: GroundAt,
  coverM: number,
): PlacedNetwork {
  const { network, toEarth } = placed;
  const isDrain = ['storm', 'sanitary', 'combined'].includes(network.utility);
  const depthM = isDrain ? DRAIN_DEPTH_M : coverM;
  let filled = 0;
  const fill = (point: PlanePoint): PlanePoint => {
    if (Number.isFinite(point[2])) return point;
    const [longitude, latitude, datumM = 0] = toEarth([point[0], point[1], 0]);
    const groundM = groundAt(fromDegrees(longitude), fromDegrees(latitude));
    if (groundM === undefined || !Number.isFinite(groundM)) return point;
    return [point[0], point[1], groundM - datumM - depthM];
  };
  const pipes = network.pipes.map((pipe) => {
    if (pipe.line.every(([, , level]) => Number.isFinite(level))) return pipe;
    filled++;
    return { ...pipe, line: pipe.line.map(fill), zSource: 'default' as const };
  });
  const nodes = network.nodes.map((node) => ({ ...node, point: fill(node.point) }));
  const assumptions = new AssumptionList();
  if (filled > 0) {
    assumptions.add(
      'filled-levels',
      `# pipes have no known level at one end or both: they are drawn ${depthM} m below the ground.`,
      `# 条管段的一端或两端标高未知：按地面以下 ${depthM} m 绘制。`,
      filled,
    );
  }
  return {
    ...placed,
    network: {
      ...network,
      pipes,
      nodes,
      valves: network.valves.map((valve) => ({ ...valve, point: fill(valve.point) })),
      devices: network.devices.map((device) => ({ ...device, point: fill(device.point) })),
      assumptions: [...network.assumptions, ...assumptions.all],
    },
  };
}
