import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import type { Frames } from './frames.ts';

const FramesContext = createContext<Frames | undefined>(undefined);

export function FramesProvider({ frames, children }: { frames: Frames; children: ReactNode }) {
  return <FramesContext value={frames}>{children}</FramesContext>;
}

/** The channels themselves, for what a screen has to say to a layer or a session. */
export function useFrames(): Frames {
  const frames = useContext(FramesContext);
  if (!frames) throw new Error('useFrames needs a FramesProvider above it.');
  return frames;
}

/** The latest frame of a channel, whoever else takes it; renders again with each that is published. */
export function useFrame<Frame>(channel: string): Frame | undefined {
  const frames = useFrames();
  const subscribe = useCallback(
    (wake: () => void) => frames.subscribe((published) => published === channel && wake()),
    [frames, channel],
  );
  return useSyncExternalStore(subscribe, () => frames.peek<Frame>(channel));
}
