import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';
import type { OpenWriter } from './make-film.ts';

const BITRATE = 6_000_000;
const codecs: VideoCodec[] = ['avc', 'vp9', 'vp8', 'av1'];

/** The browser has no encoder for any of the usual codecs. */
export class NoEncoderError extends Error {
  override readonly name = 'NoEncoderError';
}

/** MP4 where the browser encodes H.264, WebM otherwise; rejects with `NoEncoderError` where it encodes none. */
export const openVideo: OpenWriter = async (canvas) => {
  const { width, height } = canvas;
  const codec = await getFirstEncodableVideoCodec(codecs, { width, height });
  if (!codec) throw new NoEncoderError('The browser encodes none of H.264, VP9, VP8 and AV1.');
  const isMp4 = codec === 'avc';
  const target = new BufferTarget();
  const format = isMp4 ? new Mp4OutputFormat() : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, { codec, bitrate: BITRATE });
  output.addVideoTrack(source);
  await output.start();
  let atS = 0;
  return {
    async add(_, showMs) {
      await source.add(atS, showMs / 1000);
      atS += showMs / 1000;
    },
    async finish() {
      await output.finalize();
      if (!target.buffer) throw new Error('The encoder gave no video.');
      return new Blob([target.buffer], { type: isMp4 ? 'video/mp4' : 'video/webm' });
    },
  };
};
