import { ENGINE } from '#simulation/hydraulics/epanet.ts';

/** What values on screen say they come from. */
export const MODEL = `${ENGINE}, pressure-driven`;
