// Typed calls and streams over a message port. One `Protocol` type per worker maps every name to what
// goes in and what comes out. Why our own: docs/decisions/0003-own-worker-port.md.

export interface Protocol {
  readonly calls: Readonly<Record<string, { params: unknown; result: unknown }>>;
  readonly streams: Readonly<Record<string, { params: unknown; item: unknown }>>;
}

/** What both ends of a port have in common: Worker, MessagePort and DedicatedWorkerGlobalScope fit. */
export interface Endpoint {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  start?(): void;
  terminate?(): void;
  close?(): void;
}

/** Wraps a result or an item whose buffers are to be moved instead of copied. */
export class Transfer<Value> {
  readonly value: Value;
  readonly buffers: Transferable[];
  constructor(value: Value, buffers: Transferable[]) {
    this.value = value;
    this.buffers = buffers;
  }
}

interface Context {
  /** Aborts when the caller lost interest; long work checks it between steps. */
  readonly signal: AbortSignal;
}

export type MaybeTransfer<Value> = Value | Transfer<Value>;

export interface Service<P extends Protocol> {
  readonly calls: {
    readonly [Name in keyof P['calls']]: (
      params: P['calls'][Name]['params'],
      context: Context,
    ) =>
      | MaybeTransfer<P['calls'][Name]['result']>
      | Promise<MaybeTransfer<P['calls'][Name]['result']>>;
  };
  readonly streams: {
    readonly [Name in keyof P['streams']]: (
      params: P['streams'][Name]['params'],
      context: Context,
    ) =>
      | AsyncIterable<MaybeTransfer<P['streams'][Name]['item']>>
      | Iterable<MaybeTransfer<P['streams'][Name]['item']>>;
  };
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly transfer?: Transferable[];
}

export interface StreamOptions extends CallOptions {
  /** Items the worker may be ahead of the reader; it waits when they are used up. */
  readonly credit?: number;
}

export interface Port<P extends Protocol> {
  call<Name extends keyof P['calls'] & string>(
    name: Name,
    params: P['calls'][Name]['params'],
    options?: CallOptions,
  ): Promise<P['calls'][Name]['result']>;
  /** Leaving the loop stops the work in the worker. */
  stream<Name extends keyof P['streams'] & string>(
    name: Name,
    params: P['streams'][Name]['params'],
    options?: StreamOptions,
  ): AsyncIterableIterator<P['streams'][Name]['item']>;
  /** Ends the worker; everything pending is rejected with `WorkerDiedError`. */
  close(): void;
}

/** The worker crashed or was ended before it answered. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
  readonly worker: string;
  constructor(worker: string, why: string) {
    super(`Worker ${worker} ended: ${why}.`);
    this.worker = worker;
  }
}

type Request =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly params: unknown }
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly name: string;
      readonly params: unknown;
      readonly credit: number;
    }
  | { readonly kind: 'credit'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number };

type Reply =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'item'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly error: SentError };

interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** The error's own fields, e.g. the step and cell of a solver error. */
  readonly fields: Record<string, unknown>;
}

function toSent(error: unknown): SentError {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), stack: undefined, fields: {} };
  }
  const { name, message, stack } = error;
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(error)) {
    if (key !== 'name' && typeof value !== 'function') fields[key] = value;
  }
  return { name, message, stack, fields };
}

function fromSent(sent: SentError, worker: string): Error {
  const error = new Error(sent.message);
  Object.assign(error, sent.fields, { name: sent.name, worker });
  if (sent.stack !== undefined) error.stack = `${sent.stack}\n    in worker ${worker}`;
  return error;
}

const abortError = (signal: AbortSignal): unknown =>
  signal.reason ?? new DOMException('The work was cancelled.', 'AbortError');

/** A gate that lets `credit` items through and then waits for more, or for the end of interest. */
class CreditGate {
  #credit: number;
  #open: (() => void) | undefined;
  readonly #signal: AbortSignal;
  constructor(credit: number, signal: AbortSignal) {
    this.#credit = credit;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#open?.(), { once: true });
  }
  add(): void {
    this.#credit++;
    this.#open?.();
  }
  async take(): Promise<void> {
    while (this.#credit === 0 && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#open = resolve;
      });
    }
    this.#credit--;
  }
}

