import type { StoredPlacement } from '#contract/bim-model.ts';
import type { AppStore } from './store.ts';

/** How far a file that a person dropped on the page is on its way to a city. */
export type DroppingState =
  | { readonly kind: 'idle' }
  /** The system asks the person which file. */
  | { readonly kind: 'choosing' }
  | {
      readonly kind: 'converting';
      readonly name: string;
      readonly stage: ModelStage | 'read' | 'columns' | 'terrain';
      /** 0 … 1 of the stage. */
      readonly share: number;
    }
  /** A building model on its way into the open city, which stays in use meanwhile. */
  | {
      readonly kind: 'joining';
      readonly name: string;
      readonly stage: ModelStage;
      readonly share: number;
    }
  /** A building model is there, and what was found in it. */
  | { readonly kind: 'joined'; readonly id: string; readonly name: string; readonly found: Found }
  /** A file names no coordinate reference system; `sentence` says what is known. */
  | { readonly kind: 'asking-crs'; readonly name: string; readonly sentence: string }
  /** Networks under the streets: what was found in them is looked through before they open. */
  | { readonly kind: 'network'; readonly name: string }
  /** It is open, and the person may take it back. */
  | { readonly kind: 'shown'; readonly id: string; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly sentence: string };

/** Steps of a building model's way. */
export type ModelStage = 'opening' | 'geometry' | 'description' | 'tiles' | 'keeping';

/** What a dropped building model holds and where it stands. */
export interface Found {
  readonly elements: number;
  readonly storeys: number;
  readonly products: number;
  readonly meshes: number;
  /** Whether the file's word on its place is clear, says several places or none. */
  readonly verdict: 'clear' | 'several' | 'missing';
  /** Where it stands by its file's first reading. */
  readonly placement: StoredPlacement;
  /** From the middle of the open city, m; 0 where the model is a city of its own. */
  readonly awayM: number;
}

export const changeDropping = (store: AppStore, dropping: DroppingState) =>
  store.setState({ dropping });
