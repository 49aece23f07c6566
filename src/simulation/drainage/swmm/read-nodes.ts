// Nodes of a SWMM file with the flows that enter them from outside. SI.

import type { Curve, DrainageNode, Inflow, OutfallStage, Pattern, StorageShape } from '../model.ts';
import type { NamedCurve } from './read-curves.ts';
import { numberAt, type Row, type SwmmFile, wordAt } from './sections.ts';
import type { SwmmUnits } from './units.ts';

export interface NodeParts {
  readonly file: SwmmFile;
  readonly units: SwmmUnits;
  readonly curves: ReadonlyMap<string, NamedCurve>;
  readonly series: ReadonlyMap<string, Curve>;
  readonly patterns: ReadonlyMap<string, Pattern>;
}

export function readNodes(parts: NodeParts, notes: string[]): DrainageNode[] {
  const { file } = parts;
  const inflows = readInflows(parts, notes);
  const nodes = [
    ...file.rows('JUNCTIONS').map((row) => junction(parts, row)),
    ...file.rows('DIVIDERS').map((row) => {
      notes.push(`Divider ${row.tokens[0] ?? ''} is routed as a junction, as dynamic waves do.`);
      return junction(parts, row);
    }),
    ...file.rows('OUTFALLS').map((row) => outfall(parts, row)),
    ...file.rows('STORAGE').map((row) => storage(parts, row)),
  ];
  return nodes.map((node) => ({ ...node, inflows: inflows.get(node.id) ?? [] }));
}

function junction({ file, units }: NodeParts, row: Row): DrainageNode {
  const metres = (at: number, what: string) => numberAt(file, row, at, what, 0) * units.lengthM;
  return {
    ...{ id: row.tokens[0] ?? '', inflows: [], form: { kind: 'junction' } },
    invertM: numberAt(file, row, 1, 'invert') * units.lengthM,
    maximumDepthM: metres(2, 'maximum depth'),
    initialDepthM: metres(3, 'initial depth'),
    surchargeDepthM: metres(4, 'surcharge depth'),
    pondedAreaM2: numberAt(file, row, 5, 'ponded area', 0) * units.surfaceM2,
  };
}

function outfall(parts: NodeParts, row: Row): DrainageNode {
  const { file, units } = parts;
  const kind = wordAt(row, 2);
  const hasStage = ['FIXED', 'TIDAL', 'TIMESERIES'].includes(kind);
  return {
    ...{ id: row.tokens[0] ?? '', inflows: [], maximumDepthM: 0, initialDepthM: 0 },
    ...{ surchargeDepthM: 0, pondedAreaM2: 0 },
    invertM: numberAt(file, row, 1, 'invert') * units.lengthM,
    form: {
      kind: 'outfall',
      stage: stageOf(parts, row, kind),
      hasFlapGate: wordAt(row, hasStage ? 4 : 3) === 'YES',
    },
  };
}

function stageOf({ file, units, curves, series }: NodeParts, row: Row, kind: string): OutfallStage {
  const scaled = (curve: Curve | undefined): Curve => {
    if (!curve)
      throw file.error(
        row,
        `Outfall ${row.tokens[0] ?? ''} names ${row.tokens[3] ?? ''}, which does not exist.`,
      );
    return { x: curve.x, y: curve.y.map((level) => level * units.lengthM) };
  };
  switch (kind) {
    case 'FREE':
      return { kind: 'free' };
    case 'NORMAL':
      return { kind: 'normal' };
    case 'FIXED':
      return { kind: 'fixed', stageM: numberAt(file, row, 3, 'stage') * units.lengthM };
    case 'TIDAL':
      return { kind: 'tidal', curve: scaled(curves.get(row.tokens[3] ?? '')) };
    case 'TIMESERIES':
      return { kind: 'series', series: scaled(series.get(row.tokens[3] ?? '')) };
    default:
      throw file.error(
        row,
        `Outfall ${row.tokens[0] ?? ''} is ${kind}, expected FREE, NORMAL, FIXED, TIDAL or TIMESERIES.`,
      );
  }
}

function storage(parts: NodeParts, row: Row): DrainageNode {
  const { file, units } = parts;
  const kind = wordAt(row, 4);
  const after = kind === 'TABULAR' ? 6 : 8;
  // Seepage: conductivity alone, or suction, conductivity and deficit.
  const seepage =
    row.tokens.length > after + 4 ? numberAt(file, row, after + 3, 'conductivity', 0) : 0;
  return {
    ...{ id: row.tokens[0] ?? '', inflows: [], pondedAreaM2: 0 },
    invertM: numberAt(file, row, 1, 'invert') * units.lengthM,
    maximumDepthM: numberAt(file, row, 2, 'maximum depth') * units.lengthM,
    initialDepthM: numberAt(file, row, 3, 'initial depth', 0) * units.lengthM,
    surchargeDepthM: numberAt(file, row, after, 'surcharge depth', 0) * units.lengthM,
    form: {
      ...{ kind: 'storage', shape: storageShape(parts, row, kind) },
      evaporationShare: numberAt(file, row, after + 1, 'evaporation share', 0),
      seepageMps: (seepage * units.rainM) / 3600,
    },
  };
}

