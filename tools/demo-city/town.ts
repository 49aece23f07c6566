// The whole town from its seed: streets, what each block is used for, buildings, trees.

import { createRandom, type Random } from '#model/random.ts';
import { annexes, findPlots, type ModelPlot } from './building-models.ts';
import { createBuilder, type TownBuilding } from './buildings.ts';
import { blockTrees, streetTrees, type Tree } from './greenery.ts';
import { landmarks } from './landmarks.ts';
import { detached, halls, type Lot, perimeter, slabs } from './lots.ts';
import { createStreetNames } from './names.ts';
import { greatRoads } from './plan.ts';
import { area, type Block, centroid, distance, inset, type Point } from './plane.ts';
import { type Layout, layOut, type Street, type TownBlock } from './streets.ts';
import { towers } from './towers.ts';

export type BlockUse = 'built' | 'park' | 'square' | 'landmark';

export interface UsedBlock extends TownBlock {
  /** The block within its streets. */
  readonly yard: Block;
  readonly use: BlockUse;
  readonly name: string | undefined;
}

export interface Town {
  readonly layout: Layout;
  readonly blocks: readonly UsedBlock[];
  /** Of the buildings that have a model of their own. */
  readonly plots: readonly ModelPlot[];
  readonly buildings: readonly TownBuilding[];
  readonly trees: readonly Tree[];
}

export interface TownOptions {
  readonly seed: string;
  /** Builds and plants these alone; streets and land stay whole. */
  readonly only?: readonly string[] | undefined;
}

export function foundTown({ seed, only }: TownOptions): Town {
  const random = createRandom(seed);
  const layout = layOut(
    random.fork('streets'),
    createStreetNames(
      random.fork('names'),
      greatRoads.map(({ name }) => name),
    ),
  );
  const all = assignUses(layout, random.fork('use'));
  const isBuilt = ({ district }: UsedBlock) => !only || only.includes(district);
  const blocks = all.filter(isBuilt);
  const plots = findPlots(all).filter(({ block }) => isBuilt(block));
  const builder = createBuilder(layout.streets, random.fork('buildings'));
  for (const block of blocks) {
    if (block.use === 'landmark')
      for (const body of landmarks(block, random)) builder.addLandmark(body, block);
    if (block.use === 'built')
      buildBlock(block, builder, random.fork(`block ${centroid(block.yard).x}`));
  }
  for (const { body, block } of annexes(plots)) builder.addLandmark(body, block);
  const isFree = builder.createIsFree();
  const trees = [
    ...blocks.flatMap((block) => blockTrees(block, random.fork(`trees ${centroid(block.yard).x}`))),
    ...(only ? [] : streetTrees(layout.streets, random.fork('avenues'))),
  ].filter((tree) => isFree(tree.at));
  return { layout, blocks, plots, buildings: builder.buildings, trees };
}

function buildBlock(
  block: UsedBlock,
  builder: ReturnType<typeof createBuilder>,
  random: Random,
): void {
  const { pattern } = block.manner;
  if (pattern === 'towers') {
    const stack = towers(block, random);
    if (stack) builder.addStack(stack, block);
    return;
  }
  for (const lot of lotsOf(block, random)) builder.addHouse(lot, block);
}

function lotsOf({ yard, manner }: UsedBlock, random: Random): Lot[] {
  switch (manner.pattern) {
    case 'perimeter':
      return perimeter(yard, manner.storeys[1] > 4 ? 13 : 10.5, manner.lotM, random);
    case 'detached':
      return detached(yard, manner.lotM, random);
    case 'slabs':
      return slabs(yard, manner.lotM, random);
    case 'sheds':
      return halls(yard, random);
    case 'towers':
    case 'green':
      return [];
  }
}

