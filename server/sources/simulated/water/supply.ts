import type { Signal } from '../world.ts';

/** What the water network gives to its meters. Its solutions come from a thread, so a span is prepared first. */
export interface WaterSupply {
  /** Whether readings at this instant can be made now. */
  isReady(timeMs: number): boolean;
  /** Resolves when readings from `fromMs` to `toMs` can be made. */
  prepare(fromMs: number, toMs: number): Promise<void>;
  /** Pa at a junction; each is undefined where the model has no such element. */
  pressure(node: string): Signal | undefined;
  /** m³/s through a pipe, pump or valve, against its direction negative. */
  flow(link: string): Signal | undefined;
  /** m over the floor of a tank. */
  level(tank: string): Signal | undefined;
  /** Speed of a pump as a share of its rated one, 0 while it stands. */
  speed(pump: string): Signal | undefined;
  /** W that a pump draws. */
  power(pump: string): Signal | undefined;
  close(): Promise<void>;
}

/** The supply of a city that has no water model. */
export const noSupply: WaterSupply = {
  isReady: () => true,
  prepare: async () => {},
  pressure: () => undefined,
  flow: () => undefined,
  level: () => undefined,
  speed: () => undefined,
  power: () => undefined,
  close: async () => {},
};
