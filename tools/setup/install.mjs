// Installs what is missing before anything else runs: `node tools/setup/install.mjs [--browser]`.
// JavaScript that any Node can read, since it runs before anything is installed.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

checkNode();
if (!isInstalled()) installPackages();
// Only now is the compiler there.
await import('#tools/flood-kernel.mjs').then(({ buildFloodKernel }) => buildFloodKernel());
await import('#tools/fire-kernel.mjs').then(({ buildFireKernel }) => buildFireKernel());
if (process.argv.includes('--browser')) installBrowser();

function checkNode() {
  const wanted = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node;
  const [major = 0, minor = 0] = wanted.replace(/^\D+/, '').split('.').map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  fail(
    `Panopolis needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}. Get one from https://nodejs.org.`,
  );
}

/** Whether node_modules holds the versions that package-lock.json names. */
function isInstalled() {
  const installedLock = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    // Packages for other systems are optional and stay away; optional peers may.
    if (!installed[path]) return Boolean(optional || peer);
    return installed[path].version === version && existsSync(`${root}${path}`);
  });
}

function installPackages() {
  console.log('Installing what Panopolis needs (npm ci), about a minute …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(command, [...first, ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: !npm && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  fail('The packages could not be installed; the lines above say why. Is the network there?');
}

/** Chromium, and letters for the Chinese half of what is tested: bare machines have none. */
function installBrowser() {
  const advice =
    'The tests need Chromium and none was found: install it, or name one with PANOPOLIS_CHROMIUM=/path/to/chromium.';
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-wqy-microhei']),
  ];
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  const canInstall = isRoot && existsSync('/usr/bin/apt-get');
  if (canInstall) installWithApt(missing);
  if (!findChromium()) fail(advice);
  if (!canInstall)
    console.log('No font with Chinese letters was found: a test that draws them fails.');
}

/** Whether fontconfig knows one; systems without fontconfig bring their own. */
function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.error) return process.platform !== 'linux';
  return listed.stdout.trim() !== '';
}

/** @param {readonly string[]} packages */
function installWithApt(packages) {
  console.log(`Installing for the tests: apt-get install ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const done = spawnSync('apt-get', ['-qq', ...step], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (done.status === 0) continue;
    process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
    fail(`${packages.join(' and ')} could not be installed; the lines above say why.`);
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