/** The blocks nearest to where the plan wants something special, then chance. */
const special: readonly { at: Point; use: BlockUse; name: string }[] = [
  { at: { x: 1880, y: 2960 }, use: 'square', name: 'Markt' },
  { at: { x: 1800, y: 2910 }, use: 'landmark', name: 'St. Nikolai' },
  { at: { x: 1950, y: 2900 }, use: 'landmark', name: 'Rathaus' },
  { at: { x: 1380, y: 3000 }, use: 'landmark', name: 'St. Marien' },
  { at: { x: 2900, y: 1880 }, use: 'landmark', name: 'St. Johannis' },
  { at: { x: 2560, y: 1720 }, use: 'landmark', name: 'Marenholm Hauptbahnhof' },
  { at: { x: 3440, y: 1900 }, use: 'landmark', name: 'Johannis-Krankenhaus' },
  { at: { x: 860, y: 2380 }, use: 'landmark', name: 'Kreiskrankenhaus West' },
  { at: { x: 4000, y: 2300 }, use: 'landmark', name: 'Schule Ostsiedlung' },
  { at: { x: 1400, y: 2300 }, use: 'landmark', name: 'Gymnasium Südwall' },
  { at: { x: 300, y: 2700 }, use: 'landmark', name: 'Schule Birkenhain' },
  { at: { x: 1350, y: 900 }, use: 'landmark', name: 'Schule Finkenschlag' },
  { at: { x: 3450, y: 1400 }, use: 'landmark', name: 'Schule Kleefeld' },
  { at: { x: 4600, y: 1400 }, use: 'landmark', name: 'Schule Sandkrug' },
  { at: { x: 2450, y: 880 }, use: 'landmark', name: 'Schule Mühlenfeld' },
  { at: { x: 2400, y: 2300 }, use: 'landmark', name: 'Feuerwache Mitte' },
  { at: { x: 800, y: 1880 }, use: 'landmark', name: 'Feuerwache West' },
  { at: { x: 3900, y: 1400 }, use: 'landmark', name: 'Feuerwache Ost' },
  { at: { x: 3400, y: 3000 }, use: 'landmark', name: 'Feuerwache Hafen' },
  { at: { x: 2950, y: 2300 }, use: 'landmark', name: 'Polizeipräsidium' },
  { at: { x: 1400, y: 2680 }, use: 'park', name: 'Klostergarten' },
  { at: { x: 860, y: 3020 }, use: 'park', name: 'Kurpark' },
  { at: { x: 3400, y: 2300 }, use: 'park', name: 'Hansapark' },
  { at: { x: 1880, y: 2300 }, use: 'park', name: 'Wallanlagen' },
  { at: { x: 1880, y: 1880 }, use: 'park', name: 'Uferpark' },
  { at: { x: 3000, y: 2680 }, use: 'park', name: 'Kontorgarten' },
  { at: { x: 4000, y: 1880 }, use: 'park', name: 'Ostpark' },
  { at: { x: 2450, y: 300 }, use: 'park', name: 'Maarauen' },
];

function assignUses({ blocks, streets }: Layout, random: Random): UsedBlock[] {
  const chosen = new Map<TownBlock, { use: BlockUse; name: string }>();
  for (const { at, use, name } of special) {
    const free = blocks.filter((block) => !chosen.has(block));
    const nearest = free.reduce((best, block) =>
      distance(centroid(block.corners), at) < distance(centroid(best.corners), at) ? block : best,
    );
    chosen.set(nearest, { use, name });
  }
  return blocks.flatMap((block) => {
    const yard = inset(block.corners, ({ street }) => setBack(streets, street));
    if (!yard || area(yard) < 150) return [];
    const given = chosen.get(block);
    const use =
      given?.use ?? (random.chance(block.manner.pattern === 'sheds' ? 0 : 0.04) ? 'park' : 'built');
    return [{ ...block, yard, use, name: given?.name }];
  });
}

const setBack = (streets: readonly Street[], street: number | undefined): number =>
  street === undefined ? 4 : (streets[street]?.widthM ?? 8) / 2;
