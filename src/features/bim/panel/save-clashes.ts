// Clashes as a BCF file with a picture of each place.

import type { Clash, ClashMark } from '../contract/clash.ts';
import { cameraOn, toTopic } from '../kernel/bcf/clash-topics.ts';
import { guidOf } from '../kernel/bcf/topic.ts';
import { writeBcf } from '../kernel/bcf/write-bcf.ts';
import { toPartKey } from '../kernel/part-key.ts';
import type { BimLine, BimModels } from '../session/line.ts';
import { newMark } from '../state/checks.ts';
import { originOf } from './bcf-view.ts';

/** More pictures than this would take minutes to draw and nobody would look at them. */
const MOST_PICTURES = 200;
/** Vermilion and blue, told apart by anyone. */
const COLOURS = [
  [213, 94, 0],
  [0, 114, 178],
] as const;

export interface SaveOptions {
  readonly line: BimLine;
  /** The model in whose frame the clashes are. */
  readonly opened: BimModels[number];
  readonly marks: Readonly<Record<string, ClashMark>>;
  readonly now: Date;
  readonly onProgress: (done: number, total: number) => void;
}

/** The gravest first. */
export async function toBcf(
  clashes: readonly Clash[],
  { line, opened, marks, now, onProgress }: SaveOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { hirePhotographer } = await import('../close-look/snapshot.ts');
  const photographer = hirePhotographer();
  const originM = originOf(opened);
  const { id, name } = opened.source;
  const context = { now: now.toISOString(), author: 'Panopolis', originM };
  try {
    const topics = [];
    for (const [at, clash] of clashes.toSorted(byGravity).entries()) {
      const snapshot = at < MOST_PICTURES ? await picture(clash) : undefined;
      topics.push(toTopic(clash, marks[clash.id] ?? newMark, snapshot, context));
      onProgress(at + 1, clashes.length);
    }
    return writeBcf({ project: name, projectId: guidOf(id), topics });
  } finally {
    photographer.dismiss();
  }

  async function picture(clash: Clash): Promise<Uint8Array | undefined> {
    const own = [clash.a, clash.b].filter(({ model }) => model === id);
    const parts = own.map((thing) => toPartKey(id, 'element', thing.id));
    if (parts.length === 0) return undefined;
    const mesh = await line.call('mesh', { parts });
    const colours = new Map(
      own.flatMap(({ index }, at) =>
        index === undefined ? [] : [[index, COLOURS[at] ?? COLOURS[0]] as const],
      ),
    );
    // An element stands for its parts, which have indices of their own.
    for (const index of mesh.elements) if (!colours.has(index)) colours.set(index, COLOURS[0]);
    const { eye, direction, extent } = cameraOn(clash, [0, 0, 0]);
    return await photographer.take(mesh, colours, { eye, direction, fieldDeg: extent });
  }
}

const byGravity = (a: Clash, b: Clash): number =>
  Number(b.kind === 'hard') - Number(a.kind === 'hard') || b.depthM - a.depthM;
