// The burst that is being dealt with: looks up where it is, works out the plan, notes what was known, keeps the log.

import { addRequested } from './incident/add-requested.ts';
import { keepLog } from './incident/keep-log.ts';
import { noteKnown } from './incident/note-known.ts';
import { followPlan } from './incident/plan.ts';
import type { StartPart } from './part.ts';

export const startIncident: StartPart = (context) => {
  const ends = [addRequested, followPlan, noteKnown, keepLog].map((start) => start(context));
  return () => {
    for (const end of ends.reverse()) end();
  };
};
