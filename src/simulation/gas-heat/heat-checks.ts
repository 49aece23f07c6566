// What a heating network must have before it is solved, and what must hold of the answer.

import { FlowError } from './flow-error.ts';
import type { HeatProblem } from './heat-problem.ts';
import type { FlowNetwork } from './network-flow.ts';

/** The loop is closed: no water comes from or goes to where the pressure is held. */
export function checkLoop(
  { consumers, pipes }: HeatProblem,
  { fixed, from, to }: FlowNetwork,
  flow: Float64Array,
  consumerFlow: Float64Array,
): void {
  const net = new Float64Array(fixed.length);
  let sum = 0;
  for (let link = 0; link < flow.length; link++) {
    net[from[link]!]! -= flow[link]!;
    net[to[link]!]! += flow[link]!;
  }
  for (let row = 0; row < consumerFlow.length; row++) {
    net[consumers.from[row]!]! -= consumerFlow[row]!;
    net[consumers.to[row]!]! += consumerFlow[row]!;
    sum += consumerFlow[row]!;
  }
  for (let node = 0; node < fixed.length; node++) {
    if (Number.isNaN(fixed[node]!) || Math.abs(net[node]!) <= 1e-5 * Math.max(sum, 1)) continue;
    const links = [...from.keys()].filter(
      (link) => link >= pipes.from.length && from[link] === node,
    );
    throw new FlowError('noWayOut', 'Water that leaves on the supply does not come back here.', {
      nodes: [node],
      links,
    });
  }
}

/** Throws where data are missing or contradict themselves. */
export function checkHeat({ nodes, pipes, consumers, plants, holdingPa }: HeatProblem): void {
  if (plants.from.length === 0) throw new FlowError('input', 'No plant feeds the network.');
  if (!Number.isFinite(holdingPa)) {
    throw new FlowError('input', `The holding pressure is ${holdingPa}; a number was expected.`);
  }
  for (let pipe = 0; pipe < pipes.from.length; pipe++) {
    const isBad =
      pipes.lengthM[pipe]! > 0 && !(pipes.innerM[pipe]! > 0 && pipes.roughnessM[pipe]! > 0);
    if (isBad) {
      throw new FlowError('input', 'A pipe lacks its diameter or its roughness.', {
        links: [pipe],
      });
    }
  }
  for (let plant = 0; plant < plants.from.length; plant++) {
    if (Number.isFinite(plants.supplyC[plant]!) && plants.liftPa[plant]! > 0) continue;
    throw new FlowError('input', 'A plant lacks its supply temperature or the lift of its pumps.', {
      links: [pipes.from.length + plant],
    });
  }
  for (let row = 0; row < consumers.from.length; row++) {
    const hasFlow = Number.isFinite(consumers.flowKgs[row]!);
    const hasHeat = Number.isFinite(consumers.heatW[row]!);
    const hasReturn = Number.isFinite(consumers.returnC[row]!);
    if (hasHeat && hasFlow !== hasReturn) continue;
    throw new FlowError(
      'input',
      'A consumer needs its heat and either its flow or its return temperature.',
      { nodes: [consumers.from[row]!] },
    );
  }
  for (let node = 0; node < nodes.heightM.length; node++) {
    if (Number.isFinite(nodes.heightM[node]!)) continue;
    throw new FlowError('input', 'A node has no height.', { nodes: [node] });
  }
}
