import type { Selected } from '#store/selection.ts';

/** What `scene.pick` finds on a sign, a label or a hydrant of fire. */
export class PickedFireThing {
  readonly selected: Selected;
  constructor(selected: Selected) {
    this.selected = selected;
  }
}
