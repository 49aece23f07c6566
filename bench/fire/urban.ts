// Urban fire spread on 100,000 buildings: the graph, one run, an ensemble. CPU time: others use the machine too.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  createEnsembleTally,
  runEnsemble,
  runMember,
} from '../../src/simulation/fire/urban/ensemble.ts';
import { createUrbanFire, type UrbanFire } from '../../src/simulation/fire/urban/urban-fire.ts';
import { openFireKernel } from '../../tools/fire-kernel/kernel-source.ts';
import type { Member } from '../../workers/fire-spread/members/protocol.ts';
import { type Hand, shareMembers } from '../../workers/fire-spread/members/share-members.ts';
import type { Row } from '../row.ts';
import { denseEnsemble, denseScenario, openDenseTown } from './dense-town.ts';

/** What a person waits for: a city that was just read, and the first four hours of a fire in it. */
export function benchFirstFire(kernel: WebAssembly.Module): Row[] {
  const begin = cpuMs();
  const town = openDenseTown({ isLinked: false });
  const { graph } = town;
  const fire = createUrbanFire(town, {}, kernel);
  const openedMs = cpuMs() - begin;
  fire.start(denseScenario);
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
  const town = openDenseTown({ isLinked: true });
  const { graph } = town;
  const builtMs = cpuMs() - graphBegin;
  const fire = createUrbanFire(town, {}, kernel);
  const links = graph.links.size / graph.count;
  const on = `${graph.count} buildings × ${links.toFixed(1)} links`;
  let burnt = 0;
  const leastMs = (fire: UrbanFire) => {
    let least = Infinity;
    for (let turn = 0; turn < 7; turn++) {
      const begin = cpuMs();
      fire.start(denseScenario);
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
  for (const progress of runEnsemble(fire, denseScenario, denseEnsemble)) {
    done = progress.done;
  }
  const ensembleS = (cpuMs() - begin) / 1000;
  const sharedS = await sharedEnsembleS(fire);
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
    {
      case: 'urban ensemble, the same shared by two threads as in the app, by the clock',
      ...{ value: sharedS, unit: 's', peer: 'goal', peerValue: 30 },
    },
  ];
}

/** Seconds by the clock, as a person waits; towns are open in both threads before. */
async function sharedEnsembleS(fire: UrbanFire): Promise<number> {
  const thread = new Worker(new URL('./ensemble-thread/thread.mjs', import.meta.url));
  await once(thread, 'message');
  const other: Hand<Member> = async (member) => {
    thread.postMessage(member);
    const [result] = await once(thread, 'message');
    return result;
  };
  const own: Hand<Member> = async (member) => {
    const burnt = runMember(fire, denseScenario, denseEnsemble, member);
    await new Promise(setImmediate);
    return { burnt, ignitionS: fire.ignitionS.slice() };
  };
  const tally = createEnsembleTally(fire.ignitionS.length, denseEnsemble);
  const begin = performance.now();
  for await (const { ignitionS, burnt } of shareMembers(denseEnsemble.members, [own, other])) {
    tally.add(ignitionS, burnt);
  }
  const sharedS = (performance.now() - begin) / 1000;
  await thread.terminate();
  return sharedS;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
