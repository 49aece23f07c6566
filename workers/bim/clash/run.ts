// Streams the clashes between two groups of things, with how far the search has come.

import type { Clash, ClashNews, ClashRules, PipeSource } from '#features/bim/contract/clash.ts';
import { matrixOf } from '#features/bim/kernel/place-on-earth.ts';
import { fetchFile } from '../../fetch-file.ts';
import type { ModelList } from '../model-list.ts';
import type { LoadedModel } from '../open-models.ts';
import { between, inverse } from './frame.ts';
import { boxAround, type ModelGroup, modelGroup, pipeGroup } from './groups.ts';
import { Joins } from './joins.ts';
import { type ClashGroup, clashOf, nearPairs } from './search.ts';

type ModelSide = Extract<ClashRules['a'], { kind: 'model' }>;

/** Work between two pieces of news, so that the page sees progress and can stop it. */
const NEWS_MS = 100;

export async function* runClashes(
  list: ModelList,
  { rules, pipes }: { readonly rules: ClashRules; readonly pipes: readonly PipeSource[] },
  signal: AbortSignal,
): AsyncGenerator<ClashNews> {
  const [a, b] = await loadGroups(list, rules, pipes, signal);
  const frame = (isOfModel(a) ? a : isOfModel(b) ? b : undefined)?.model.source.id ?? '';
  yield* search(a, b, rules, frame, signal);
}

async function* search(
  a: ClashGroup,
  b: ClashGroup,
  rules: ClashRules,
  frame: string,
  signal: AbortSignal,
): AsyncGenerator<ClashNews> {
  const isJoin = joinsOf(a, b, rules);
  const pairs = nearPairs(a, b, { clearanceM: rules.clearanceM, isJoin });
  const total = pairs.length / 2;
  let found: Clash[] = [];
  let last = performance.now();
  yield { total, done: 0, found, frame };
  for (let done = 0; done < total; done++) {
    const clash = clashOf(a, pairs[2 * done]!, b, pairs[2 * done + 1]!, rules);
    if (clash) found.push(clash);
    if (performance.now() - last < NEWS_MS) continue;
    yield { total, done: done + 1, found, frame };
    signal.throwIfAborted();
    found = [];
    last = performance.now();
  }
  yield { total, done: total, found, frame };
}

const isOfModel = (group: ClashGroup): group is ModelGroup => 'model' in group;

function joinsOf(a: ClashGroup, b: ClashGroup, { ignoreJoins }: ClashRules) {
  if (!ignoreJoins || !isOfModel(a) || !isOfModel(b) || a.model !== b.model) return () => false;
  const joins = new Joins(a.model.data);
  return (one: number, other: number) => joins.has(a.rows[one]!, b.rows[other]!);
}

/** All in the frame of the first model. */
async function loadGroups(
  list: ModelList,
  { a, b, clearanceM }: ClashRules,
  pipes: readonly PipeSource[],
  signal: AbortSignal,
): Promise<readonly [ClashGroup, ClashGroup]> {
  const first = [a, b].find((side): side is ModelSide => side.kind === 'model');
  if (!first) throw new Error('One of the two sides has to be a building model.');
  const home = find(list, first);
  const toEarth = matrixOf(home.source, home.model);
  const groupOf = (side: ModelSide) => {
    const model = find(list, side);
    const toFrame =
      model === home ? undefined : between(matrixOf(model.source, model.model), toEarth);
    return modelGroup(model, side, toFrame, signal);
  };
  if (a.kind === 'model' && b.kind === 'model') return [await groupOf(a), await groupOf(b)];
  const building = await groupOf(first);
  const chosen = [a, b].flatMap((side) => (side.kind === 'pipes' ? side.collections : []));
  const files = await Promise.all(
    pipes
      .filter(({ collection }) => chosen.length === 0 || chosen.includes(collection))
      .map(async (source) => ({
        source,
        text: new TextDecoder().decode(await fetchFile(source.url, fileOf(source), () => {})),
      })),
  );
  signal.throwIfAborted();
  const under = pipeGroup(files, inverse(toEarth), boxAround(building, clearanceM));
  return a.kind === 'model' ? [building, under] : [under, building];
}

const fileOf = ({ url }: PipeSource): string => url.slice(url.lastIndexOf('/') + 1);

function find(list: ModelList, { model: id }: ModelSide): LoadedModel {
  const model = list.find(id);
  if (!model) throw new Error(`There is no open model ${id}.`);
  return model;
}
