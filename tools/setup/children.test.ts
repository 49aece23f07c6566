import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runNode, stopChildren } from './children.ts';

const cwd = process.cwd();

it('hands back what a quiet child wrote and how it ended', async () => {
  const script = `console.log('one'); console.error('two'); process.exitCode = 3;`;
  const { exitCode, output } = await runNode(['-e', script], { cwd, isQuiet: true });
  expect(exitCode).toBe(3);
  expect(output).toContain('one');
  expect(output).toContain('two');
});

it('ends children and their children, even those that do not listen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'children-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const up = join(folder, 'up');
  const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
  const last = `${deaf} require('node:fs').writeFileSync(${JSON.stringify(up)}, '');`;
  const parent = `${deaf}
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(last)}]);
    console.log(child.pid);`;
  const ended = runNode(['-e', parent], { cwd, isQuiet: true });
  await expect.poll(() => existsSync(up), { timeout: 20_000 }).toBe(true);
  await stopChildren();
  const { exitCode, output } = await ended;
  expect(exitCode).toBe(1);
  const grandchild = Number(output);
  expect(grandchild).toBeGreaterThan(0);
  // Signal 0 only asks; a zombie that nobody has buried yet still answers, so ask for a while.
  await expect.poll(() => isRunning(grandchild), { timeout: 20_000 }).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
