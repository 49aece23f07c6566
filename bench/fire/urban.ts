// Urban fire spread on 100,000 buildings: the graph, one run, an ensemble. CPU time: others use the machine too.

import { buildGraph, linkAll } from '../../src/simulation/fire/urban/building-graph.ts';
import { runEnsemble } from '../../src/simulation/fire/urban/ensemble.ts';
import { outlinesOfRectangles } from '../../src/simulation/fire/urban/outlines.ts';
import { createTown } from '../../src/simulation/fire/urban/town.ts';
import { createUrbanFire, type UrbanFire } from '../../src/simulation/fire/urban/urban-fire.ts';
import { openFireKernel } from '../../tools/fire-kernel/kernel-source.ts';
import type { Row } from '../row.ts';

const perSide = 317;

/** Small houses far apart see more of each other than real ones: 20 links each. */
const rectangles = Array.from({ length: perSide * perSide }, (_, at) => ({
  ...{ xM: (at % perSide) * 9, yM: Math.floor(at / perSide) * 9 },
  ...{ widthM: 4, depthM: 4, heightM: 6 },
}));

/** What a person waits for: a city that was just read, and the first four hours of a fire in it. */
export function benchFirstFire(kernel: WebAssembly.Module): Row[] {
  const begin = cpuMs();
  const graph = buildGraph(outlinesOfRectangles(rectangles), { leastViewFactor: 0 });
  const town = createTown({ graph, construction: rectangles.map(() => 'bareWood') });
  const fire = createUrbanFire(town, {}, kernel);
  const openedMs = cpuMs() - begin;
  fire.start({
    ignitions: [{ building: Math.floor(graph.count / 2), timeS: 0 }],
    wind: [{ fromS: 0, speedMs: 8, towardsRad: 0.4 }],
  });
  const burnt = fire.advance(4 * 3600);
  const ranMs = cpuMs() - begin - openedMs;
  const linked = `${burnt} burnt, ${graph.links.linked} of ${graph.count} buildings linked`;
  return [
    { case: `urban town opened, ${graph.count} buildings`, value: openedMs / 1000, unit: 's' },
    { case: `urban first fire, 4 h, ${linked}`, value: ranMs / 1000, unit: 's' },
  ];
}

export async function benchUrban(): Promise<Row[]> {
  const kernel = await openFireKernel();
  const graphBegin = cpuMs();
  const graph = linkAll(buildGraph(outlinesOfRectangles(rectangles), { leastViewFactor: 0 }));
  const builtMs = cpuMs() - graphBegin;
  const town = createTown({ graph, construction: rectangles.map(() => 'bareWood') });
  const fire = createUrbanFire(town, {}, kernel);
  const links = graph.links.size / graph.count;
  const on = `${graph.count} buildings × ${links.toFixed(1)} links`;
  const middle = Math.floor(graph.count / 2);
  const scenario = {
    ignitions: [{ building: middle, timeS: 0 }],
    wind: [{ fromS: 0, speedMs: 8, towardsRad: 0.4 }],
  };
  let burnt = 0;
  const leastMs = (fire: UrbanFire) => {
    let least = Infinity;
    for (let turn = 0; turn < 7; turn++) {
      const begin = cpuMs();
      fire.start(scenario);
      burnt = fire.advance(Infinity);
      least = Math.min(least, cpuMs() - begin);
    }
    return least;
  };
  const alone = leastMs(fire);
  const firstFire = benchFirstFire(kernel);
  // Compiled JavaScript of an engine that is not the only one of its process knows less about its arrays.
  const besideOther = leastMs(fire);
  const inScript = leastMs(createUrbanFire(town));
  const begin = cpuMs();
  let done = 0;
  for (const progress of runEnsemble(fire, scenario, { members: 100, seed: 1, untilS: 1e6 })) {
    done = progress.done;
  }
  const ensembleS = (cpuMs() - begin) / 1000;
  return [
    ...firstFire,
    { case: `urban graph, all at once, ${on}`, value: builtMs / 1000, unit: 's' },
    {
      ...{ case: `urban run, ${on}, ${burnt} burnt`, value: alone, unit: 'ms' },
      ...{ peer: 'goal', peerValue: 150 },
    },
    {
      ...{
        case: 'urban run, the same once another engine has run',
        value: besideOther,
        unit: 'ms',
      },
      ...{ peer: 'the same in JavaScript', peerValue: inScript },
    },
    {
      ...{ case: `urban ensemble, ${on}, ${done} members`, value: ensembleS, unit: 's' },
      ...{ peer: 'goal', peerValue: 30 },
    },
  ];
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