/** Runs in the worker: answers the calls and streams that arrive at `endpoint`. */
export function serve<P extends Protocol>(endpoint: Endpoint, service: Service<P>): void {
  const running = new Map<number, { abort: AbortController; gate: CreditGate }>();

  const reply = (message: Reply, transfer: Transferable[] = []) =>
    endpoint.postMessage(message, transfer);
  const send = (kind: 'result' | 'item', id: number, value: unknown) =>
    value instanceof Transfer
      ? reply({ kind, id, value: value.value }, value.buffers)
      : reply({ kind, id, value });

  async function answer(request: Extract<Request, { kind: 'call' | 'open' }>): Promise<void> {
    const { id, name, params } = request;
    const abort = new AbortController();
    const gate = new CreditGate(request.kind === 'open' ? request.credit : 0, abort.signal);
    running.set(id, { abort, gate });
    const context = { signal: abort.signal };
    try {
      if (request.kind === 'call') {
        const handler = service.calls[name];
        if (!handler) throw new TypeError(`The worker has no call named ${name}.`);
        send('result', id, await handler(params, context));
      } else {
        const handler = service.streams[name];
        if (!handler) throw new TypeError(`The worker has no stream named ${name}.`);
        for await (const item of handler(params, context)) {
          await gate.take();
          if (abort.signal.aborted) break;
          send('item', id, item);
        }
        reply({ kind: 'end', id });
      }
    } catch (error) {
      reply({ kind: 'error', id, error: toSent(error) });
    } finally {
      running.delete(id);
    }
  }

  endpoint.addEventListener('message', (event) => {
    const request = (event as MessageEvent<Request>).data;
    switch (request.kind) {
      case 'call':
      case 'open':
        void answer(request);
        return;
      case 'credit':
        running.get(request.id)?.gate.add();
        return;
      case 'cancel':
        running.get(request.id)?.abort.abort();
        return;
    }
  });
  endpoint.start?.();
}

interface Waiting {
  readonly item?: (value: unknown) => void;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** Runs on the page: a typed port to the worker behind `endpoint`; `worker` names it in errors. */
export function connect<P extends Protocol>(endpoint: Endpoint, worker: string): Port<P> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let death: WorkerDiedError | undefined;

  const post = (request: Request, transfer: Transferable[] = []) =>
    endpoint.postMessage(request, transfer);

  function die(why: string): void {
    death ??= new WorkerDiedError(worker, why);
    for (const one of waiting.values()) one.failed(death);
    waiting.clear();
    endpoint.terminate?.();
    endpoint.close?.();
  }

  endpoint.addEventListener('message', (event) => {
    const message = (event as MessageEvent<Reply>).data;
    const one = waiting.get(message.id);
    if (!one) return;
    if (message.kind === 'item') {
      one.item?.(message.value);
      return;
    }
    waiting.delete(message.id);
    if (message.kind === 'error') one.failed(fromSent(message.error, worker));
    else one.done(message.kind === 'result' ? message.value : undefined);
  });
  endpoint.addEventListener('error', (event) => {
    const { message } = event as Partial<ErrorEvent>;
    die(message || 'it could not be loaded or threw outside a call');
  });
  endpoint.addEventListener('messageerror', () => die('a message could not be read'));
  endpoint.start?.();

  /** Registers a request, ties it to the signal and posts it; returns how to cancel it. */
  function begin(request: Request, one: Waiting, options: CallOptions): () => void {
    const { signal } = options;
    const cancel = () => {
      if (!waiting.delete(request.id)) return;
      post({ kind: 'cancel', id: request.id });
      if (signal?.aborted) one.failed(abortError(signal));
    };
    const settled =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        signal?.removeEventListener('abort', cancel);
        settle(value);
      };
    if (death) throw death;
    if (signal?.aborted) throw abortError(signal);
    waiting.set(request.id, { ...one, done: settled(one.done), failed: settled(one.failed) });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      post(request, options.transfer);
    } catch (error) {
      waiting.delete(request.id);
      signal?.removeEventListener('abort', cancel);
      throw error;
    }
    return cancel;
  }

  async function* read(
    name: string,
    params: unknown,
    options: StreamOptions,
  ): AsyncGenerator<unknown, void> {
    const id = ++lastId;
    const items: unknown[] = [];
    let outcome: { error?: unknown } | undefined;
    let wake: (() => void) | undefined;
    const cancel = begin(
      { kind: 'open', id, name, params, credit: options.credit ?? 1 },
      {
        item: (value) => {
          items.push(value);
          wake?.();
        },
        done: () => {
          outcome = {};
          wake?.();
        },
        failed: (error) => {
          outcome = { error };
          wake?.();
        },
      },
      options,
    );
    try {
      for (;;) {
        if (items.length > 0) {
          const item = items.shift();
          post({ kind: 'credit', id });
          yield item;
        } else if (outcome) {
          if ('error' in outcome) throw outcome.error;
          return;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      cancel();
    }
  }

  return {
    call: (name, params, options = {}) =>
      new Promise((done, failed) => {
        begin(
          { kind: 'call', id: ++lastId, name, params },
          { done: done as (value: unknown) => void, failed },
          options,
        );
      }),
    stream: (name, params, options = {}) => read(name, params, options) as AsyncGenerator<never>,
    close: () => die('it was closed'),
  };
}
