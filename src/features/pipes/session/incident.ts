// The burst that is being dealt with: looks up where it is, works out the plan, notes what was known, keeps the log.

import { showIncident } from '../state/incident.ts';
import { selectPipes } from '../state.ts';
import { addRequested } from './incident/add-requested.ts';
import { keepLog } from './incident/keep-log.ts';
import { noteKnown } from './incident/note-known.ts';
import { followPlan } from './incident/plan.ts';
import { tellBurst } from './incident/tell-burst.ts';
import type { StartPart } from './part.ts';

export const startIncident: StartPart = (context) => {
  const { store } = context;
  const cityOf = () => store.getState().city?.manifest.id;
  const incidentOf = () => selectPipes(store.getState()).incident?.key;
  const city = cityOf();
  let known = incidentOf();
  const forget = store.subscribe(() => {
    if (cityOf() === city) known = incidentOf();
  });
  const ends = [addRequested, followPlan, noteKnown, keepLog, tellBurst].map((start) =>
    start(context),
  );
  return () => {
    forget();
    for (const end of ends.reverse()) end();
    // It stays with its city; that is kept, and can be brought back.
    if (cityOf() !== city && known !== undefined && incidentOf() === known) {
      showIncident(store, undefined);
    }
  };
};
