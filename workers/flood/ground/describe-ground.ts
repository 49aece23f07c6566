// What was assumed about the ground, in words.

import type { PlaceDeg } from '#features/flood/contract.ts';
import type { GroundFacts, PreparedGround } from '#simulation/flood/ground/prepare-ground.ts';
import type { GroundAssumption } from './ground.ts';

export interface DescribeOptions {
  readonly cellM: number;
  readonly wantedCellM: number;
  readonly hasFootprints: boolean;
  readonly hasBuildings: boolean;
  readonly hasCover: boolean;
  readonly toPlace: (cell: number) => PlaceDeg;
}

const MOST_PLACES = 8;

export function describeGround(
  { facts, bodies }: Pick<PreparedGround, 'facts' | 'bodies'>,
  options: DescribeOptions,
): GroundAssumption[] {
  const { cellM, wantedCellM, toPlace } = options;
  const said: GroundAssumption[] = [];
  const say = (
    code: GroundAssumption['code'],
    count: number,
    en: string,
    zh: string,
    cells: readonly number[] = [],
  ) =>
    said.push({ code, count, text: { en, zh }, places: cells.slice(0, MOST_PLACES).map(toPlace) });
  if (Math.abs(cellM / wantedCellM - 1) > 0.01) {
    const [a, b] = [figure(cellM), figure(wantedCellM)];
    say(
      'cell-size',
      1,
      `Cells of ${a} m instead of ${b} m: a whole number of the elevation model’s own.`,
      `网格采用 ${a} 米而非 ${b} 米：取高程模型网格的整数倍。`,
    );
  }
  sayHoles(facts, options, say);
  if (options.hasBuildings && !options.hasFootprints) {
    say(
      'no-footprints',
      1,
      'The city’s package has no outlines of buildings, so water runs through them; build it again with `panopolis ingest`.',
      '城市数据包没有建筑轮廓，水流将直接穿过建筑；请用 `panopolis ingest` 重新构建。',
    );
  }
  const missed = facts.missedBuildings.length;
  if (missed > 0) {
    say(
      'small-buildings',
      missed,
      `${missed} buildings are smaller than a cell and not in the ground.`,
      `${missed} 栋建筑小于一个网格，未计入地面。`,
    );
  }
  if (!options.hasCover) {
    say(
      'no-cover',
      1,
      'No map says what covers the ground: it is rough as short grass everywhere (n 0.035).',
      '没有地图说明地表覆盖：全部按短草取糙率（n 0.035）。',
    );
  }
  for (const { kind, levelM, meanLevelM, sources, middle } of bodies) {
    if (sources.length > 0 || Number.isNaN(meanLevelM[0])) continue;
    const [level, least, most] = [levelM, ...meanLevelM].map((value) => value.toFixed(2));
    const [en, zh] = kind === 'sea' ? ['Sea and river', '海与河流'] : ['The river', '河流'];
    say(
      'water-level',
      1,
      `${en} at rest at ${level} m at the start (mean levels ${least} to ${most} m).`,
      `${zh}初始静止于 ${level} 米（平均水位 ${least} 至 ${most} 米）。`,
      [middle],
    );
  }
  if (facts.cutCells > 0) {
    say(
      'water-cut',
      facts.cutCells,
      'The elevation model shows the water’s surface: beds are taken from the river’s stations, 3 m deep in the sea.',
      '高程模型显示的是水面：河床取自河道断面，海底按 3 米水深处理。',
    );
  }
  if (facts.dryWater.length > 0) {
    say(
      'water-dry',
      facts.dryWater.length,
      `${facts.dryWater.length} waters on the map have no known level: the elevation model’s surface is their bed, and they start empty.`,
      `地图上有 ${facts.dryWater.length} 处水体水位未知：以高程模型表面为床底，初始无水。`,
      facts.dryWater.map(({ middle }) => middle),
    );
  }
  if (facts.raisedFaces > 0) {
    say(
      'crests-raised',
      facts.raisedFaces,
      `Crests of levees and walls stand on ${facts.raisedFaces} faces of cells that are lower.`,
      `堤防与墙体顶高已加到 ${facts.raisedFaces} 个较低的网格边上。`,
    );
  }
  return said;
}

function sayHoles(
  { holes }: GroundFacts,
  { cellM, toPlace }: DescribeOptions,
  say: (
    code: GroundAssumption['code'],
    count: number,
    en: string,
    zh: string,
    cells: readonly number[],
  ) => void,
): void {
  const [largest] = holes;
  if (!largest) return;
  const cells = holes.reduce((sum, hole) => sum + hole.cells.length, 0);
  const [longitude, latitude] = toPlace(largest.middle).map((angle) => angle.toFixed(5));
  const areaM2 = figure(largest.cells.length * cellM * cellM);
  say(
    'holes',
    holes.length,
    `The elevation model has ${holes.length === 1 ? 'a hole' : `${holes.length} holes`} of ${cells} cells here, the largest of ${areaM2} m² at ${longitude}, ${latitude}: no water flows there.`,
    `此处高程模型有 ${holes.length} 个空洞，共 ${cells} 个网格，最大的 ${areaM2} 平方米位于 ${longitude}, ${latitude}：水不会流入。`,
    holes.map(({ middle }) => middle),
  );
}

const figure = (value: number) => String(Number(value.toPrecision(4)));
