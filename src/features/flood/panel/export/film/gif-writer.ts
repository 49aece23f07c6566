import { startFilmWorker } from '#workers/film/client.ts';
import type { OpenWriter } from './make-film.ts';

export const openGif: OpenWriter = async ({ width, height }) => {
  const worker = startFilmWorker();
  await worker.call('begin', { width, height });
  return {
    async add(canvas, showMs) {
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      if (!pen) throw new Error('The browser gives no 2D canvas to read the film from.');
      const { data } = pen.getImageData(0, 0, width, height);
      await worker.call('add', { pixels: data, showMs }, { transfer: [data.buffer] });
    },
    async finish() {
      const { bytes } = await worker.call('finish', undefined);
      worker.close();
      return new Blob([bytes], { type: 'image/gif' });
    },
  };
};
