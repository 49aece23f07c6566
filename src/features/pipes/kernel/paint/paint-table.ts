// The state table of all open networks: place on the ramp, signed velocity, flags, utility; see `PIPE_TABLE`.

import { MISSING_COLOUR, sampleRamp } from '#model/colour-ramp.ts';
import type { PipeLegend } from '../../contract/legend.ts';
import { HEAT_RAMP, type PipeHeat, type PipeMarks } from '../../contract/marks.ts';
import type { PipesLook, PipeTable } from '../../contract.ts';
import { countIndices } from '../index-space.ts';
import type { KnownNetwork } from '../open-network.ts';
import { colourClasses } from './colour-classes.ts';
import { writeFlags } from './flags.ts';
import { findRange, type ValueRange } from './ranges.ts';
import { type RangeScale, scales } from './scales.ts';

const RAMP_ENTRIES = 256;
const STILL = 128;
const VELOCITY_STEP_MPS = 0.02;
const LEGEND_COLOURS = 16;

/** Paints, and keeps the range of each colouring from one table to the next. */
export class PipePainter {
  readonly #ranges = new Map<string, ValueRange>();

  paint(
    networks: readonly KnownNetwork[],
    look: PipesLook,
    marks: PipeMarks,
  ): { readonly table: PipeTable; readonly legend: PipeLegend | undefined } {
    const count = countIndices(networks.map(({ base }) => base));
    const bytes = new Uint8Array(4 * count);
    for (const network of networks) {
      writeFlags(bytes, network, look, marks);
      writeMotion(bytes, network);
    }
    const shown = networks.filter(({ network }) => !look.hidden.includes(network.id));
    if (marks.heat) {
      writeHeat(bytes, marks.heat);
      const ramp = toRamp(sampleRamp(HEAT_RAMP, RAMP_ENTRIES - 1, true));
      return { table: { bytes, count, ramp, hasHeat: true }, legend: undefined };
    }
    const { ramp, legend } = this.#colour(bytes, shown, look);
    return { table: { bytes, count, ramp }, legend };
  }

  #colour(
    bytes: Uint8Array,
    networks: readonly KnownNetwork[],
    { colouring }: PipesLook,
  ): { readonly ramp: Uint8Array; readonly legend: PipeLegend | undefined } {
    const scale = scales[colouring];
    if (!scale) return { ramp: toRamp([]), legend: undefined };
    const base = { colouring, unknownColour: MISSING_COLOUR };
    if (scale.kind === 'range') {
      const range = this.#colourRange(bytes, networks, colouring, scale);
      const colours = sampleRamp(scale.ramp, RAMP_ENTRIES - 1);
      const legend = range && {
        ...base,
        ...range,
        ...{ kind: 'range' as const, unit: scale.unit },
        colours: sampleRamp(scale.ramp, LEGEND_COLOURS),
        solved: scale.isSolved ? findSolver(networks) : undefined,
      };
      return { ramp: toRamp(colours), legend };
    }
    const { entries, colours, classes, known, unknown } = colourClasses(scale, networks);
    for (const [at, { base: place }] of networks.entries()) {
      const column = entries[at]!;
      for (let link = 0; link < column.length; link++)
        bytes[4 * (place.base + link)] = column[link]!;
    }
    const legend = {
      ...base,
      kind: 'classes' as const,
      classes,
      known,
      unknown,
      solved: undefined,
    };
    return { ramp: toRamp(colours), legend };
  }

  #colourRange(
    bytes: Uint8Array,
    networks: readonly KnownNetwork[],
    name: string,
    { read }: RangeScale,
  ): (ValueRange & { readonly known: number; readonly unknown: number }) | undefined {
    const painted = networks.map(read);
    const columns = painted.flatMap((one) =>
      [one?.links, one?.nodes].filter((all) => all !== undefined),
    );
    const range = findRange(columns, this.#ranges.get(name));
    const links = networks.reduce((sum, { base }) => sum + base.links, 0);
    if (!range) return undefined;
    this.#ranges.set(name, range);
    let known = 0;
    for (const [at, { base }] of networks.entries()) {
      known += writePlaces(bytes, base.base, painted[at]?.links, range);
      writePlaces(bytes, base.base + base.links, painted[at]?.nodes, range);
    }
    return { ...range, known, unknown: links - known };
  }
}

function writeHeat(bytes: Uint8Array, { indices, shares }: PipeHeat): void {
  for (const [at, index] of indices.entries()) {
    const share = Math.min(1, Math.max(0, shares[at] ?? 0));
    if (4 * index < bytes.length) bytes[4 * index] = 1 + Math.round(share * (RAMP_ENTRIES - 2));
  }
}

/** Gives back how many have a value. */
function writePlaces(
  bytes: Uint8Array,
  first: number,
  values: ArrayLike<number> | undefined,
  { least, greatest }: ValueRange,
): number {
  let known = 0;
  const scale = (RAMP_ENTRIES - 2) / (greatest - least);
  for (let row = 0; row < (values?.length ?? 0); row++) {
    const value = values![row]!;
    if (!Number.isFinite(value)) continue;
    known++;
    const place = Math.round((value - least) * scale);
    bytes[4 * (first + row)] = 1 + Math.min(RAMP_ENTRIES - 2, Math.max(0, place));
  }
  return known;
}

/** The sign is the flow's: positive from `from` to `to`. */
function writeMotion(bytes: Uint8Array, { base, values }: KnownNetwork): void {
  const end = base.base + base.links + base.nodes + base.valves;
  for (let index = base.base; index < end; index++) bytes[4 * index + 1] = STILL;
  const { velocityMps, flow } = values?.links ?? {};
  if (!velocityMps) return;
  for (let link = 0; link < base.links; link++) {
    const sign = flow ? Math.sign(flow[link]!) : Math.sign(velocityMps[link]!);
    const steps = Math.round((sign * Math.abs(velocityMps[link]!)) / VELOCITY_STEP_MPS);
    const shown = Number.isFinite(steps) ? Math.min(127, Math.max(-127, steps)) : 0;
    bytes[4 * (base.base + link) + 1] = STILL + shown;
  }
}

function toRamp(colours: readonly number[]): Uint8Array {
  const ramp = new Uint8Array(4 * RAMP_ENTRIES);
  for (let entry = 0; entry < RAMP_ENTRIES; entry++) {
    const colour = entry === 0 ? MISSING_COLOUR : (colours[entry - 1] ?? MISSING_COLOUR);
    ramp.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], 4 * entry);
  }
  return ramp;
}

/** Of several networks the oldest values speak for all. */
function findSolver(networks: readonly KnownNetwork[]): PipeLegend['solved'] {
  const [oldest] = networks.flatMap(({ values }) => values ?? []).sort((a, b) => a.atMs - b.atMs);
  return oldest && { model: oldest.model, atMs: oldest.atMs, staleSinceMs: oldest.staleSinceMs };
}
