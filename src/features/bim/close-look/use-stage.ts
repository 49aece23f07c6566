import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import { useKit } from '#ui';
import type { CloseScene } from '#workers/bim/client.ts';
import type { BimFrame } from '../contract/paint.ts';
import { bimSlice } from '../state.ts';
import { Stage } from './view/stage.ts';

export interface StageLook {
  readonly label: string;
  readonly className: string | undefined;
  readonly margins: Stage['margins'];
}

/**
 * A stage in `frame` for as long as the scene stays, painted and lit as the page is; a new one where the browser took
 * the graphics context away. Each has a canvas of its own: a context that was given back leaves its canvas blind.
 */
export function useStage(
  frame: RefObject<HTMLElement | null>,
  scene: CloseScene,
  { label, className, margins }: StageLook,
): Stage | undefined {
  const { theme } = useKit();
  const paint = useFrame<BimFrame>(bimSlice.id)?.rgba;
  const selection = useAppState((state) => state.selection);
  const [stage, setStage] = useState<Stage>();
  const [losses, setLosses] = useState(0);
  const selected = useMemo(
    () =>
      new Set(selection.flatMap(({ feature, index }) => (feature === bimSlice.id ? [index] : []))),
    [selection],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: paint and words that come later are put on what stands.
  useEffect(() => {
    const canvas = document.createElement('canvas');
    canvas.className = className ?? '';
    canvas.tabIndex = 0;
    frame.current?.append(canvas);
    const made = new Stage(canvas, scene, paint);
    made.margins = margins;
    const lose = () => setLosses((count) => count + 1);
    canvas.addEventListener('webglcontextlost', lose);
    canvas.focus({ preventScroll: true });
    setStage(made);
    return () => {
      canvas.removeEventListener('webglcontextlost', lose);
      setStage(undefined);
      made.destroy();
      canvas.remove();
    };
  }, [frame, scene, losses]);

  useEffect(() => {
    if (!stage) return;
    // The arrow keys belong to the picture while it has the focus.
    stage.canvas.setAttribute('role', 'application');
    stage.canvas.setAttribute('aria-label', label);
  }, [stage, label]);

  useEffect(() => stage?.setPaint(paint, selected), [stage, paint, selected]);

  // The tokens have changed once the page has been painted in the other theme.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read from the page.
  useEffect(() => {
    const request = requestAnimationFrame(() => stage?.applyTheme());
    return () => cancelAnimationFrame(request);
  }, [stage, theme]);

  return stage;
}
