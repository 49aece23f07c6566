// `npm test`: every check, one kind after the other so that none starves another, then `N passed, N failed`.

import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { array, literal, number, object, parse, string, union } from 'valibot';
import { buildApp } from './build-app.ts';
import { runNode, stopChildren } from './children.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by name: the log above it may have been cut short. */
  readonly names?: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const inModules = (path: string) => join(root, 'node_modules', path);

/** A tool that says by its exit code whether all is well. */
const tool =
  (path: string, ...parameters: string[]) =>
  async (): Promise<Tally> => {
    const { exitCode, output } = await runNode([inModules(path), ...parameters], {
      cwd: root,
      isQuiet: true,
    });
    if (exitCode !== 0) console.log(output.trim());
    return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  };

const build = async (): Promise<Tally> => {
  await buildApp(root);
  return { passed: 1, failed: 0, skipped: 0 };
};

const vitestReport = object({
  numPassedTests: number(),
  numFailedTests: number(),
  numPendingTests: number(),
  testResults: array(
    object({
      status: union([literal('passed'), literal('failed')]),
      name: string(),
      assertionResults: array(object({ status: string(), fullName: string() })),
    }),
  ),
});

interface Share {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** Some files of a Vitest project; one that could not be loaded and an error outside of tests count as failed too. */
async function runVitest(
  project: string,
  { part, of }: Share,
  parameters: readonly string[],
): Promise<Tally> {
  const report = join(root, '.cache', `vitest-${project}-${part}.json`);
  rmSync(report, { force: true });
  const { exitCode } = await runNode(
    [
      inModules('vitest/vitest.mjs'),
      'run',
      ...['--project', project, `--shard=${part}/${of}`, ...parameters],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, environment: { PANOPOLIS_TEST_PART: String(part) } },
  );
  const found = parse(vitestReport, JSON.parse(readFileSync(report, 'utf8')));
  const unloaded = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = found.numFailedTests + unloaded;
  return {
    passed: found.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: found.numPendingTests,
    names: found.testResults.flatMap(({ name, status, assertionResults }) => {
      const failures = assertionResults.filter((result) => result.status === 'failed');
      if (status === 'failed' && failures.length === 0) return [relative(root, name)];
      return failures.map(({ fullName }) => `${relative(root, name)}: ${fullName}`);
    }),
  };
}

/** A Vitest project in as many processes at once as `parts` says. */
const vitest =
  (project: string, { parts = 1, parameters = [] as readonly string[] } = {}) =>
  async (): Promise<Tally> => {
    const shares = Array.from({ length: parts }, (_, at) => ({ part: at + 1, of: parts }));
    const tallies = await Promise.all(shares.map((share) => runVitest(project, share, parameters)));
    const sum = (key: 'passed' | 'failed' | 'skipped') =>
      tallies.reduce((total, tally) => total + tally[key], 0);
    return {
      ...{ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') },
      names: tallies.flatMap(({ names = [] }) => names),
    };
  };

const checks: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['format and lint', tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')],
  ['types', tool('typescript/bin/tsc')],
  ['unused code', tool('knip/bin/knip.js', '--no-progress')],
  ['build', build],
  ['bundle budget', tool('size-limit/bin.js')],
  // By itself it leaves a core to whoever watches.
  ['tests in Node', vitest('node', { parameters: ['--maxWorkers=100%'] })],
  // Software rendering keeps one core busy for each browser.
  ['tests in Chromium', vitest('chromium', { parts: availableParallelism() > 1 ? 2 : 1 })],
  ['scenarios', vitest('scenarios')],
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void stopChildren().then(() => process.exit(1)));
}

const total = { passed: 0, failed: 0, skipped: 0 };
const names: string[] = [];
for (const [name, check] of checks) {
  const start = performance.now();
  const tally = await check().catch((error: unknown): Tally => {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${tally.failed === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
  if (tally.failed > 0) names.push(...(tally.names ?? [name]));
}
for (const name of names) console.log(`failed: ${name}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
