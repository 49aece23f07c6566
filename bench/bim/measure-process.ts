// A Node process from its start to its end: wall time and the most memory that it ever held.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessCost {
  readonly seconds: number;
  /** Of the processor, all threads together: it says the same however busy the machine is. */
  readonly cpuSeconds: number;
  /** High-water mark of resident memory, threads included; 0 where the system does not tell. */
  readonly peakMb: number;
}

export function measureProcess(
  parameters: readonly string[],
  { cwd, longestS = 300 }: { readonly cwd?: string; readonly longestS?: number } = {},
): Promise<ProcessCost> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, parameters, {
      ...(cwd === undefined ? {} : { cwd }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.on('data', (data) => {
      words += data;
    });
    let [peakMb, cpuSeconds] = [0, 0];
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, readPeakMb(child.pid));
      cpuSeconds = Math.max(cpuSeconds, readCpuSeconds(child.pid));
    }, 20);
    const limit = setTimeout(() => child.kill('SIGKILL'), longestS * 1000);
    child.on('close', (code) => {
      clearInterval(watch);
      clearTimeout(limit);
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, cpuSeconds, peakMb });
      else {
        const why = words.trim().split('\n').slice(-3).join(' ') || `code ${code}`;
        reject(new Error(`${parameters.join(' ')}: ${why}`));
      }
    });
  });
}

function readPeakMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const TICKS_A_SECOND = 100;

/** User and system time; 0 where the system does not tell. */
function readCpuSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
}
