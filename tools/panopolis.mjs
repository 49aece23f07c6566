#!/usr/bin/env node
// Starts the command line, whose TypeScript is bundled first where it changed; where that can't be kept, it runs
// by way of tsx.
import { bundle } from './bundle.mjs';

const entry = await bundle('tools/main.ts').catch(() => undefined);
if (entry) await import(entry.href);
else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
}
