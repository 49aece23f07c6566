// What the buildings' colours say where a person left the choice to the card.

import type { BuildingColouring, FireLook } from '../../state/look.ts';

/** `tool`: the one that is open; its answer is what a person looks for on the globe. */
export function chosenColouring(
  chosen: FireLook['buildings'],
  { hasFire, tool }: { readonly hasFire: boolean; readonly tool: string },
): BuildingColouring {
  if (chosen !== 'auto') return chosen;
  if (hasFire) return 'burning';
  if (tool === 'risk') return 'risk-class';
  if (tool === 'response') return 'first-engine';
  return 'none';
}
