// Settings of pumps, gates and weirs: control rules by priority, start and stop levels of pumps, and the time
// that a gate takes. SWMM reference manual vol. II, section 7. SI.

import type { ControlRule, Premise } from '../model.ts';
import type { Drains } from './drains.ts';

const DAY_S = 86_400;

/** `forced` are devices that a person holds: no rule moves them. */
export function applyControls(
  drains: Drains,
  timeS: number,
  stepS: number,
  forced: ReadonlySet<number>,
): void {
  const { devices, model, nodes } = drains;
  for (let k = 0; k < devices.count; k++) {
    const link = model.links[devices.link[k]!]!;
    if (link.kind !== 'pump' || forced.has(k)) continue;
    const depth = nodes.depthM[devices.from[k]!]!;
    if (link.startDepthM > 0 && depth > link.startDepthM) devices.target[k] = 1;
    if (link.stopDepthM > 0 && depth < link.stopDepthM) devices.target[k] = 0;
  }
  if (model.rules.length > 0) applyRules(drains, timeS, forced);
  for (let k = 0; k < devices.count; k++) {
    const link = model.links[devices.link[k]!]!;
    const stroke = link.kind === 'orifice' ? link.strokeS : 0;
    const way = devices.target[k]! - devices.setting[k]!;
    const most = stroke > 0 ? stepS / stroke : 1;
    devices.setting[k] =
      Math.abs(way) <= most ? devices.target[k]! : devices.setting[k]! + Math.sign(way) * most;
  }
}

/** Rules in the order of the file; of those that move one link the highest priority wins, then the first. */
function applyRules(drains: Drains, timeS: number, forced: ReadonlySet<number>): void {
  const winners = new Map<number, { rule: ControlRule; setting: number }>();
  for (const rule of drains.model.rules) {
    const holds = rule.alternatives.some((all) =>
      all.every((premise) => isTrue(drains, premise, timeS)),
    );
    for (const { link, setting } of holds ? rule.actions : rule.otherwise) {
      const winner = winners.get(link);
      if (!winner || rule.priority > winner.rule.priority) winners.set(link, { rule, setting });
    }
  }
  for (const [link, { setting }] of winners) {
    const place = drains.place[link]!;
    if (place >= 0) drains.conduits.opening[place] = setting;
    else if (!forced.has(-1 - place)) drains.devices.target[-1 - place] = setting;
  }
}

function isTrue(drains: Drains, premise: Premise, timeS: number): boolean {
  const value = quantityOf(drains, premise, timeS);
  switch (premise.comparison) {
    case '=':
      return Math.abs(value - premise.value) < 1e-6;
    case '<>':
      return Math.abs(value - premise.value) >= 1e-6;
    case '<':
      return value < premise.value;
    case '<=':
      return value <= premise.value;
    case '>':
      return value > premise.value;
    case '>=':
      return value >= premise.value;
  }
}

function quantityOf(
  { nodes, conduits, devices, place, model }: Drains,
  premise: Premise,
  timeS: number,
): number {
  const { row, quantity } = premise;
  const at = place[row] ?? 0;
  switch (quantity) {
    case 'time':
      return timeS;
    case 'clocktime':
      return (model.options.startMs / 1000 + timeS) % DAY_S;
    case 'head':
      return nodes.invertM[row]! + nodes.depthM[row]!;
    case 'inflow':
      return nodes.inflowM3s[row]!;
    case 'depth':
      if (premise.subject === 'node') return nodes.depthM[row]!;
      return at >= 0 ? conduits.depthM[at]! : devices.depthM[-1 - at]!;
    case 'flow':
      return at >= 0
        ? conduits.flowM3s[at]! * conduits.barrels[at]! * conduits.direction[at]!
        : devices.flowM3s[-1 - at]!;
    case 'setting':
      return at >= 0 ? conduits.opening[at]! : devices.setting[-1 - at]!;
  }
}
