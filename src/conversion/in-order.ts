// Runs work side by side and takes the results in the order of the tasks, so that outcomes don't depend on
// how many hands there are.

/** At most `atOnce` tasks run; `take` is called one by one in order. Stops at the first failure or abort. */
export async function runInOrder<Task, Result>(
  tasks: Iterable<Task>,
  atOnce: number,
  run: (task: Task) => Promise<Result>,
  take: (result: Result, index: number) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const queue: Promise<Result>[] = [];
  let index = 0;
  try {
    for (const task of tasks) {
      signal?.throwIfAborted();
      queue.push(run(task));
      if (queue.length >= atOnce) {
        const first = queue.shift();
        if (first) await take(await first, index++);
      }
    }
    for (let first = queue.shift(); first; first = queue.shift()) await take(await first, index++);
    signal?.throwIfAborted();
  } catch (error) {
    await Promise.allSettled(queue);
    throw error;
  }
}
