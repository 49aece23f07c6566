// Sections and clearances: what is found lies in the feature's kernel, ground comes from the terrain's tiles.

import type {
  ClearanceList,
  ClearanceListRequest,
  ClearancePart,
  ClearanceRequest,
  FindingKind,
} from '#features/pipes/contract/clearance.ts';
import type {
  CrossSection,
  LongSection,
  LongWay,
  PlanPlace,
  SectionGround,
} from '#features/pipes/contract/section.ts';
import type { PipeKey } from '#features/pipes/contract.ts';
import { checkClearances } from '#features/pipes/kernel/clearance/check.ts';
import { FindingList } from '#features/pipes/kernel/clearance/finding-list.ts';
import { type Pieces, toPieces } from '#features/pipes/kernel/clearance/pieces.ts';
import {
  cutThrough,
  lineAcross,
  placeThrough,
} from '#features/pipes/kernel/section/cross-section.ts';
import { datumOffsetM } from '#features/pipes/kernel/section/datum.ts';
import { addGround, levelAt, lower } from '#features/pipes/kernel/section/ground.ts';
import { sectionAlong } from '#features/pipes/kernel/section/long-section.ts';
import type { NetworkChanges } from '#model/network-changes.ts';
import { findLongWay } from './long-way.ts';
import type { NetworkList } from './network-list.ts';
import { TerrainHeights } from './terrain-heights.ts';

const groundStepM = 1;
const mostGround = 400;
const longestM = 2000;

export interface SectionCalls {
  readonly crossSection: {
    /** `across`: this far to both sides of the middle of a pipe. */
    params: {
      readonly line:
        | { readonly from: PlanPlace; readonly to: PlanPlace }
        /** Straight from place to place. */
        | { readonly through: readonly PlanPlace[] }
        | { readonly across: PipeKey; readonly halfM: number };
      readonly hidden: readonly string[];
      /** Folder of the terrain's tiles, where there is one. */
      readonly terrain: string | undefined;
    };
    result: CrossSection;
  };
  /** Says in a sentence why there is none; `changes` are those of the network that it lies in. */
  readonly longSection: {
    params: {
      readonly of: LongWay;
      readonly changes: NetworkChanges;
      readonly terrain: string | undefined;
    };
    result: LongSection;
  };
}

export interface ClearanceCalls {
  /** Checks one part; the first part of a check forgets what was found before. */
  readonly clearances: { params: ClearanceRequest; result: ClearancePart };
  readonly clearanceFindings: { params: ClearanceListRequest; result: ClearanceList };
  /** UTF-8 of a table with all findings. */
  readonly clearanceTable: {
    params: { readonly kind: FindingKind | undefined };
    result: Uint8Array;
  };
}

type Answers = {
  readonly [Name in keyof (SectionCalls & ClearanceCalls)]: (
    params: (SectionCalls & ClearanceCalls)[Name]['params'],
  ) =>
    | (SectionCalls & ClearanceCalls)[Name]['result']
    | Promise<(SectionCalls & ClearanceCalls)[Name]['result']>;
};

export function createSectionCalls(list: NetworkList, heights = new TerrainHeights()): Answers {
  const found = new FindingList();
  let pieces: { readonly key: string; readonly pieces: Pieces } | undefined;

  async function groundOf(
    terrain: string | undefined,
    places: readonly PlanPlace[],
    alongM: readonly number[],
  ): Promise<SectionGround | undefined> {
    if (terrain === undefined) return undefined;
    const levelM = await heights.sample(terrain, places);
    if (levelM.every(Number.isNaN)) return undefined;
    return { alongM: Float32Array.from(alongM), levelM, source: 'terrain' };
  }

  return {
    async crossSection({ line, hidden, terrain }) {
      const shown = list.all.filter(({ network }) => !hidden.includes(network.id));
      const through = placesOf(list, line);
      const { lengthM, cuts, turnsM } = cutThrough(shown, through);
      if (!(lengthM > 0) || lengthM > longestM) {
        throw new Error(
          `The line is ${Math.round(lengthM)} m long; between 1 and ${longestM} m are drawn.`,
        );
      }
      const count = Math.min(mostGround, Math.max(2, Math.ceil(lengthM / groundStepM) + 1));
      const shares = Array.from({ length: count }, (_, at) => at / (count - 1));
      const places = shares.map((share) => placeThrough(through, turnsM, share * lengthM));
      const offsetM = datumOffsetM(list.all.map(({ network }) => network));
      const terrainGround = await groundOf(
        terrain,
        places,
        shares.map((share) => share * lengthM),
      );
      const ground = lower(
        terrainGround ?? { alongM: new Float32Array(), levelM: new Float32Array(), source: 'none' },
        offsetM,
      );
      return {
        ...{ from: through[0]!, to: through.at(-1)!, lengthM, ground },
        turnsM: turnsM.slice(1, -1),
        cuts: cuts.map((cut) => {
          const axisM = cut.axisM - offsetM;
          const top = axisM + (cut.outerHeightM || 0) / 2;
          const coverM = levelAt(ground.alongM, ground.levelM, cut.alongM) - top;
          return { ...cut, axisM, coverM };
        }),
      };
    },

    async longSection({ of, changes, terrain }) {
      const { known, way, by } = findLongWay(list, of, changes);
      if (way.links.length === 0) throw new Error('No pipe leads on from there.');
      const offsetM = datumOffsetM(list.all.map(({ network }) => network));
      const bare = sectionAlong(known, way, known.values, offsetM);
      const ground = await groundOf(terrain, bare.places, bare.placesAlongM);
      return { ...addGround(bare, ground, offsetM), by };
    },

    clearances({ table, hidden, part, parts }) {
      const key = `${list.version}/${hidden.join('/')}`;
      if (pieces?.key !== key) {
        const shown = list.all.filter(({ network }) => !hidden.includes(network.id));
        pieces = { key, pieces: toPieces(shown) };
      }
      if (part === 0) found.clear();
      const checked = checkClearances(pieces.pieces, table, part, parts);
      const counts = found.add(checked.findings);
      return { counts, pipes: checked.pipes, pairs: checked.pairs };
    },
    clearanceFindings: (request) => found.list(request),
    clearanceTable: ({ kind }) => new TextEncoder().encode(found.csv(kind)),
  };
}

function placesOf(
  list: NetworkList,
  line: SectionCalls['crossSection']['params']['line'],
): readonly PlanPlace[] {
  if ('across' in line) return endsAcross(list, line);
  return 'through' in line ? line.through : [line.from, line.to];
}

function endsAcross(
  list: NetworkList,
  { across, halfM }: { readonly across: PipeKey; readonly halfM: number },
): readonly [PlanPlace, PlanPlace] {
  const { known, element } = list.require(across);
  const row =
    element.kind === 'link'
      ? element.row
      : element.kind === 'valve'
        ? known.network.valves.link[element.row]!
        : known.network.links.from.findIndex(
            (from, link) => from === element.row || known.network.links.to[link] === element.row,
          );
  const ends = row >= 0 ? lineAcross(known, row, halfM) : undefined;
  if (!ends) throw new Error(`${across} is no pipe to cut across.`);
  return ends;
}
