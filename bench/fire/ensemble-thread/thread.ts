// A thread beside the bench that computes members of an ensemble: says so when its town is open.

import { parentPort } from 'node:worker_threads';
import { runMember } from '../../../src/simulation/fire/urban/ensemble.ts';
import { createUrbanFire } from '../../../src/simulation/fire/urban/urban-fire.ts';
import { openFireKernel } from '../../../tools/fire-kernel/kernel-source.ts';
import { denseEnsemble, denseScenario, openDenseTown } from '../dense-town.ts';

const kernel = await openFireKernel();
const fire = createUrbanFire(openDenseTown({ isLinked: true }), {}, kernel);
parentPort?.on('message', (member: number) => {
  const burnt = runMember(fire, denseScenario, denseEnsemble, member);
  const ignitionS = fire.ignitionS.slice();
  parentPort?.postMessage({ burnt, ignitionS }, [ignitionS.buffer as ArrayBuffer]);
});
parentPort?.postMessage('open');
