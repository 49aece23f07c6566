import { InputError } from '#model/input-error.ts';
import type { Text } from '#model/text.ts';
import { type IfcEngine, runInEngine } from './engine.ts';
import type { IfcFile } from './parts.ts';
import { isStep, parseStepHeader } from './step/header.ts';
import { keepIndex } from './step/index-of.ts';
import { mendStep } from './step/mend.ts';
import { scanStep } from './step/scan.ts';
import { readLengthUnit } from './units.ts';
import { isZip, unpackIfcZip } from './zip.ts';

/** Families of schemas that web-ifc knows, and the names it knows them by. */
const SCHEMAS = /^(IFC2X3|IFC2X_FINAL|IFC4|IFC4X1|IFC4X2|IFC4X2SCGL|IFC4X3(_RC[1-4]|_ADD[12])?)$/;

/** What can be told of a file without the engine. */
export type IfcText = Omit<IfcFile, 'api' | 'model'>;

/**
 * Opens an IFC file or an IFCZIP (by content, whatever its name); gzip is the caller's.
 * @param bytes kept by the result, not copied unless something is mended.
 * @throws `InputError` for what is no IFC file; where the engine itself gave up it is broken afterwards.
 */
export const openIfc = (engine: IfcEngine, bytes: Uint8Array, file: string): IfcFile =>
  openText(engine, readIfcText(bytes, file));

/** The first half of `openIfc`, which needs no engine: it may be on its way meanwhile. */
export function readIfcText(bytes: Uint8Array, file: string): IfcText {
  const findings: Text[] = [];
  let content = bytes;
  let name = file;
  if (isZip(bytes)) {
    const unpacked = unpackIfcZip(bytes, file);
    content = unpacked.bytes;
    name = file === unpacked.name ? file : `${file}/${unpacked.name}`;
    findings.push(...unpacked.findings);
  }
  refuseForeign(content, name);
  const header = parseStepHeader(content);
  const schema = acceptedSchema(header.schema, name);
  let index = scanStep(content);
  if (index.count === 0) {
    throw new InputError(
      { file: name },
      'This IFC file holds no instances; expected a DATA section.',
    );
  }
  const mended = mendStep(index);
  if (mended) {
    content = mended.bytes;
    index = scanStep(content);
    findings.push(...mended.findings);
  }
  const lengthUnitM = readLengthUnit(index);
  if (lengthUnitM === undefined) {
    findings.push({
      en: 'The file names no unit of length; metres are taken.',
      zh: '文件未说明长度单位；按米处理。',
    });
  }
  keepIndex(content, index);
  return {
    file: name,
    bytes: content,
    schema,
    application: header.application,
    written: header.written,
    lengthUnitM: lengthUnitM ?? 1,
    findings,
  };
}

export function openText(engine: IfcEngine, text: IfcText): IfcFile {
  const { bytes, file } = text;
  const slot = { model: openModel(engine, bytes, file) };
  const opened: IfcFile = {
    ...text,
    get api() {
      return engine.api;
    },
    get model() {
      return slot.model;
    },
  };
  reopeners.set(opened, async () => {
    await engine.restart();
    slot.model = openModel(engine, bytes, file);
  });
  return opened;
}

const reopeners = new WeakMap<IfcFile, () => Promise<void>>();

/** After a crash: puts a fresh engine behind an open file. */
export async function reopenIfc(file: IfcFile): Promise<void> {
  await reopeners.get(file)?.();
}

function openModel({ api }: IfcEngine, bytes: Uint8Array, file: string): number {
  const model = runInEngine({ api, file }, 'opening the file', () => openOrRefuse(api, bytes));
  if (model < 0) throw new InputError({ file }, 'The geometry engine refuses this file.');
  return model;
}

/** Negative where it refuses; it throws a TypeError over a header that it can't read. */
function openOrRefuse(api: IfcEngine['api'], bytes: Uint8Array): number {
  try {
    return api.OpenModel(bytes);
  } catch (error) {
    if (error instanceof TypeError) return -1;
    throw error;
  }
}

/** Frees the file's memory in the engine, unless the engine is broken. */
export function closeIfc(engine: IfcEngine, { model }: IfcFile): void {
  if (!engine.isBroken) engine.api.CloseModel(model);
}

function refuseForeign(bytes: Uint8Array, file: string) {
  if (bytes.length === 0) {
    throw new InputError(
      { file },
      'The file is empty; expected IFC text that begins ISO-10303-21.',
    );
  }
  if (isStep(bytes)) return;
  const start = bytes.subarray(0, 24);
  const isText = start.every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13));
  const begin = isText ? `“${new TextDecoder().decode(start).trim()}”` : `bytes ${toHex(start)}`;
  throw new InputError(
    { file, at: 'line 1' },
    `The file begins with ${begin}; expected IFC text that begins ISO-10303-21.`,
  );
}

const toHex = (bytes: Uint8Array) =>
  [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

function acceptedSchema(schema: string | undefined, file: string): string {
  const expected = 'expected IFC2X3, IFC4 or IFC4X3';
  if (schema === undefined) {
    throw new InputError({ file, at: 'FILE_SCHEMA' }, `The header names no schema; ${expected}.`);
  }
  if (!SCHEMAS.test(schema.toUpperCase())) {
    throw new InputError({ file, at: 'FILE_SCHEMA' }, `The schema is ${schema}; ${expected}.`);
  }
  return schema;
}
