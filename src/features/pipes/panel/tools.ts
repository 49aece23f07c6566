import type { ComponentType } from 'react';
import type { Text } from '#model/text.ts';
import type { OpenNetwork } from '../contract.ts';
import { burstTool } from './burst/tool.ts';
import { clearanceTool } from './clearance/tool.ts';
import { contaminationTool } from './contamination/tool.ts';
import { drainageTool } from './drainage/tool.ts';
import { fireFlowTool } from './fire-flow/tool.ts';
import { gasHeatTool } from './gas-heat/tool.ts';
import { leakTool } from './leak/tool.ts';
import { nightFlowTool } from './night-flow/tool.ts';
import { placeTool } from './place/tool.ts';
import { sectionTool } from './section/tool.ts';
import { supplyTool } from './supply/tool.ts';
import { traceTool } from './trace/tool.ts';

/** One of the tools in the networks' card; one is open at a time. */
export interface PipesTool {
  readonly id: string;
  readonly name: Text;
  /** One line: what it answers. */
  readonly summary: Text;
  /** Name of an icon of the house kit. */
  readonly icon: string;
  readonly isAvailable: (networks: readonly OpenNetwork[]) => boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** In the order of the card. */
export const tools: readonly PipesTool[] = [
  burstTool,
  leakTool,
  nightFlowTool,
  traceTool,
  supplyTool,
  fireFlowTool,
  contaminationTool,
  drainageTool,
  gasHeatTool,
  sectionTool,
  clearanceTool,
  placeTool,
];
