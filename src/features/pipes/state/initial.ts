import type { NetworkMove } from '#model/network-move.ts';
import type { PlaceDeg } from '#model/place-deg.ts';
import type { ListKind } from '../contract/answers.ts';
import type { BurstIncident, BurstSize } from '../contract/burst.ts';
import type { SectionChoice } from '../contract/section.ts';
import type { OpenNetwork, PipeKey, PipesLook } from '../contract.ts';

export interface PipesState {
  readonly look: PipesLook;
  /** The tool that is open in the card, by the id of its entry in `panel/tools.ts`; '' where none is. */
  readonly tool: string;
  readonly networks: readonly OpenNetwork[];
  /** What the list in the card shows. */
  readonly listed: ListKind;
  /** The burst on the screen, running or replayed. */
  readonly incident: BurstIncident | undefined;
  /** A burst that a person marked and whose place the session still looks up. */
  readonly burstRequest: BurstRequest | undefined;
  /** Key of an earlier incident that the session shall bring onto the screen. */
  readonly wantedIncident: string | undefined;
  /** A drill that the session shall begin. */
  readonly drill: 'asked' | 'begun' | 'failed' | undefined;
  /** What is being pointed at on the globe. */
  readonly drawing: PipesDrawing | undefined;
  /** The line of a section that was drawn; empty before. */
  readonly sectionLine: readonly PlaceDeg[];
  /** What sections are shown, and along what. */
  readonly section: SectionChoice;
  /** Where the long section is being read out. */
  readonly sectionPoint: PlaceDeg | undefined;
  /** Where networks were put by hand, by their ids. */
  readonly moves: Readonly<Record<string, NetworkMove>>;
  /** Those of `moves` that a link showed, the very same objects. */
  readonly linkedMoves: Readonly<Record<string, NetworkMove>>;
  /** The one that is being put somewhere, and where a hand had put it before. */
  readonly placing:
    | { readonly network: string; readonly before: NetworkMove | undefined }
    | undefined;
}

export interface PipesDrawing {
  readonly purpose: 'section' | 'place';
  readonly shape: 'line' | 'point';
  readonly points: readonly PlaceDeg[];
  /** The one that is placed. */
  readonly network: string;
}

export interface BurstRequest {
  readonly link: PipeKey;
  readonly share: number;
  readonly size: BurstSize;
  /** Now where undefined. */
  readonly onsetMs: number | undefined;
}

export const initialLook: PipesLook = {
  hidden: [],
  colouring: 'none',
  palette: 'apwa',
  underground: 'xray',
  showFlow: true,
  showValves: true,
  showNodes: true,
};

export const initial: PipesState = {
  look: initialLook,
  tool: '',
  networks: [],
  listed: 'pipes',
  incident: undefined,
  burstRequest: undefined,
  wantedIncident: undefined,
  drill: undefined,
  drawing: undefined,
  sectionLine: [],
  section: { kind: 'cross', along: 'selected', from: undefined, to: undefined },
  sectionPoint: undefined,
  moves: {},
  linkedMoves: {},
  placing: undefined,
};
