// Large arrays on their way from workers to layers: latest wins, one frame in flight per channel.

export interface Frames {
  /** Replaces the channel's frame that was not drawn yet, if any. */
  publish(channel: string, frame: unknown): void;
  /** Takes the latest frame not yet taken. */
  take<Frame>(channel: string): Frame | undefined;
  /** Reads the latest frame, taken or not: for a list that shows what a layer draws. */
  peek<Frame>(channel: string): Frame | undefined;
  /** Calls `listener` after each publish; returns how to stop. */
  subscribe(listener: (channel: string) => void): () => void;
}

export function createFrames(): Frames {
  const latest = new Map<string, unknown>();
  const untaken = new Set<string>();
  const listeners = new Set<(channel: string) => void>();
  return {
    publish(channel, frame) {
      latest.set(channel, frame);
      untaken.add(channel);
      for (const listener of listeners) listener(channel);
    },
    take<Frame>(channel: string) {
      return untaken.delete(channel) ? (latest.get(channel) as Frame | undefined) : undefined;
    },
    peek: <Frame>(channel: string) => latest.get(channel) as Frame | undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
