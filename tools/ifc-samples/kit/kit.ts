// Everything that a building is written with.

import { createFacts, type Facts } from './facts.ts';
import { createFinishes, type Finishes } from './finishes.ts';
import { createModel, type Model, type ModelSpec } from './model.ts';
import { createPlates, type Plates } from './plates.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { createRuns, type Runs } from './runs.ts';
import { createSystems, type Systems } from './systems.ts';
import { createTypes, type Types } from './types.ts';
import { createWalls, type Walls } from './walls.ts';

export interface Kit extends Finishes, Facts, Types, Walls, Rooms, Plates, Systems, Runs {
  readonly model: Model;
}

export function createKit(spec: ModelSpec): Kit {
  const model = createModel(spec);
  const finishes = createFinishes(model);
  const facts = createFacts(model);
  const types = createTypes(model, finishes, facts);
  const systems = createSystems(model);
  const base = { ...finishes, ...facts, ...types, ...systems };
  return {
    ...base,
    ...{ ...createWalls(model, base), ...createRooms(model, base), ...createPlates(model, base) },
    ...createRuns(model, base),
    model,
  };
}
