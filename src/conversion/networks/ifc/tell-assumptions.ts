import type { AssumptionList } from '../assumptions.ts';
import type { ImportedNode } from '../imported-network.ts';
import type { SystemParts } from './find-stops.ts';
import { isDrain } from './roles.ts';
import type { PipeSize } from './sizes.ts';

export interface SystemCounts {
  readonly met: number;
  readonly joints: number;
  readonly nodes: readonly ImportedNode[];
  readonly sizes: readonly PipeSize[];
  readonly unsure: number;
  readonly unplaced: readonly number[];
}

/** Everything that was decided without the file's word. */
export function tellAssumptions(
  list: AssumptionList,
  { system, meetM, source }: SystemParts,
  { met, joints, nodes, sizes, unsure, unplaced }: SystemCounts,
): void {
  const tell = (code: string, count: number, en: string, zh: string) => {
    if (count > 0) list.add(code, en, zh, count);
  };
  tell(
    ...(['ifc-by-name', system.isByName ? 1 : 0] as const),
    `The file does not say what system ${system.title} carries: it goes by the name.`,
    `文件未注明系统 ${system.title} 的介质：按名称判断。`,
  );
  tell(
    ...(['ifc-combined', system.utility === 'combined' ? 1 : 0] as const),
    `System ${system.title} is of drainage, rain or waste not told apart: it counts as combined.`,
    `系统 ${system.title} 为排水，未区分雨污：按合流处理。`,
  );
  tell(
    ...(['ifc-met', met] as const),
    `# pairs of ends that no port joins lie within ${meetM} m of each other and are joined.`,
    `# 对无端口连接的端点相距不超过 ${meetM} m，已相连。`,
  );
  tell(
    ...(['ifc-joints', joints] as const),
    '# devices touch without a pipe between them: a joint of unknown size is drawn there.',
    '# 处设备直接相接、中间无管段：以未知尺寸的接头表示。',
  );
  tell(
    ...(['ifc-nominal', sizes.filter(({ standsIn }) => standsIn === 'nominal').length] as const),
    '# pipes say only their nominal size; it counts as the inside diameter.',
    '# 条管段仅给出公称尺寸，按内径处理。',
  );
  tell(
    ...(['ifc-outside', sizes.filter(({ standsIn }) => standsIn === 'outside').length] as const),
    '# pipes say no size; the outside of their shape counts as the inside diameter.',
    '# 条管段未给出尺寸，以其外形直径作内径。',
  );
  const open = nodes.filter(({ kind }) => kind === 'station' || kind === 'outfall');
  const ends = open.filter(({ raw }) => raw === undefined).length;
  if (isDrain(system.utility)) {
    tell(
      ...(['ifc-outfalls', ends] as const),
      '# open ends give out: they count as outfalls of the model.',
      '# 个开口端为流出方向，按模型的出口处理。',
    );
  } else {
    tell(
      ...(['ifc-feeds', ends] as const),
      '# open ends take in: the model is fed from outside there.',
      '# 个开口端为流入方向，按外部供给点处理。',
    );
    const feeds = ['station', 'plant', 'tank', 'reservoir'];
    tell(
      ...(['ifc-no-source', nodes.some(({ kind }) => feeds.includes(kind)) ? 0 : 1] as const),
      'Nothing in the system says where it is fed from: who is cut off by a closed valve can’t be told.',
      '系统未注明供给点：无法判断关阀后的停供范围。',
    );
  }
  tell(
    ...(['ifc-customers', nodes.filter(({ kind }) => kind === 'customer').length] as const),
    'Each of # outlets counts as one customer.',
    '# 个用户末端各按一户计。',
  );
  tell(
    ...(['ifc-valves', unsure] as const),
    '# valves do not say of what kind they are: they count as isolation valves.',
    '# 个阀门未注明类型，按隔断阀处理。',
  );
  const names = unplaced.slice(0, 3).map((id) => source.textAt(id, 2) || `#${id}`);
  tell(
    ...(['ifc-unplaced', unplaced.length] as const),
    `# elements have neither ports nor a shape that says where they lie: they are left out (${names.join(', ')} …).`,
    `# 个构件既无端口又无可判断位置的几何，已略去（${names.join('、')} 等）。`,
  );
}
