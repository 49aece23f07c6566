// Lets screens find things of other features: the sensor that stands at a node.

import { PIPES_NEIGHBOURS } from '../contract/neighbours.ts';
import type { StartPart } from './part.ts';

export const startNeighbours: StartPart = ({ frames, find }) => {
  frames.publish(PIPES_NEIGHBOURS, find);
  return () => frames.publish(PIPES_NEIGHBOURS, undefined);
};
