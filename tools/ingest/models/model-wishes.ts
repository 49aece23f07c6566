// What a person says of a model beside the file itself: `model.bim.json` next to `model.ifc`, or flags.

import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { type StoredPlacement, storedPlacement } from '#contract/bim-model.ts';
import { InputError } from '#model/input-error.ts';

export interface ModelWishes {
  readonly id: string;
  readonly name: string | undefined;
  readonly placement: StoredPlacement | undefined;
  readonly replaces: readonly string[];
}

/** What the command line says; where it names a place or buildings there is one model only. */
export interface ModelFlags {
  readonly at?: StoredPlacement | undefined;
  readonly replaces?: readonly string[] | undefined;
}

const sidecar = v.strictObject({
  id: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/))),
  name: v.optional(v.pipe(v.string(), v.minLength(1))),
  placement: v.optional(storedPlacement),
  replaces: v.optional(v.array(v.string())),
});

/** Flags go before the sidecar; the id comes from the file's name where neither says. */
export function readModelWishes(path: string, flags: ModelFlags): ModelWishes {
  const beside = `${path.replace(/(\.(ifc|ifczip|zip|gz))+$/i, '')}.bim.json`;
  const said = existsSync(beside) ? parseSidecar(beside) : {};
  return {
    id: said.id ?? toModelId(basename(path)),
    name: said.name,
    placement: flags.at ?? said.placement,
    replaces: flags.replaces ?? said.replaces ?? [],
  };
}

function parseSidecar(path: string): v.InferOutput<typeof sidecar> {
  const file = basename(path);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new InputError({ file }, 'this is no valid JSON.', { cause });
  }
  const parsed = v.safeParse(sidecar, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new InputError({ file, at: v.getDotPath(issue) ?? 'root' }, `${issue.message}.`);
}

export const toModelId = (file: string): string =>
  file
    .replace(/(\.(ifc|ifczip|zip|gz))+$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'model';
