import type { Language } from '#model/text.ts';
import type { Preferences } from '#store/preferences.ts';
import type { Selected } from '#store/selection.ts';
import type { EvacuationRequest } from '../contract/evacuation.ts';
import type { ReleaseScenario } from '../contract/smoke.ts';
import type { FireScenario } from '../contract.ts';
import type { FirePointing } from '../state/initial.ts';
import type { FireLook } from '../state/look.ts';

/** What is shown of fire. */
export interface FireView {
  readonly on: boolean;
  readonly opacity: number;
  readonly theme: Preferences['theme'];
  readonly language: Language;
  readonly look: FireLook;
  /** Id of the open tool of the card. */
  readonly tool: string;
  readonly fire: FireScenario | undefined;
  /** What the shown one is compared with. */
  readonly compared: FireScenario | undefined;
  readonly release: ReleaseScenario | undefined;
  readonly evacuation: EvacuationRequest | undefined;
  readonly pointing: FirePointing | undefined;
  readonly selection: readonly Selected[];
  /** Whether the clock runs through the fire. */
  readonly isPlaying: boolean;
  /** Of the city's ground and roofs above the ellipsoid, m. */
  readonly heightM: readonly [number, number] | undefined;
}
