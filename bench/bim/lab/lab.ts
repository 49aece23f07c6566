// The page that the bench of building models drives: a file in, as if it were dropped.

import { startIfcWorker } from '#workers/ifc/client.ts';

/** Milliseconds from the drop to the first look, to the whole model, and the main thread's longest gap. */
async function drop(url: string, isPrepared: boolean): Promise<number[]> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let worker = startIfcWorker();
  // A file over the page announces itself before it is dropped.
  if (isPrepared) await worker.call('prepare', {});
  else {
    worker.close();
    worker = startIfcWorker();
  }
  const gap = watchGaps();
  const start = performance.now();
  let firstMs = Number.NaN;
  const request = { file: { name: 'model.ifc', bytes }, id: 'dropped-model', name: 'Model' };
  for await (const step of worker.stream('convert', request, {
    transfer: [bytes.buffer],
    credit: 8,
  })) {
    if (step.kind === 'look' && Number.isNaN(firstMs)) firstMs = performance.now() - start;
  }
  const wholeMs = performance.now() - start;
  worker.close();
  return [firstMs, wholeMs, gap.stop()];
}

/** The longest time between two turns of the page's event loop. */
function watchGaps() {
  const channel = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let isStopped = false;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isStopped) setTimeout(() => channel.port2.postMessage(undefined), 0);
  };
  channel.port2.postMessage(undefined);
  return {
    stop() {
      isStopped = true;
      return longest;
    },
  };
}

const bimLab = { drop };
export type BimLab = typeof bimLab;

declare global {
  interface Window {
    bimLab: BimLab;
  }
}

window.bimLab = bimLab;
