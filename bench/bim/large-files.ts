// Larger files than the shared ones, merged from those in millimetres of IFC2X3.

import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mergeIfc } from './merge-ifc.ts';

/** 26 MiB of five different models, the largest and one other twice. */
const MODELS = [
  'ISSUE_021_MiniProject.ifc',
  'Schependomlaan_LINDEN_kozijnen.ifc',
  'Schependomlaan_ROOT_houten-kozijnen.ifc',
  'bimwhale_LargeBuilding.ifc',
  'bimwhale_TallBuilding.ifc',
  'Schependomlaan_ROOT_houten-kozijnen.ifc',
  'bimwhale_LargeBuilding.ifc',
];

/** Between the models, in their units. */
const STEP_MM = 80_000;
const IN_A_ROW = 7;

export const largeFiles = {
  /** 27 MB. */
  'merged-27mb.ifc': MODELS,
  /** 111 MB: four copies. */
  'merged-111mb.ifc': [...MODELS, ...MODELS, ...MODELS, ...MODELS],
} as const;

/** @param shared folder of the shared IFC files. @returns bytes written. */
export function writeLargeFile(
  name: keyof typeof largeFiles,
  shared: string,
  path: string,
): number {
  const read = new Map<string, Uint8Array>();
  const parts = largeFiles[name].map((model, at) => {
    const bytes = read.get(model) ?? new Uint8Array(readFileSync(join(shared, model)));
    read.set(model, bytes);
    const offset = [(at % IN_A_ROW) * STEP_MM, Math.floor(at / IN_A_ROW) * STEP_MM, 0] as const;
    return { bytes, offset };
  });
  const file = openSync(path, 'w');
  let written = 0;
  mergeIfc(parts, (piece) => {
    written += writeSync(file, piece);
  });
  closeSync(file);
  return written;
}
