import { detectFormat } from '#conversion/detect.ts';
import { toByteSource } from '#conversion/json/byte-source.ts';
import { isNetworkLayer, sampleFeatures } from '#conversion/networks/looks-like-network.ts';

const HEAD_BYTES = 1 << 18;

/** By content; what is packed by gzip is unpacked as far as its head goes. */
export async function isNetwork(file: File): Promise<boolean> {
  if (file.size === 0) return false;
  const head = await readHead(file);
  const format = formatOf(file.name, head);
  switch (format) {
    case 'epanet-inp':
    case 'swmm-inp':
    case 'pandapipes':
    case 'shapefile':
    case 'flatgeobuf':
      return true;
    case 'geojson':
    case 'geojson-lines': {
      const text = new TextDecoder().decode(head);
      try {
        return isNetworkLayer([...sampleFeatures(text)], file.name);
      } catch {
        return false;
      }
    }
    default:
      return false;
  }
}

function formatOf(name: string, head: Uint8Array) {
  try {
    return detectFormat(toByteSource(name, head));
  } catch {
    return 'unknown';
  }
}

async function readHead(file: File): Promise<Uint8Array> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || size > HEAD_BYTES) break;
      pieces.push(value);
      size += value.length;
    }
  } catch {
    return head;
  } finally {
    reader.cancel().catch(() => undefined);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
