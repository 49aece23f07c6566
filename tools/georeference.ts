// `panopolis georeference`: says where an IFC file stands and why, and writes a place into it.

import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { StoredPlacement } from '#contract/bim-model.ts';
import { writeGeoreferencing } from '#conversion/ifc/georeferencing/write-georeferencing.ts';
import { loadEgm96 } from '#conversion/terrain/egm96.ts';
import { InputError } from '#model/input-error.ts';
import { fromDegrees } from '#model/units.ts';
import { formatExplanation } from './georeference/explanation-text.ts';
import { type ReadIfcPlace, readIfcPlace } from './georeference/read-place.ts';

interface Flags {
  readonly explain?: boolean;
  readonly at?: Spot;
  readonly seaLevel?: boolean;
  readonly rotation?: number;
  readonly reading?: number;
  readonly crs?: string;
  readonly out?: string;
  readonly language: 'en' | 'zh';
}

interface Spot {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly heightM: number | undefined;
}

const EXAMPLES = `
Examples:
  panopolis georeference house.ifc --explain
  panopolis georeference house.ifc --at 8.43368,49.09555,161.8 --rotation 74.7 --crs EPSG:25832 --out placed.ifc
  panopolis georeference house.ifc --at 8.43368,49.09555,113.7 --sea-level --crs EPSG:25832+7837 --out placed.ifc
  panopolis georeference house.ifc --reading 2 --out placed.ifc

--at says where the model's origin stands; where its coordinates are far from the file's zero, --explain names the
point of them that is its origin. What isn't said stays as the file has it. The place is written as IfcMapConversion
and IfcProjectedCRS, in IFC2X3 as the property sets ePSet_MapConversion and ePSet_ProjectedCRS; all else stays, byte
for byte.
`;

export function addGeoreference(program: Command): void {
  program
    .command('georeference')
    .description('say where an IFC file stands and why; write another place into it')
    .argument('<file>', 'IFC or IFCZIP')
    .option('--explain', 'print every reading of the file, step by step')
    .option(
      '--at <numbers>',
      'longitude, latitude (degrees, WGS 84) and height of the model’s origin (m)',
      parseSpot,
    )
    .option('--sea-level', 'that height counts from sea level, not from the ellipsoid')
    .option(
      '--rotation <degrees>',
      'from true east to the model’s x axis, counter-clockwise',
      parseNumber,
    )
    .option(
      '--reading <number>',
      'which of the file’s readings to write, as --explain counts',
      parseNumber,
    )
    .option('--crs <code>', 'projected reference system to read and write, e.g. EPSG:25832')
    .option('--out <file>', 'where the placed file goes')
    .option('--language <language>', 'en or zh', parseLanguage, 'en')
    .addHelpText('after', EXAMPLES)
    .action(runGeoreference);
}

async function runGeoreference(path: string, flags: Flags): Promise<void> {
  const file = basename(path);
  const isPlacing =
    flags.at !== undefined || flags.rotation !== undefined || flags.reading !== undefined;
  checkFlags(path, flags, isPlacing);
  const geoid = await loadEgm96();
  const read = await readIfcPlace(await readFile(path), file, { geoid, crs: flags.crs });
  if (flags.explain || !isPlacing) {
    process.stdout.write(formatExplanation(read, flags.language));
  }
  if (flags.out === undefined || !isPlacing) return;
  const placement = placementOf(read, flags);
  const written = writePlace(read, placement, flags.crs);
  await writeFile(flags.out, written);
  const { longitudeDeg, latitudeDeg, heightM, rotationDeg } = placement;
  process.stdout.write(
    `Wrote ${flags.out}: ${latitudeDeg.toFixed(7)}°, ${longitudeDeg.toFixed(7)}°, ${heightM.toFixed(2)} m above the ellipsoid, x axis ${rotationDeg.toFixed(4)}° from true east.\n`,
  );

  function writePlace({ bytes, originM }: ReadIfcPlace, to: StoredPlacement, crs?: string) {
    try {
      return writeGeoreferencing(bytes, to, { geoid, crs, originM, file });
    } catch (error) {
      if (error instanceof RangeError)
        throw new InputError({ file: '--crs' }, error.message, { cause: error });
      throw error;
    }
  }

  function placementOf(
    { georeferencing }: ReadIfcPlace,
    { at, rotation, reading, seaLevel }: Flags,
  ) {
    const { readings } = georeferencing;
    const own = readings[(reading ?? 1) - 1];
    if (!own) {
      const count = readings.length === 1 ? '1 reading' : `${readings.length} readings`;
      throw new InputError(
        { file: '--reading' },
        `the file has ${count}; expected 1 to ${readings.length}.`,
      );
    }
    // What was never placed has no height or rotation to keep.
    const base =
      own.source === 'none' ? { ...own.placement, heightM: 0, rotationDeg: 0 } : own.placement;
    const placement = { ...base, rotationDeg: rotation ?? base.rotationDeg };
    if (!at) return placement;
    const { longitudeDeg, latitudeDeg } = at;
    const seaM = geoid(fromDegrees(longitudeDeg), fromDegrees(latitudeDeg));
    const isAtSea = seaLevel || (at.heightM === undefined && own.source === 'none');
    const heightM = (at.heightM ?? base.heightM) + (isAtSea ? seaM : 0);
    return { ...placement, longitudeDeg, latitudeDeg, heightM };
  }
}

function checkFlags(path: string, { out, at, seaLevel }: Flags, isPlacing: boolean): void {
  if (isPlacing && out === undefined) {
    throw new InputError({ file: '--out' }, 'is missing: the placed file needs a name.');
  }
  if (!isPlacing && out !== undefined) {
    throw new InputError(
      { file: '--out' },
      'needs --at, --rotation or --reading: what should be written?',
    );
  }
  if (out !== undefined && resolve(out) === resolve(path)) {
    throw new InputError(
      { file: '--out' },
      `is the file itself; expected another name than ${path}.`,
    );
  }
  if (seaLevel && at?.heightM === undefined) {
    throw new InputError(
      { file: '--sea-level' },
      'needs a height: --at longitude,latitude,height.',
    );
  }
}

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || text.trim() === '') {
    throw new InvalidArgumentError('expected a number.');
  }
  return number;
}

/** `8.43368,49.09555,161.8`. */
function parseSpot(text: string): Spot {
  const [longitudeDeg, latitudeDeg, heightM, ...others] = text.split(',').map(parseNumber);
  if (longitudeDeg === undefined || latitudeDeg === undefined || others.length > 0) {
    throw new InvalidArgumentError('expected two or three numbers, e.g. 8.43368,49.09555,161.8.');
  }
  if (Math.abs(longitudeDeg) > 180 || Math.abs(latitudeDeg) > 90) {
    throw new InvalidArgumentError(
      'expected a longitude of −180 to 180 and then a latitude of −90 to 90.',
    );
  }
  return { longitudeDeg, latitudeDeg, heightM };
}

function parseLanguage(text: string): 'en' | 'zh' {
  if (text === 'en' || text === 'zh') return text;
  throw new InvalidArgumentError('expected en or zh.');
}
