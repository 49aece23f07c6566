// One way to a solver: scheme by hazard, backend by what the machine has. Units and shapes as in `../parts.ts`.

import type {
  Awaitable,
  FloodBackend,
  FloodGrid,
  FloodOptions,
  FloodScheme,
  FloodSolver,
} from '../parts.ts';
import { checkGrid, checkOptions } from '../reference/check-input.ts';
import { installedBackends } from './backends.ts';
import { chooseScheme, type FloodHazard } from './choose-scheme.ts';

export interface Backend {
  /** Whether this machine and runtime have it, for a scheme. */
  readonly isThere: (scheme: FloodScheme) => Awaitable<boolean>;
  /** Whether `auto` takes it, where that asks for more than being there. */
  readonly isFast?: () => Awaitable<boolean>;
  readonly create: (grid: FloodGrid, options: FloodOptions) => Awaitable<FloodSolver>;
}

export type Backends = Readonly<Partial<Record<FloodBackend, Backend>>>;

export interface SolverWish extends Omit<FloodOptions, 'scheme'> {
  readonly hazard: FloodHazard;
  readonly scheme: 'auto' | FloodScheme;
  readonly backend: 'auto' | FloodBackend;
  /** What `auto` leaves out: a card that was lost. */
  readonly without?: readonly FloodBackend[];
}

/** Fastest first; a graphics card pays for shallow water alone. */
const order: Readonly<Record<FloodScheme, readonly FloodBackend[]>> = {
  'shallow-water': ['webgpu', 'wasm', 'js', 'reference'],
  'local-inertial': ['wasm', 'js', 'reference'],
};

/** A river in flood (3 m/s in 6.9 m of water, cells of 6 m) rings at local inertial's own 0.66; at this it is steady. */
const FAST_RIVER_COURANT = 0.4;

/**
 * With `backend: 'auto'` takes the first that is there and begins; a named one is taken or fails. Throws `FloodError`
 * naming cell and value where an input can't be computed.
 */
export async function createFloodSolver(
  grid: FloodGrid,
  { hazard, scheme: wishedScheme, backend, without = [], ...rest }: SolverWish,
  backends: Backends = installedBackends,
): Promise<FloodSolver> {
  const scheme = chooseScheme(hazard, wishedScheme);
  const options: FloodOptions = {
    ...(scheme === 'local-inertial' && { courant: FAST_RIVER_COURANT }),
    ...rest,
    scheme,
  };
  // Before any backend sees them, else a bad cell would look like a backend that is not here.
  checkGrid(grid);
  checkOptions(grid, options);
  if (backend !== 'auto') {
    const named = backends[backend];
    if (!named || !(await named.isThere(scheme))) {
      throw new Error(`The backend ${backend} is not here for ${scheme}.`);
    }
    return named.create(grid, options);
  }
  const failures: unknown[] = [];
  for (const name of order[scheme]) {
    const one = backends[name];
    if (
      !one ||
      without.includes(name) ||
      !(await one.isThere(scheme)) ||
      (await one.isFast?.()) === false
    )
      continue;
    try {
      return await one.create(grid, options);
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, `No backend could begin ${scheme}: ${failures.join(' ')}`);
}
