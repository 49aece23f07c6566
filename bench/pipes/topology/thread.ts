// The worker of networks in a thread of Node, which says how much it holds when asked.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { PipesProtocol } from '#workers/pipes/protocol.ts';
import { createPipesService } from '#workers/pipes/service.ts';
import { type Endpoint, serve } from '#workers/port.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
const { port }: { port: MessagePort } = workerData;
serve<PipesProtocol>(port as unknown as Endpoint, createPipesService());
// Buffers are given back some turns after what held them is collected.
parentPort?.on('message', async () => {
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  parentPort?.postMessage(heapUsed + arrayBuffers);
});
