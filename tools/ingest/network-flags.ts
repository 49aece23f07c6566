// The options of `panopolis ingest` that are about networks.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type NetworkWishes, usualWishes } from '#conversion/networks/import-networks.ts';
import { parseMappings } from '#conversion/networks/layers/field-mapping.ts';
import type { DrawingPlacement } from '#conversion/networks/place-network.ts';
import { type RepairKind, repairKinds } from '#conversion/networks/report/findings.ts';
import { InputError } from '#model/input-error.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';

export interface NetworkFlags {
  readonly origin?: readonly number[];
  readonly rotation?: number;
  readonly scale?: number;
  readonly utility: string[];
  readonly join?: number;
  readonly gap?: number;
  readonly cover?: number;
  readonly repair?: readonly RepairKind[];
  readonly mapping?: string;
}

export function addNetworkOptions(command: Command): Command {
  return command
    .option(
      '--origin <numbers>',
      'where a network in a plane of its own lies: longitude, latitude of its point 0,0, or of the point x,y that follows',
      parseOrigin,
    )
    .option('--rotation <degrees>', 'turn of its x axis from east, counter-clockwise', parseNumber)
    .option('--scale <metres>', 'metres of one of its units', parseNumber)
    .option(
      '--utility <utility>',
      'what a network carries: storm, or mains.geojson=storm',
      (text, before: string[]) => [...before, text],
      [],
    )
    .option(
      '--join <metres>',
      'pipe ends this near are one node where files name none',
      parseNumber,
    )
    .option('--gap <metres>', 'ends this near that nothing joins are told as gaps', parseNumber)
    .option('--cover <metres>', 'ground over pipes where only the ground is known', parseNumber)
    .option(
      '--mapping <file>',
      'what fields of layers mean: JSON by file name, as report.json proposes it',
    )
    .option(
      '--repair <kinds>',
      `proposed repairs to make: ${repairKinds.join(', ')}`,
      parseRepairs,
    );
}

/** Throws `InputError` where a turn or a scale comes without an origin, or a utility is none. */
export function toNetworkWishes(flags: NetworkFlags, crs: string | undefined): NetworkWishes {
  const { origin, rotation, scale, repair = [] } = flags;
  if (!origin && (rotation !== undefined || scale !== undefined)) {
    throw new InputError(
      { file: rotation === undefined ? '--scale' : '--rotation' },
      'a network in a plane of its own needs a place, too; expected --origin longitude,latitude.',
    );
  }
  const drawing: DrawingPlacement | undefined = origin && {
    longitudeDeg: origin[0] ?? 0,
    latitudeDeg: origin[1] ?? 0,
    anchor: [origin[2] ?? 0, origin[3] ?? 0],
    rotationDeg: rotation ?? 0,
    scale: scale ?? 1,
  };
  return {
    crs,
    drawing,
    utilities: new Map(flags.utility.map(parseUtility)),
    coverM: flags.cover ?? usualWishes.coverM,
    joinM: flags.join ?? usualWishes.joinM,
    gapM: flags.gap ?? usualWishes.gapM,
    ...(flags.mapping === undefined ? {} : { mappings: readMappings(flags.mapping) }),
    accepts: (_, finding) => finding.repair !== undefined && repair.includes(finding.repair.kind),
  };
}

function readMappings(path: string) {
  const file = basename(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError({ file }, 'this file can’t be read; expected mappings as JSON.', {
      cause,
    });
  }
  return parseMappings(text, file);
}

function parseUtility(text: string): readonly [file: string, utility: UtilityNetwork] {
  const at = text.lastIndexOf('=');
  const [file, name] = at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + 1)];
  return [file, toUtility(name)];
}

/** Throws `InputError` for a name that is no utility's. */
export function toUtility(name: string): UtilityNetwork {
  const utility = utilities.find((one) => one === name);
  if (utility) return utility;
  throw new InputError(
    { file: '--utility' },
    `${name} is no utility; expected ${utilities.join(', ')}.`,
  );
}

const utilities = Object.keys(utilityNetworks) as UtilityNetwork[];

function parseOrigin(text: string): readonly number[] {
  const numbers = text.split(',').map(parseNumber);
  const [longitude = Number.NaN, latitude = Number.NaN] = numbers;
  const isPlace =
    (numbers.length === 2 || numbers.length === 4) &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90;
  if (!isPlace) {
    throw new InvalidArgumentError(
      'expected longitude,latitude or longitude,latitude,x,y, e.g. -120.335,50.672.',
    );
  }
  return numbers;
}

function parseRepairs(text: string): readonly RepairKind[] {
  return text.split(',').map((word) => {
    const kind = repairKinds.find((one) => one === word.trim());
    if (kind) return kind;
    throw new InvalidArgumentError(`expected ${repairKinds.join(', ')}; found ${word.trim()}.`);
  });
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && text.trim() !== '') return number;
  throw new InvalidArgumentError('expected a number.');
}
