import { IfcAPI, type LocateFileHandlerFn, LogLevel } from 'web-ifc';
import { InputError } from '#model/input-error.ts';
import type { IfcFile } from './parts.ts';

/** A started web-ifc. One job at a time; after a broken job start a new one. */
export interface IfcEngine {
  readonly api: IfcAPI;
  /** An error of the wasm leaves its memory in an unknown state: throw the engine away. */
  readonly isBroken: boolean;
}

const broken = new WeakSet<IfcAPI>();

/** Starts web-ifc on one thread. `locate` tells where its wasm lies; Node finds it by itself. */
export async function startEngine(
  options: { readonly locate?: LocateFileHandlerFn } = {},
): Promise<IfcEngine> {
  const api = new IfcAPI();
  // The engine's own choice of threads fails in module workers, so one thread always.
  await api.Init(options.locate, true);
  api.SetLogLevel(LogLevel.LOG_LEVEL_OFF);
  return {
    api,
    get isBroken() {
      return broken.has(api);
    },
  };
}

/** Runs a call of the engine; an error of the wasm marks it broken and becomes an `InputError`. */
export function runInEngine<Result>(
  { api, file }: Pick<IfcFile, 'api' | 'file'>,
  task: string,
  run: () => Result,
): Result {
  try {
    return run();
  } catch (error) {
    if (!isEngineError(error)) throw error;
    broken.add(api);
    const detail = error instanceof Error && error.message ? ` (${error.message})` : '';
    throw new InputError({ file }, `The geometry engine gave up while ${task}${detail}.`, {
      cause: error,
    });
  }
}

function isEngineError(error: unknown): boolean {
  return (
    error instanceof WebAssembly.RuntimeError ||
    error instanceof WebAssembly.Exception ||
    error instanceof RangeError ||
    (error instanceof Error && /BindingError|UnboundTypeError|CppException/.test(error.name)) ||
    typeof error === 'number'
  );
}
