// A thread of the flood solver: waits inside the kernel from its first message on until the solver is disposed of.

import { runFloodThread, type ThreadTask } from '#simulation/flood/wasm/index.ts';

self.addEventListener('message', ({ data }: MessageEvent<ThreadTask>) => {
  // Before it blocks, so that who started it may go on.
  self.postMessage('ready');
  runFloodThread(data);
  self.close();
});
