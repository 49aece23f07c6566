/** Channel of `Frames` for a building model that is being read: a `FirstLookFrame`. */
export const FIRST_LOOK = 'bim-first-look';

/** What of the model has been read so far; undefined: take it away, the tiles are there or it failed. */
export interface FirstLookFrame {
  readonly look:
    | {
        /** In metres around the model's origin, y up as glTF has it. */
        readonly glb: Uint8Array<ArrayBuffer>;
        /** Column-major: the model's frame, z up → Earth-centred. */
        readonly matrix: Float64Array;
      }
    | undefined;
}
