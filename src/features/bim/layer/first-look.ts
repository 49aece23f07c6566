// A model while it is still being read: what is known of its shapes so far, until its tiles stand.

import { Axis, Matrix4, Model } from 'cesium';
import { FIRST_LOOK, type FirstLookFrame } from '#scene/first-look.ts';
import type { Stage } from '#scene/layer.ts';

export interface FirstLook {
  /** Takes it away and listens no more. */
  remove(): void;
}

/** Draws each look that is published on the channel in the place of the one before it. */
export function createFirstLook({ scene, frames, requestRender }: Stage): FirstLook {
  let shown: Model | undefined;
  /** Counts the looks: one that was built too late is not shown. */
  let latest = 0;

  function replace(model: Model | undefined): void {
    if (shown) scene.primitives.remove(shown);
    shown = model;
    if (model) scene.primitives.add(model);
    requestRender();
  }

  async function show({ look }: FirstLookFrame): Promise<void> {
    const own = ++latest;
    if (!look) {
      replace(undefined);
      return;
    }
    const url = URL.createObjectURL(new Blob([look.glb], { type: 'model/gltf-binary' }));
    try {
      const model = await Model.fromGltfAsync({
        url,
        modelMatrix: Matrix4.fromArray([...look.matrix]),
        // As tiles are turned: y up to z up, and nothing more.
        upAxis: Axis.Y,
        forwardAxis: Axis.X,
        allowPicking: false,
      });
      if (own === latest) replace(model);
      else model.destroy();
    } catch (error) {
      // Its tiles come in a moment, and say what is wrong with them.
      console.warn('The first look at a model could not be drawn.', error);
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  const known = frames.take<FirstLookFrame>(FIRST_LOOK);
  if (known) void show(known);
  const unsubscribe = frames.subscribe((channel) => {
    if (channel !== FIRST_LOOK) return;
    const frame = frames.take<FirstLookFrame>(FIRST_LOOK);
    if (frame) void show(frame);
  });
  return {
    remove() {
      unsubscribe();
      latest++;
      if (shown) scene.primitives.remove(shown);
      shown = undefined;
    },
  };
}
