/** A gzip file's content under its name without `.gz`; any other file as it is. */
export async function unpack(file: {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const { name, bytes } = file;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return file;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return {
    name: name.replace(/\.gz$/i, ''),
    bytes: new Uint8Array(await new Response(plain).arrayBuffer()),
  };
}
