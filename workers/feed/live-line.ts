// The connection to `/live`: opens it, notices when it is dead, opens it again from where it broke off.

import { type LiveEvent, parseLiveEvent } from '#contract/live-event.ts';
import { type LiveFrame, parseLiveFrame } from '#contract/live-frame.ts';
import { FrameReceiver } from './frame-receiver.ts';
import type { Connection } from './protocol.ts';

export interface LineListener {
  onMessage(data: unknown): void;
  /** Called once at most; nothing comes after it. */
  onClose(reason: string): void;
}

export interface LiveLineOptions {
  /** Opens a socket; `since` as in `WS /live`. */
  readonly connect: (since: number | undefined, listener: LineListener) => { close(): void };
  /** Called with what is to be used; `isSnapshot` of the frame says how. */
  readonly onFrame: (frame: LiveFrame) => void;
  readonly onEvent: (event: LiveEvent) => void;
  readonly onConnection: (connection: Connection, problem: string | undefined) => void;
  readonly random?: () => number;
  readonly patience?: Patience;
}

/** How long a line waits, ms. */
export interface Patience {
  /** A line on which nothing came for so long is dead: frames come every second. */
  readonly silentMs: number;
  /** How often that is looked at. A look so late that two were left out woke from sleep. */
  readonly checkMs: number;
  /** Before the first new try, and the longest. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const usualPatience: Patience = {
  silentMs: 5000,
  checkMs: 1000,
  firstWaitMs: 1000,
  longestWaitMs: 30_000,
};
/** Frames so close to the clock that the server named when it was connected are the present. */
const PRESENT_MS = 1500;

export class LiveLine {
  readonly #options: LiveLineOptions;
  readonly #patience: Patience;
  readonly #receiver = new FrameReceiver();
  #socket: { close(): void } | undefined;
  #heardMs = 0;
  #checkedMs = 0;
  #checking: ReturnType<typeof setInterval> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Connections since the last frame that could be used. */
  #failures = 0;
  /** What the connection began with; undefined from its first frame on. */
  #since: number | undefined;
  /** Source time from which on frames are the present; undefined until the server has named its clock. */
  #presentMs: number | undefined;
  #gapsRecovered = 0;
  #snapshotsTaken = 0;

  constructor(options: LiveLineOptions) {
    this.#options = options;
    this.#patience = options.patience ?? usualPatience;
  }

  /** Of the latest frame; −1 before the first. */
  get sequence(): number {
    return this.#receiver.sequence;
  }

  /** How often a new connection went on where the old one ended, and how often it could not. */
  get recoveries(): { readonly gapsRecovered: number; readonly snapshotsTaken: number } {
    return { gapsRecovered: this.#gapsRecovered, snapshotsTaken: this.#snapshotsTaken };
  }

  start(): void {
    this.#checkedMs = Date.now();
    this.#checking = setInterval(() => this.#check(), this.#patience.checkMs);
    this.#options.onConnection('connecting', undefined);
    this.#open();
  }

  stop(): void {
    clearInterval(this.#checking);
    this.#leave();
  }

  /** Tries now what it would try later, e.g. because the machine has a network again. */
  hurry(): void {
    if (!this.#socket) this.#open();
  }

  /** Begins anew without what was read so far: a snapshot comes. */
  restart(): void {
    this.#receiver.forget();
    this.#leave();
    this.#open();
  }

  #open(): void {
    clearTimeout(this.#waiting);
    const { sequence } = this.#receiver;
    this.#receiver.begin();
    this.#since = sequence < 0 ? undefined : sequence;
    this.#presentMs = undefined;
    this.#heardMs = Date.now();
    const socket = this.#options.connect(this.#since, {
      onMessage: (data) => socket === this.#socket && this.#hear(data),
      onClose: (reason) => socket === this.#socket && this.#lose(reason),
    });
    this.#socket = socket;
  }

  #leave(): void {
    clearTimeout(this.#waiting);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #lose(problem: string): void {
    this.#leave();
    this.#failures += 1;
    const { firstWaitMs, longestWaitMs } = this.#patience;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.#failures - 1));
    // Half of it by chance, so that all who lost one server don't come back at one instant.
    const share = 0.5 + (this.#options.random ?? Math.random)() / 2;
    this.#waiting = setTimeout(() => this.#open(), waitMs * share);
    this.#options.onConnection('offline', problem);
  }

  #check(): void {
    const { silentMs, checkMs } = this.#patience;
    const now = Date.now();
    const wasAsleep = now - this.#checkedMs > 3 * checkMs;
    this.#checkedMs = now;
    if (wasAsleep) {
      // What arrived meanwhile is read before the line is given up.
      this.#heardMs = Math.max(this.#heardMs, now - silentMs + checkMs);
      this.hurry();
    }
    if (this.#socket && now - this.#heardMs > silentMs) {
      this.#lose(`The server was silent for ${silentMs / 1000} s.`);
    }
  }

  #hear(data: unknown): void {
    this.#heardMs = Date.now();
    let message: LiveEvent | LiveFrame;
    try {
      message = parseMessage(data);
    } catch (error) {
      // Whoever sends this is no `/live`, or the line garbles: begin anew, from nothing.
      this.#receiver.forget();
      this.#lose(error instanceof Error ? error.message : String(error));
      return;
    }
    if ('kind' in message) this.#hearEvent(message);
    else this.#hearFrame(message);
  }

  #hearEvent(event: LiveEvent): void {
    if (event.kind === 'clock') {
      const { nowMs, rate } = event.clock;
      this.#presentMs ??= nowMs - PRESENT_MS * Math.max(1, rate);
    }
    this.#options.onEvent(event);
  }

  #hearFrame(frame: LiveFrame): void {
    const reception = this.#receiver.receive(frame);
    if (reception === 'duplicate') return;
    if (reception === 'gap') {
      this.#askForMissed();
      return;
    }
    if (this.#since !== undefined) {
      if (reception === 'snapshot') this.#snapshotsTaken += 1;
      else this.#gapsRecovered += 1;
    }
    this.#since = undefined;
    this.#failures = 0;
    const isPresent = frame.isSnapshot || frame.sourceTimeMs >= (this.#presentMs ?? 0);
    if (isPresent) this.#presentMs = 0;
    this.#options.onFrame(frame);
    this.#options.onConnection(isPresent ? 'live' : 'catching-up', undefined);
  }

  #askForMissed(): void {
    if (this.#failures > 0) {
      // It was asked before, and they still don't come.
      this.#receiver.forget();
      this.#lose('Frames are missing, and the server did not send them again.');
      return;
    }
    this.#failures += 1;
    this.#options.onConnection('catching-up', undefined);
    this.#leave();
    this.#open();
  }
}

const parseMessage = (data: unknown): LiveEvent | LiveFrame => {
  if (typeof data === 'string') return parseLiveEvent(data);
  if (data instanceof ArrayBuffer) return parseLiveFrame(data);
  throw new Error(`A live message is of type ${typeof data}; expected a frame or an event.`);
};
