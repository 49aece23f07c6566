import { IfcAPI, type LocateFileHandlerFn, LogLevel } from 'web-ifc';
import { InputError } from '#model/input-error.ts';
import type { IfcFile } from './parts.ts';

/** A started web-ifc. One job at a time. */
export interface IfcEngine {
  /** Changes with a restart. */
  readonly api: IfcAPI;
  /** An error of the wasm leaves its memory in an unknown state: restart, or throw the engine away. */
  readonly isBroken: boolean;
  /** Puts a fresh engine in place of this one; files that it had open are gone. */
  restart(): Promise<void>;
}

const broken = new WeakSet<IfcAPI>();

/** Starts web-ifc on one thread. `locate` tells where its wasm lies; Node finds it by itself. */
export async function startEngine(
  options: { readonly locate?: LocateFileHandlerFn } = {},
): Promise<IfcEngine> {
  let api = await startApi(options.locate);
  return {
    get api() {
      return api;
    },
    get isBroken() {
      return broken.has(api);
    },
    async restart() {
      api = await startApi(options.locate);
    },
  };
}

async function startApi(locate: LocateFileHandlerFn | undefined): Promise<IfcAPI> {
  const api = new IfcAPI();
  // The engine's own choice of threads fails in module workers, so one thread always.
  await api.Init(locate, true);
  api.SetLogLevel(LogLevel.LOG_LEVEL_OFF);
  return api;
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
    markBroken(api);
    const detail = error instanceof Error && error.message ? ` (${error.message})` : '';
    throw new InputError({ file }, `The geometry engine gave up while ${task}${detail}.`, {
      cause: error,
    });
  }
}

export function markBroken(api: IfcAPI): void {
  broken.add(api);
}

/** Whether an error comes out of the wasm. */
export function isEngineError(error: unknown): boolean {
  return (
    isCrash(error) ||
    error instanceof WebAssembly.Exception ||
    (error instanceof Error && /BindingError|UnboundTypeError|CppException/.test(error.name)) ||
    typeof error === 'number'
  );
}

/** A crash leaves no engine to go on with; an exception unwinds and does. */
export const isCrash = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
