// Runs `panopolis ingest` as its users do and reads what it cost.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CityManifest, parseCityManifest } from '#contract/city-package.ts';

const command = fileURLToPath(new URL('../../tools/panopolis.mjs', import.meta.url));

export interface IngestCost {
  readonly city: string;
  readonly manifest: CityManifest;
  readonly features: number;
  /** Scanning and building the buildings layer, wall time, s. */
  readonly seconds: number;
  readonly peakMb: number;
}

/** One ingest into `city`, which is built anew, by as many jobs as it has cores. */
export async function measureIngest(
  input: string,
  city: string,
  cores: number,
): Promise<IngestCost> {
  rmSync(city, { recursive: true, force: true });
  const jobs = ['--jobs', String(cores)];
  const peakMb = await run(['ingest', input, '--out', city, ...jobs, '--quiet'], cores);
  const manifest = readManifest(city);
  const report = JSON.parse(readFileSync(join(city, manifest.build, 'report.json'), 'utf8'));
  const { scan, buildings } = report.stages;
  return { city, manifest, features: report.features, seconds: scan + buildings, peakMb };
}

const readManifest = (city: string) =>
  parseCityManifest(JSON.parse(readFileSync(join(city, 'city.json'), 'utf8')), 'city.json');

// Without it one job's garbage collection would run on a second core.
const canPin = spawnSync('taskset', ['--version']).status === 0;

function run(parameters: readonly string[], cores: number): Promise<number> {
  const pinned = canPin ? ['taskset', '-c', `0-${cores - 1}`] : [];
  const [program = '', ...rest] = [...pinned, process.execPath, command, ...parameters];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: 'inherit' });
    let peakMb = 0;
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb, readPeakMb(child.pid));
    }, 100);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(peakMb);
      else reject(new Error(`panopolis ${parameters.join(' ')} ended with code ${code}.`));
    });
  });
}

/** High-water mark of resident memory; 0 where the system does not tell. */
function readPeakMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
