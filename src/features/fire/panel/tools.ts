import type { ComponentType } from 'react';
import type { Text } from '#model/text.ts';
import { evacuationSection } from './evacuation/section.ts';
import { evacuationTool } from './evacuation/tool.ts';
import { exportTool } from './export/tool.ts';
import { responseSection } from './response/section.ts';
import { responseTool } from './response/tool.ts';
import { coloursSection, riskBesideFireSection, riskSection } from './risk/section.ts';
import { riskTool } from './risk/tool.ts';
import { smokeSection } from './smoke/section.ts';
import { smokeTool } from './smoke/tool.ts';
import { wildlandTool } from './wildland/tool.ts';

/** One of the tools in the fire's card; one is open at a time (`openTool`), in place of the card's own parts. */
export interface FireTool {
  readonly id: string;
  readonly name: Text;
  /** One line: what it answers. */
  readonly summary: Text;
  /** Name of an icon of the house kit. */
  readonly icon: string;
  /** `fire`: offered while a fire is shown; `always`: before the first one too. */
  readonly when: 'fire' | 'always';
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** A part of the card that is in view without a further press. */
export interface FireSection {
  readonly id: string;
  readonly name: Text;
  readonly when: 'fire' | 'no-fire' | 'always';
  readonly isInitiallyOpen: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** In the order of the card. Each owner adds a line: `panel/<tool>/tool.ts` exports the entry. */
export const tools: readonly FireTool[] = [
  responseTool,
  riskTool,
  smokeTool,
  evacuationTool,
  wildlandTool,
  exportTool,
];

/** In the order of the card, below the status of the shown fire. */
export const sections: readonly FireSection[] = [
  responseSection,
  smokeSection,
  evacuationSection,
  riskSection,
  coloursSection,
  riskBesideFireSection,
];
