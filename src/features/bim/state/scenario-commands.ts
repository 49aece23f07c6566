// Scenarios by key: 0 is what exists, 1 to 4 are the first proposals.

import type { Command } from '#store/command.ts';
import { selectScenarios, showScenario } from '#store/scenarios.ts';
import { messages } from '../messages/scenario.ts';

const SCENARIO_KEYS = 4;

export const scenarioCommands: readonly Command[] = Array.from(
  { length: SCENARIO_KEYS + 1 },
  (_, number) => ({
    id: `bim.scenario.${number}`,
    title: number === 0 ? messages.showExisting : messages.showScenario(number),
    icon: number === 0 ? 'home' : 'skyscraper',
    shortcut: String(number),
    when: (state) => {
      const { scenarios } = selectScenarios(state);
      return scenarios.length > 0 && number <= scenarios.length;
    },
    run: (store) => showScenario(store, number),
  }),
);
