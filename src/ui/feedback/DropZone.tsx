import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { DropTarget } from './DropTarget.tsx';

interface DropZoneProps {
  readonly title: string;
  /** Which formats it takes. */
  readonly hint?: string;
  /** Files hang over the page: a good moment to get ready for them. */
  readonly onEnter?: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files dropped anywhere on the page, but on a part that took them itself, and says so while they hover. */
export function DropZone({ title, hint, onEnter, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  // Enter and leave fire for every element under the pointer; the depth tells the page's edge.
  const depth = useRef(0);
  const enter = useEffectEvent(() => onEnter?.());
  const take = useEffectEvent((files: readonly File[]) => onFiles(files));

  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const stop = new AbortController();
    const on = (
      name: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      act: (e: DragEvent, isTaken: boolean) => void,
    ) =>
      window.addEventListener(
        name,
        (event) => {
          if (!holdsFiles(event)) return;
          const isTaken = event.defaultPrevented;
          event.preventDefault();
          act(event, isTaken);
        },
        { signal: stop.signal },
      );
    const change = (by: number) => {
      depth.current = Math.max(0, depth.current + by);
      setOver(depth.current > 0);
    };
    on('dragenter', () => {
      if (depth.current === 0) enter();
      change(1);
    });
    on('dragleave', () => change(-1));
    on('dragover', () => undefined);
    on('drop', (event, isTaken) => {
      change(-depth.current);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !isTaken) take(files);
    });
    return () => stop.abort();
  }, []);

  if (!isOver) return null;
  return <DropTarget title={title} {...(hint !== undefined && { hint })} />;
}
