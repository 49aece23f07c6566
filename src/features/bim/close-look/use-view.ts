import { useEffect, useRef, useState } from 'react';
import { OrbitView } from './view/orbit-view.ts';
import { PlanView } from './view/plan-view.ts';
import type { Stage } from './view/stage.ts';
import type { View, ViewKind } from './view/view.ts';
import { WalkView } from './view/walk-view.ts';

export interface ViewControl {
  readonly kind: ViewKind;
  /** False where one asked to walk and nobody can stand there. */
  readonly choose: (kind: ViewKind) => boolean;
  readonly current: () => View | undefined;
  /** Shows all that can be seen. */
  readonly fit: () => void;
}

/** The view in use; walking begins on `floorM` below what the view before looked at. */
export function useView(stage: Stage | undefined, floorM: number): ViewControl {
  const [kind, setKind] = useState<ViewKind>('orbit');
  const view = useRef<View>(undefined);

  useEffect(() => {
    if (!stage) return;
    view.current = new OrbitView(stage);
    setKind('orbit');
    return () => {
      view.current?.stop();
      view.current = undefined;
    };
  }, [stage]);

  function choose(next: ViewKind): boolean {
    if (!stage || next === kind) return true;
    const [x, y] = view.current?.target() ?? [0, 0];
    if (next === 'walk') {
      const walking = WalkView.enter(stage, [x, y, floorM]);
      if (!walking) return false;
      view.current?.stop();
      view.current = walking;
    } else {
      view.current?.stop();
      view.current = next === 'plan' ? new PlanView(stage) : new OrbitView(stage);
    }
    setKind(next);
    return true;
  }

  return {
    kind,
    choose,
    current: () => view.current,
    fit: () => void view.current?.press('Home', false),
  };
}
