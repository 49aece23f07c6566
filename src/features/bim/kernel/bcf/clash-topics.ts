// Clashes as BCF topics, and what a BCF file says of clashes.

import type { Clash, ClashMark, ClashStatus, ClashThing } from '../../contract/clash.ts';
import { type BcfCamera, type BcfComponent, type BcfTopic, guidOf, type Vector } from './topic.ts';

const statusWords: Readonly<Record<ClashStatus, string>> = {
  new: 'New',
  active: 'Active',
  resolved: 'Resolved',
  ignored: 'Ignored',
};
/** What other programs call it. */
const understood: Readonly<Record<string, ClashStatus>> = {
  ...{ new: 'new', open: 'new', active: 'active', inprogress: 'active', reopened: 'active' },
  ...{ resolved: 'resolved', closed: 'resolved', done: 'resolved', ignored: 'ignored' },
};

const FIELD_DEG = 60;
/** From the south-east, from above. */
const FROM: Vector = [0.6, -0.6, 0.53];
const NEAREST_M = 1.5;
const FARTHEST_M = 12;

export interface TopicContext {
  /** ISO 8601. */
  readonly now: string;
  readonly author: string;
  /** From the model's frame to the IFC file's own coordinates, m. */
  readonly originM: Vector;
}

export function toTopic(
  clash: Clash,
  { status, note }: ClashMark,
  snapshot: Uint8Array | undefined,
  { now, author, originM }: TopicContext,
): BcfTopic {
  const guid = guidOf(clash.id);
  const { a, b } = clash;
  const components = [toComponent(a), toComponent(b)];
  const millimetres = Math.round(clash.depthM * 1000);
  return {
    guid,
    title: `${a.name} – ${b.name}`,
    type: 'Clash',
    status: statusWords[status],
    priority: clash.kind === 'hard' ? 'High' : 'Normal',
    labels: [...new Set([a, b].flatMap(({ storey }) => storey || []))],
    description:
      clash.kind === 'hard'
        ? `${a.class} and ${b.class} overlap by ${millimetres} mm.`
        : `${a.class} and ${b.class} are ${millimetres} mm nearer than they may be.`,
    created: now,
    author,
    comments: note ? [{ guid: guidOf(`${clash.id} note`), date: now, author, text: note }] : [],
    viewpoint: {
      guid: guidOf(`${clash.id} view`),
      camera: cameraOn(clash, originM),
      selection: components,
      isVisibleByDefault: true,
      exceptions: [],
    },
    snapshot,
  };
}

/** Near enough to see the place, far enough to see what meets there; in the file's coordinates. */
export function cameraOn({ pointM, boundsM }: Clash, originM: Vector): BcfCamera {
  const [least, greatest] = boundsM;
  const size = Math.hypot(...least.map((low, axis) => greatest[axis]! - low));
  const distance = Math.min(FARTHEST_M, Math.max(NEAREST_M, size * 0.8));
  const length = Math.hypot(...FROM);
  const eye = along((axis) => pointM[axis] + originM[axis] + (FROM[axis] / length) * distance);
  const direction = along((axis) => -FROM[axis] / length);
  const flat = Math.hypot(direction[0], direction[1]);
  const up: Vector = [
    (-direction[0] * direction[2]) / flat,
    (-direction[1] * direction[2]) / flat,
    flat,
  ];
  return { kind: 'perspective', eye, direction, up, extent: FIELD_DEG, aspect: 4 / 3 };
}

const along = (of: (axis: 0 | 1 | 2) => number): Vector => [of(0), of(1), of(2)];

const toComponent = ({ id, index }: ClashThing): BcfComponent =>
  index === undefined ? { ifcGuid: undefined, toolId: id } : { ifcGuid: id, toolId: undefined };

/** What was noted of a clash between two things, under the id that a search gives it; undefined for other topics. */
export function toMark(
  topic: BcfTopic,
): { readonly id: string; readonly mark: ClashMark } | undefined {
  const ids = topic.viewpoint?.selection.map(({ ifcGuid, toolId }) => ifcGuid ?? toolId ?? '');
  if (ids?.length !== 2) return undefined;
  const status = understood[topic.status.toLowerCase().replaceAll(/[\s_-]/g, '')] ?? 'new';
  const note = topic.comments.at(-1)?.text ?? '';
  return { id: ids.toSorted().join(':'), mark: { status, note } };
}
