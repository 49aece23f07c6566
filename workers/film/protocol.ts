/** Writes an animated GIF: off the page, since finding 256 colours takes longer than a picture may. */
export interface FilmProtocol {
  readonly calls: {
    readonly begin: {
      params: { readonly width: number; readonly height: number };
      result: undefined;
    };
    /** RGBA, row-major. */
    readonly add: {
      params: { readonly pixels: Uint8ClampedArray<ArrayBuffer>; readonly showMs: number };
      result: undefined;
    };
    readonly finish: { params: undefined; result: { readonly bytes: Uint8Array<ArrayBuffer> } };
  };
  readonly streams: Record<never, never>;
}
