import type { AppStore } from './store.ts';

/** How far a file that a person dropped on the page is on its way to a city. */
export type DroppingState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'converting';
      readonly name: string;
      readonly stage: 'opening' | 'read' | 'tiles' | 'columns' | 'terrain' | 'keeping';
      /** 0 … 1 of the stage. */
      readonly share: number;
    }
  /** A file names no coordinate reference system; `sentence` says what is known. */
  | { readonly kind: 'asking-crs'; readonly name: string; readonly sentence: string }
  /** It is open, and the person may take it back. */
  | { readonly kind: 'shown'; readonly id: string; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly sentence: string };

export const changeDropping = (store: AppStore, dropping: DroppingState) =>
  store.setState({ dropping });
