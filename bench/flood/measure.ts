// CPU seconds of what runs in this process, threads included: on a machine that others use too, wall time says little.

/** The least of `times` runs: CPU seconds of all threads together. */
export async function leastCpuS(times: number, run: () => unknown): Promise<number> {
  let least = Infinity;
  for (let turn = 0; turn < times; turn++) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}