function storageShape({ file, units, curves }: NodeParts, row: Row, kind: string): StorageShape {
  const { lengthM, surfaceM2 } = units;
  const value = (at: number) => numberAt(file, row, at, `parameter ${at - 4}`, 0);
  switch (kind) {
    case 'FUNCTIONAL': {
      // A (m²) of d (m): both carry their units, so the factor takes both.
      const exponent = value(6);
      const factor = value(5) * (surfaceM2 / lengthM ** exponent);
      return { kind: 'functional', factor, exponent, constant: value(7) * surfaceM2 };
    }
    case 'TABULAR': {
      const curve = curves.get(row.tokens[5] ?? '');
      if (!curve)
        throw file.error(
          row,
          `Storage ${row.tokens[0] ?? ''} names the curve ${row.tokens[5] ?? ''}, which does not exist.`,
        );
      return {
        kind: 'tabular',
        areaM2: { x: curve.x.map((x) => x * lengthM), y: curve.y.map((y) => y * surfaceM2) },
      };
    }
    case 'CYLINDRICAL':
      return {
        kind: 'frustum',
        lengthM: value(5) * lengthM,
        widthM: value(6) * lengthM,
        sideSlope: 0,
        isRound: true,
      };
    case 'CONICAL':
      return {
        kind: 'frustum',
        lengthM: value(5) * lengthM,
        widthM: value(6) * lengthM,
        sideSlope: value(7),
        isRound: true,
      };
    case 'PYRAMIDAL':
      return {
        kind: 'frustum',
        lengthM: value(5) * lengthM,
        widthM: value(6) * lengthM,
        sideSlope: value(7),
        isRound: false,
      };
    case 'PARABOLIC': {
      // Paraboloid of an elliptical top L × W at height H: its area grows with depth.
      const height = value(7);
      const factor = height > 0 ? (Math.PI * value(5) * value(6)) / 4 / height : 0;
      return { kind: 'functional', factor: factor * lengthM, exponent: 1, constant: 0 };
    }
    default:
      throw file.error(
        row,
        `Storage ${row.tokens[0] ?? ''} has the shape ${kind}, which is not known.`,
      );
  }
}

/** [INFLOWS] and [DWF] of flow; those of pollutants are left out. */
function readInflows(parts: NodeParts, notes: string[]): ReadonlyMap<string, Inflow[]> {
  const { file, units, series, patterns } = parts;
  const inflows = new Map<string, Inflow[]>();
  const add = (row: Row, inflow: Inflow) => {
    const id = row.tokens[0] ?? '';
    inflows.set(id, [...(inflows.get(id) ?? []), inflow]);
  };
  const named = (row: Row, id: string | undefined): Pattern[] => {
    if (!id) return [];
    const pattern = patterns.get(id);
    if (!pattern)
      throw file.error(
        row,
        `${row.tokens[0] ?? ''} names the pattern ${id}, which does not exist.`,
      );
    return [pattern];
  };
  for (const row of file.rows('INFLOWS')) {
    if (wordAt(row, 1) !== 'FLOW') {
      notes.push(
        `Inflow of ${row.tokens[1] ?? ''} into ${row.tokens[0] ?? ''} is left out: water quality is not simulated.`,
      );
      continue;
    }
    const id = row.tokens[2] ?? '';
    const found = series.get(id);
    if (id !== '' && !found)
      throw file.error(
        row,
        `Inflow of ${row.tokens[0] ?? ''} names the time series ${id}, which does not exist.`,
      );
    add(row, {
      ...{ isDryWeather: false, series: found },
      factor: numberAt(file, row, 5, 'scale factor', 1) * units.flowM3s,
      baselineM3s: numberAt(file, row, 6, 'baseline', 0) * units.flowM3s,
      patterns: named(row, row.tokens[7]),
    });
  }
  for (const row of file.rows('DWF')) {
    if (wordAt(row, 1) !== 'FLOW') continue;
    add(row, {
      ...{ isDryWeather: true, series: undefined, factor: 0 },
      baselineM3s: numberAt(file, row, 2, 'mean flow') * units.flowM3s,
      patterns: row.tokens.slice(3).flatMap((id) => named(row, id)),
    });
  }
  if (file.rows('RDII').length > 0) notes.push('Rain-derived infiltration ([RDII]) is left out.');
  return inflows;
}
