// Threads of Node 20 don't take over how the main thread reads TypeScript.

import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
