// Other converters on the same files in the same run. They are installed beside, in `.cache/bench-peers`, and
// never part of our own dependencies; where there is no network they are left out with a word.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureProcess, type ProcessCost } from './measure-process.ts';

export interface Peer {
  readonly name: string;
  /** What it makes of a file, for the table. */
  readonly makes: string;
  convert(file: string): Promise<ProcessCost>;
}

const folder = fileURLToPath(new URL('../../.cache/bench-peers', import.meta.url));
const packages = ['@thatopen/fragments@3.4.7', 'web-ifc@0.0.77', '@ifc-lite/geometry@7.4.0'];

/** Reads the file, writes what the peer makes of it beside the script, in a process of its own. */
const SCRIPTS = {
  fragments: `
import { readFileSync, writeFileSync } from 'node:fs';
import { IfcImporter } from '@thatopen/fragments';
const importer = new IfcImporter();
importer.wasm = { path: new URL('./node_modules/web-ifc/', import.meta.url).pathname, absolute: true };
writeFileSync('fragments.out', await importer.process({ bytes: new Uint8Array(readFileSync(process.argv[2])) }));
`,
  'ifc-lite': `
import { readFileSync } from 'node:fs';
import { GeometryProcessor } from '@ifc-lite/geometry';
const processor = new GeometryProcessor();
await processor.init();
const { meshes } = await processor.process(new Uint8Array(readFileSync(process.argv[2])));
if (meshes.length === 0) throw new Error('no meshes');
`,
} as const;

const MAKES = { fragments: '.frag with properties', 'ifc-lite': 'geometry only' } as const;

/** Those that could be installed. */
export function installPeers(): Peer[] {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules', '@thatopen'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    try {
      const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save'];
      execFileSync('npm', ['install', ...flags, ...packages], { cwd: folder, timeout: 180_000 });
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      console.log(`Peers left out: they can't be installed (${reason}).`);
      return [];
    }
  }
  return Object.entries(SCRIPTS).map(([name, script]) => {
    const path = join(folder, `${name}.mjs`);
    writeFileSync(path, script);
    return {
      name: `${name}`,
      makes: MAKES[name as keyof typeof MAKES],
      convert: (file) => measureProcess([path, file], { cwd: folder }),
    };
  });
}
