import { SECTION_TOOL } from '../../contract/section.ts';
import type { PipesTool } from '../tools.ts';
import { messages } from './messages.ts';

export const sectionTool: PipesTool = {
  id: SECTION_TOOL,
  name: messages.name,
  summary: messages.summary,
  icon: 'section',
  isAvailable: (networks) => networks.length > 0,
  load: () => import('./SectionTool.tsx'),
};
