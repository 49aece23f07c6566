// A worker thread's first file: registers tsx, then runs the TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
