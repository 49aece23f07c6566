import { useEffect } from 'react';
import { useFrames } from '#scene/use-frames.tsx';
import { TOOL_MARKS, type ToolMarks } from '../contract/tool-marks.ts';

/** Shows these marks on the globe as long as the tool stands; the same object is published once. */
export function useToolMarks(marks: ToolMarks | undefined): void {
  const frames = useFrames();
  useEffect(() => {
    frames.publish(TOOL_MARKS, marks);
    return () => frames.publish(TOOL_MARKS, undefined);
  }, [frames, marks]);
}
