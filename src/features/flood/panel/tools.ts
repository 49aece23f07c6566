import type { ComponentType } from 'react';
import type { Text } from '#model/text.ts';
import { comparisonSection } from './consequences/compare.ts';
import { consequencesSection } from './consequences/section.ts';
import { consequencesTool } from './consequences/tool.ts';
import { ensembleTool } from './ensemble/tool.ts';
import { exportTool } from './export/tool.ts';
import { forecastTool } from './forecast/tool.ts';
import { liveTool } from './live/tool.ts';

/** One of the tools in the flood's card; one is open at a time (`openTool`), in place of the card's own parts. */
export interface FloodTool {
  readonly id: string;
  readonly name: Text;
  /** One line: what it answers. */
  readonly summary: Text;
  /** Name of an icon of the house kit. */
  readonly icon: string;
  /** `run`: offered while a run is shown; `always`: before the first run too. */
  readonly when: 'run' | 'always';
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** A part of the card that is in view without a further press: what matters of the run that is shown. */
export interface FloodSection {
  readonly id: string;
  readonly name: Text;
  /** `run`: while a run is shown; `comparison`: while a second one is compared with it. */
  readonly when: 'run' | 'comparison';
  readonly isInitiallyOpen: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** In the order of the card. Each owner adds a line: `panel/<tool>/tool.ts` exports the entry. */
export const tools: readonly FloodTool[] = [
  consequencesTool,
  ensembleTool,
  liveTool,
  forecastTool,
  exportTool,
];

/** In the order of the card, below the run's status. */
export const sections: readonly FloodSection[] = [consequencesSection, comparisonSection];
