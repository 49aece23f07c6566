import type { Text } from '#model/text.ts';
import type { BimLook } from '../contract.ts';
import { messages } from '../messages.ts';
import type { ShownStorey } from './use-storeys.ts';

interface Shown {
  /** Less than all elements are seen whole. */
  readonly isPart: boolean;
  readonly metres: (value: number) => string;
}

/** What takes something of the models away, or out of its place, in the order in which it is noticed. */
export function nameCuts(
  look: BimLook,
  storeys: readonly Pick<ShownStorey, 'id' | 'part' | 'name'>[],
  { isPart, metres }: Shown,
): readonly Text[] {
  const { isolated, hidden, cutStorey, cutHeightM, planes, box, explodeM, ghost } = look;
  const cut = storeys.find(({ id }) => id === cutStorey)?.name ?? '';
  const isGhost = ghost && isPart && (isolated.length > 0 || look.colourBy?.kind === 'live');
  const names = isolated.map((key) => storeys.find(({ part }) => part === key)?.name);
  const areStoreys = names.every((name) => name !== undefined);
  return [
    ...(isolated.length > 0 ? [areStoreys ? messages.only(names) : messages.onlyIsolated] : []),
    ...(hidden.length > 0 ? [messages.hiddenParts(hidden.length)] : []),
    ...(cutStorey === undefined ? [] : [messages.cutOver(cut, metres(cutHeightM))]),
    ...(planes.length > 0 ? [messages.cutByPlanes(planes.length)] : []),
    ...(box ? [messages.cutByBox] : []),
    ...(explodeM > 0 ? [messages.apart(metres(explodeM))] : []),
    ...(isGhost ? [messages.restGhosts] : []),
  ];
}
