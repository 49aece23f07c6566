#!/usr/bin/env node
// Starts the command line, whose TypeScript runs in Node by way of tsx.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
