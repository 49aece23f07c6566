// Fetches files of a package, whole or in part, and says which one failed.

/** How far a file is. */
export interface Loading {
  readonly file: string;
  readonly loadedBytes: number;
  /** Undefined where the server doesn't say. */
  readonly totalBytes: number | undefined;
}

/** A file could not be fetched: its server is away, or it isn't there. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly file: string;
  /** HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  constructor(file: string, why: string, status?: number, options?: ErrorOptions) {
    super(`${file}: ${why}`, options);
    this.file = file;
    this.status = status;
  }
}

/** The whole file; `onProgress` is told after each piece. */
export async function fetchFile(
  baseUrl: string,
  file: string,
  onProgress: (loading: Loading) => void,
): Promise<ArrayBuffer> {
  const response = await request(baseUrl, file, {});
  return await readBody(response, file, onProgress);
}

/** Bytes `from` up to but not including `to`; undefined where the server sends whole files only. */
export async function fetchRange(
  baseUrl: string,
  file: string,
  from: number,
  to: number,
): Promise<ArrayBuffer | undefined> {
  const response = await request(baseUrl, file, { Range: `bytes=${from}-${to - 1}` });
  if (response.status !== 206) {
    await response.body?.cancel();
    return undefined;
  }
  return await readBody(response, file, () => {});
}

async function request(
  baseUrl: string,
  file: string,
  headers: Record<string, string>,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(new URL(file, baseUrl), { headers });
  } catch (cause) {
    throw new FileError(file, 'the server does not answer.', undefined, { cause });
  }
  if (response.ok) return response;
  const { status, statusText } = response;
  throw new FileError(file, `the server answered ${`${status} ${statusText}`.trim()}.`, status);
}

async function readBody(
  response: Response,
  file: string,
  onProgress: (loading: Loading) => void,
): Promise<ArrayBuffer> {
  if (!response.body) return await response.arrayBuffer();
  // The length counts compressed bytes where there is an encoding, so it says nothing then.
  const length = response.headers.get('Content-Length');
  const isEncoded = response.headers.has('Content-Encoding');
  const totalBytes = length === null || isEncoded ? undefined : Number(length);
  const pieces: Uint8Array[] = [];
  let loadedBytes = 0;
  try {
    for await (const piece of streamOf(response.body)) {
      pieces.push(piece);
      loadedBytes += piece.length;
      onProgress({ file, loadedBytes, totalBytes });
    }
  } catch (cause) {
    throw new FileError(file, `it broke off after ${loadedBytes} bytes.`, undefined, { cause });
  }
  const whole = new Uint8Array(loadedBytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

/** Safari has no async iterator on streams yet. */
async function* streamOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
