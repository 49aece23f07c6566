import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { type Service, Transfer } from '../port.ts';
import type { FilmProtocol } from './protocol.ts';

const COLOURS = 256;

/** One film at a time: `begin`, `add` once a picture, `finish`. */
export function createFilmService(): Service<FilmProtocol> {
  let film: { readonly gif: ReturnType<typeof GIFEncoder>; width: number; height: number };
  return {
    calls: {
      begin({ width, height }) {
        film = { gif: GIFEncoder(), width, height };
        return undefined;
      },
      add({ pixels, showMs }) {
        const { gif, width, height } = film;
        if (pixels.length !== 4 * width * height) {
          throw new RangeError(
            `A picture has ${pixels.length / 4} pixels; ${width} × ${height} are expected.`,
          );
        }
        const palette = quantize(pixels, COLOURS);
        gif.writeFrame(applyPalette(pixels, palette), width, height, { palette, delay: showMs });
        return undefined;
      },
      finish() {
        film.gif.finish();
        const bytes = new Uint8Array(film.gif.bytes());
        return new Transfer({ bytes }, [bytes.buffer]);
      },
    },
    streams: {},
  };
}
