// Who colours the buildings by fire: what the look says, painted at most five times a second and only where a byte
// differs. Between features the one that a person turned to last is seen (`scene/building-colours.ts`).

import type { StartPart } from '#features/feature.ts';
import { lendColoursTo } from '#scene/building-colours.ts';
import { selectLayer } from '#store/layers.ts';
import type { AppState } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { FIRE_COLOURS, type FireColours } from '../contract/colours.ts';
import { FIRE_COVER } from '../contract/response.ts';
import { FIRE_RISK } from '../contract/risk.ts';
import { FIRE_ENSEMBLE, FIRE_MOMENT, FIRE_SPREAD, SECOND_SPREAD } from '../contract/spread.ts';
import { FIRE } from '../contract.ts';
import { chosenColouring } from '../kernel/colours/choose.ts';
import { type ColourSource, paintBuildings, toWords } from '../kernel/colours/paint.ts';
import { fireScale, type ShownColouring } from '../kernel/colours/scales.ts';
import { ColourTable } from '../kernel/colours/table.ts';
import type { BuildingColouring } from '../state/look.ts';
import { selectFire } from '../state.ts';
import { countOf, sourceOf } from './building-colours/source.ts';

const PAUSE_MS = 200;

const channelsOf: Readonly<Record<BuildingColouring, readonly string[]>> = {
  'risk-class': [FIRE_RISK],
  'risk-percentile': [FIRE_RISK],
  burning: [FIRE_SPREAD, FIRE_MOMENT],
  arrival: [FIRE_SPREAD],
  difference: [FIRE_SPREAD, SECOND_SPREAD, FIRE_MOMENT],
  probability: [FIRE_ENSEMBLE],
  'first-engine': [FIRE_COVER],
  'full-alarm': [FIRE_COVER],
  none: [],
};

export const colourBuildings: StartPart = ({ store, frames }) => {
  const loan = lendColoursTo(frames, FIRE);
  const table = new ColourTable();
  const palettes = new Map<ShownColouring, Uint32Array>();
  let painted: BuildingColouring = 'none';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let paintedMs = Number.NEGATIVE_INFINITY;

  const colouring = () => colouringOf(store.getState());

  function soon(): void {
    timer ??= setTimeout(paint, Math.max(0, paintedMs + PAUSE_MS - performance.now()));
  }

  function paint(): void {
    timer = undefined;
    paintedMs = performance.now();
    const state = store.getState();
    const wanted = colouringOf(state);
    const build = state.city?.manifest.build;
    const source = wanted === 'none' ? undefined : sourceOf(wanted, state, frames);
    if (wanted !== painted) table.forget();
    painted = wanted;
    if (!source || build === undefined) {
      table.forget();
      loan.lend(undefined);
      tell({ colouring: wanted, counts: [] });
      return;
    }
    const palette = paletteOf(source);
    const counts = new Uint32Array(palette.length);
    const rgba = table.paint(countOf(source), (words) =>
      paintBuildings(words, source, palette, counts),
    );
    if (rgba) loan.lend({ build, rgba });
    tell({ colouring: wanted, counts: [...counts] });
  }

  function paletteOf({ colouring: of }: ColourSource): Uint32Array {
    const known = palettes.get(of) ?? toWords(fireScale(of).colours);
    palettes.set(of, known);
    return known;
  }

  /** A legend that says the same stays as it is. */
  function tell(next: FireColours): void {
    const known = frames.peek<FireColours>(FIRE_COLOURS);
    const isSame =
      known?.colouring === next.colouring && known.counts.join() === next.counts.join();
    if (!isSame) frames.publish(FIRE_COLOURS, next);
  }

  const ends = [
    frames.subscribe((channel) => channelsOf[colouring()].includes(channel) && soon()),
    watch(
      store,
      (state) => turnedToIn(state),
      () => {
        if (colouring() !== 'none') loan.ask();
        soon();
      },
    ),
    watch(
      store,
      (state) => [
        state.city?.manifest.build,
        selectFire(state).scenarios,
        selectFire(state).compared,
      ],
      soon,
    ),
  ];
  soon();
  return () => {
    for (const end of ends) end();
    clearTimeout(timer);
    loan.lend(undefined);
    frames.publish(FIRE_COLOURS, undefined);
  };
};

function colouringOf(state: AppState): BuildingColouring {
  if (!selectLayer(FIRE)(state).on) return 'none';
  const { look, shown, tool } = selectFire(state);
  return chosenColouring(look.buildings, { hasFire: shown !== '', tool });
}

/** What a person turns to: another one of these asks for the buildings. */
const turnedToIn = (state: AppState) => [colouringOf(state), selectFire(state).shown];
