import type { BimLook } from '../contract.ts';

/** Whether something is isolated, hidden, lifted or cut away; colours and ghosts take nothing away. */
export const isChanged = ({
  isolated,
  hidden,
  explodeM,
  cutStorey,
  planes,
  box,
}: BimLook): boolean =>
  isolated.length > 0 ||
  hidden.length > 0 ||
  explodeM > 0 ||
  cutStorey !== undefined ||
  planes.length > 0 ||
  box !== undefined;
