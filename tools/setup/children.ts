import { type ChildProcess, spawn } from 'node:child_process';

/** Time a child gets to end by itself before it is killed; one with a database to stop needs more. */
const GRACE_MS = 700;

// A group of its own, so that a child's own children end with it.
const isGrouped = process.platform !== 'win32';
const running = new Set<ChildProcess>();

export interface Outcome {
  readonly exitCode: number;
  /** What it wrote, where it was run quietly. */
  readonly output: string;
}

/** Runs Node with `parameters` until it ends; quietly, unless it is to share the terminal. */
export function runNode(
  parameters: readonly string[],
  options: { cwd: string; isQuiet?: boolean; environment?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const { cwd, isQuiet = false, environment } = options;
  const child = spawn(process.execPath, parameters, {
    cwd,
    env: { ...process.env, ...environment },
    detached: isGrouped,
    stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  running.add(child);
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      running.delete(child);
      resolve({ exitCode: exitCode ?? 1, output: Buffer.concat(output).toString() });
    });
  });
}

/** Ends every child that still runs; those that don't end within `graceMs` are killed. */
export async function stopChildren(graceMs = GRACE_MS): Promise<void> {
  const ended = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) send(child, 'SIGTERM');
  const grace = setTimeout(() => {
    for (const child of running) send(child, 'SIGKILL');
  }, graceMs);
  await Promise.all(ended);
  clearTimeout(grace);
}

function send(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (isGrouped) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It ended between the look and the signal.
  }
}
