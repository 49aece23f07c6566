import type { PipeMarks } from './marks.ts';

/**
 * Channel of `scene/frames.ts` with the `PipeMarks` of the open tool: a trace, a list of valves. The session joins
 * them with those of the incident and publishes both on `PIPE_MARKS`; the tool takes them away when it closes.
 */
export const TOOL_MARKS = 'pipes/tool-marks';
export type ToolMarks = Partial<PipeMarks>;
