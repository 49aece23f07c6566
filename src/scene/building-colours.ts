// Colours that features lend to the buildings another one draws: features don't know each other, all know this channel
// of `frames.ts`. Where several lend, the one that asked last is seen; where it gives back, the one before it.

import type { Frames } from './frames.ts';

/** Channel with `BuildingColours`, or undefined to give every building its own look back. */
export const BUILDING_COLOURS = 'building-colours';

export interface BuildingColours {
  /** Build of the city that the indices belong to. */
  readonly build: string;
  /** sRGB and a fourth byte for each building in city-wide index order; fourth byte 0: as it was. */
  readonly rgba: Uint8Array;
  /** The feature whose colours are seen. */
  readonly owner?: string;
}

/** How one feature lends colours. */
export interface ColourLoan {
  /** A person turned to this feature: its colours go before those of all others. */
  ask(): void;
  /** New colours, or undefined to give the buildings back. The bytes must stay as they are until the next call but one. */
  lend(colours: Omit<BuildingColours, 'owner'> | undefined): void;
}

/** Of one page: who lends what, those that asked last at the end. */
const loansOf = new WeakMap<Frames, Map<string, BuildingColours | undefined>>();

/** The loan of a feature; asked for twice it is the same. */
export function lendColoursTo(frames: Frames, owner: string): ColourLoan {
  const loans = loansOf.get(frames) ?? new Map<string, BuildingColours | undefined>();
  loansOf.set(frames, loans);
  const show = () => {
    const [seen] = [...loans.values()].filter((one) => one !== undefined).slice(-1);
    if (frames.peek(BUILDING_COLOURS) !== seen) frames.publish(BUILDING_COLOURS, seen);
  };
  return {
    ask() {
      const own = loans.get(owner);
      loans.delete(owner);
      loans.set(owner, own);
      show();
    },
    lend(colours) {
      loans.set(owner, colours && { ...colours, owner });
      show();
    },
  };
}
