// The `panopolis` command line.

import { Command } from 'commander';
import { InputError } from '#model/input-error.ts';
import { prepareModelThread } from './ingest/models/model-thread.ts';

/** Loaded only where it is asked for: together they take a second. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  ingest: async () => {
    prepareModelThread(process.argv.slice(3));
    return (await import('./ingest.ts')).addIngest;
  },
  inspect: async () => (await import('./inspect.ts')).addInspect,
  'demo-city': async () => (await import('./demo-city.ts')).addDemoCity,
  georeference: async () => (await import('./georeference.ts')).addGeoreference,
  'ifc-samples': async () => (await import('./ifc-samples.ts')).addIfcSamples,
};

const program = new Command('panopolis').description(
  'Builds city packages for Panopolis from open data.',
);
const asked = commands[process.argv[2] ?? ''];
for (const load of asked ? [asked] : Object.values(commands)) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof InputError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write('Stopped; the city is as it was.\n');
    process.exitCode = 130;
  } else if (isSystemError(error)) {
    process.stderr.write(`${error.path}: ${error.message.split(',')[0]}.\n`);
    process.exitCode = 1;
  } else throw error;
}

/** A folder that can't be written, a full disk: the person's to mend, not a bug. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException & { path: string } {
  return error instanceof Error && 'code' in error && 'path' in error;
}
