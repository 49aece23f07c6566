import type { LinkRow, ValveRow } from '#model/build-network.ts';
import type { UtilityNetwork } from '#model/utility-network.ts';
import type { FaultList } from './faults.ts';
import { type Feature, Fields, readPoint } from './fields.ts';

const states = new Map([
  ['open', 'open'],
  ['closed', 'closed'],
] as const);

/** What a valve may sit on. */
export interface KnownLinks {
  readonly nodeRowOf: ReadonlyMap<string, number>;
  readonly linkRowOf: ReadonlyMap<string, number>;
  readonly links: readonly LinkRow[];
}

export function readValve(
  { id, geometry, properties }: Feature,
  { nodeRowOf, linkRowOf, links }: KnownLinks,
  utility: UtilityNetwork,
  faults: FaultList,
): ValveRow | undefined {
  const fields = new Fields(properties, faults);
  const [linkId, nodeId] = [fields.text('link'), fields.text('node')];
  const [link, node] = [linkRowOf.get(linkId ?? ''), nodeRowOf.get(nodeId ?? '')];
  const row = links[link ?? -1];
  if (link === undefined || !row) {
    return faults.leaveOut(
      `sits on link ${linkId ?? '(none)'}, which does not exist.`,
      `所在管段 ${linkId ?? '（无）'} 不存在。`,
    );
  }
  if (node === undefined || (row.from !== node && row.to !== node)) {
    return faults.leaveOut(
      `sits at node ${nodeId ?? '(none)'}, which is no end of link ${linkId}.`,
      `所在节点 ${nodeId ?? '（无）'} 不是管段 ${linkId} 的端点。`,
    );
  }
  const state = fields.word('state', states) ?? fields.word('normalState', states);
  if (state === undefined) {
    faults.add(
      'does not say whether it is open; it is taken as open.',
      '未注明启闭状态，按开启处理。',
    );
  }
  const isSwitch =
    isSwitchKind(fields.text('kind')) || utility === 'power' || utility === 'telecom';
  const access = fields.text('accessibility') ?? fields.text('access') ?? '';
  return {
    id,
    link,
    node,
    isSwitch,
    place: readPoint(geometry),
    // An open circuit lets nothing through, an open valve does.
    isClosed: state === (isSwitch ? 'open' : 'closed'),
    isOperable: fields.boolean('operable') ?? true,
    exercisedYear: fields.year('lastExercised'),
    turns: fields.amount('turns'),
    diameterM:
      fields.metresOfMm('diameter_mm') ??
      fields.metresOfMm('nominalDiameter_mm') ??
      fields.amount('diameter_m') ??
      row.innerM,
    access,
  };
}

const isSwitchKind = (kind: string | undefined) => kind !== undefined && /switch$/i.test(kind);
