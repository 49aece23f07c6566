// A part of a scenario as an operator at work from `nowS` on: what should have begun before begins then.

import { createBreach } from './breach.ts';
import { createCulvert, createPump } from './conveyors.ts';
import { createBurst, createDamBreak, createInflow } from './inflows.ts';
import type { Operator, Workshop } from './operator.ts';
import type { ForcingPart, RainSource } from './parts.ts';
import { createStage } from './stage.ts';
import { createBarrier, createGate } from './walls.ts';

export function createOperator(
  part: Exclude<ForcingPart, RainSource>,
  shop: Workshop,
  nowS: number,
): Operator {
  switch (part.kind) {
    case 'inflow':
      return createInflow(part, shop);
    case 'burst':
      return createBurst(part, shop);
    case 'stage':
      return createStage(part, shop);
    case 'dam-break':
      return createDamBreak({ ...part, atS: Math.max(nowS, part.atS) }, shop);
    case 'breach':
      return createBreach({ ...part, atS: Math.max(nowS, part.atS) }, shop);
    case 'barrier':
      return createBarrier({ ...part, fromS: Math.max(nowS, part.fromS) }, shop);
    case 'gate':
      return createGate(part, shop);
    case 'pump':
      return createPump({ ...part, fromS: Math.max(nowS, part.fromS) }, shop);
    case 'culvert':
      return createCulvert(part, shop);
  }
}
