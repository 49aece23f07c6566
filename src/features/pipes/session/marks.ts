// Joins the marks of the incident with those of the open tool: the painter takes one channel.

import { PIPE_MARKS } from '../contract/marks.ts';
import { TOOL_MARKS, type ToolMarks } from '../contract/tool-marks.ts';
import { joinMarks } from '../kernel/join-marks.ts';
import { INCIDENT_MARKS } from './incident/channels.ts';
import type { StartPart } from './part.ts';

export const startMarks: StartPart = ({ frames }) => {
  const publish = () => {
    const own = frames.peek<ToolMarks>(INCIDENT_MARKS);
    frames.publish(PIPE_MARKS, joinMarks([own, frames.peek<ToolMarks>(TOOL_MARKS)]));
  };
  const stop = frames.subscribe((channel) => {
    if (channel === INCIDENT_MARKS || channel === TOOL_MARKS) publish();
  });
  publish();
  return () => {
    stop();
    frames.publish(PIPE_MARKS, undefined);
  };
};
