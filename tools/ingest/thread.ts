// The shell of a worker thread: answers one job after another.

import { parentPort, workerData } from 'node:worker_threads';
import { toFailure } from './thread-failure.ts';
import type { ThreadJob, ThreadReply } from './thread-job.ts';
import { createHands } from './work.ts';

if (!parentPort) throw new Error('thread.ts runs in a worker thread.');
const port = parentPort;
const hands = createHands(workerData);

port.on('message', async (job: ThreadJob) => {
  let reply: ThreadReply;
  try {
    reply = { answer: (await hands).work(job) };
  } catch (error) {
    reply = { failure: toFailure(error) };
  }
  port.postMessage(reply);
});
