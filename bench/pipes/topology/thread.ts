// The worker of networks in a thread of Node, which says how much it holds when asked.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { PipesProtocol } from '#workers/pipes/protocol.ts';
import { createPipesService } from '#workers/pipes/service.ts';
import { type Endpoint, serve } from '#workers/port.ts';
import { collectGarbage } from './collect-garbage.ts';

const { port }: { port: MessagePort } = workerData;
serve<PipesProtocol>(port as unknown as Endpoint, createPipesService());
parentPort?.on('message', async () => {
  await collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  parentPort?.postMessage(heapUsed + arrayBuffers);
});
