import { ShadowMode } from 'cesium';
import { BUILDING_TRAITS, type BuildingTraits } from '#model/building-traits.ts';
import { airOf } from '#scene/air.ts';
import { BUILDING_COLOURS, type BuildingColours } from '#scene/building-colours.ts';
import { createFeatureState, type FeatureState } from '#scene/feature-state.ts';
import type { Layer, Stage } from '#scene/layer.ts';
import { type OpenTileset, openTileset } from '#scene/open-tileset.ts';
import { pickedFeature } from '#scene/picked-feature.ts';
import { initialLayer, selectLayer } from '#store/layers.ts';
import type { Preferences } from '#store/preferences.ts';
import type { Selected } from '#store/selection.ts';
import type { AppState, OpenCity } from '#store/store.ts';
import { lendColours } from './kernel/lent-colours.ts';
import { litShares, solarHour } from './layer/lit-windows.ts';
import { citySlice } from './state.ts';

/** What the worker sends on the channel `city`: 4 bytes a building, see `scene/feature-state.ts`. */
export interface CityFrame {
  readonly rgba: Uint8Array;
}

interface CityPicture {
  readonly city: OpenCity | undefined;
  readonly on: boolean;
  readonly opacity: number;
  readonly isXray: boolean;
  readonly theme: Preferences['theme'];
  readonly selection: readonly Selected[];
  /** Of the city's own day, 0 … 24, by the half hour: who is at home and who at work decides what is lit. */
  readonly hour: number;
}

/** An open city on the globe. */
interface Standing {
  readonly city: OpenCity;
  readonly state: FeatureState;
  readonly tilesets: readonly OpenTileset[];
}

const selectCityLayer = selectLayer(citySlice.id);

/** The buildings of the open city, streamed, coloured by the worker's table, selectable. */
export function createLayer(): Layer<CityPicture> {
  let stage: Stage | undefined;
  let standing: Standing | undefined;
  // Kept while detached: a rebuilt globe gets the colours back without asking the worker.
  let colours: { readonly city: OpenCity; readonly rgba: Uint8Array } | undefined;
  let lent: BuildingColours | undefined;
  let traits: BuildingTraits | undefined;

  function build(city: OpenCity, theme: Preferences['theme']): Standing {
    const layers = city.manifest.layers.filter((layer) => layer.kind === 'buildings');
    const count = layers.reduce((sum, layer) => sum + layer.count, 0);
    const state = createFeatureState(count, theme, airOf(need(stage).scene), middleOf(city));
    const tilesets = layers.map((layer) =>
      openTileset(need(stage), {
        url: `${city.baseUrl}${layer.tileset}`,
        name: layer.name,
        path: `${citySlice.id}/${layer.id}`,
        shader: state.shader,
        shadows: ShadowMode.ENABLED,
      }),
    );
    return { city, state, tilesets };
  }

  function clear(): void {
    for (const tileset of standing?.tilesets ?? []) tileset.close();
    standing?.state.destroy();
    standing = undefined;
  }

  return {
    id: citySlice.id,
    select: (state: AppState) => {
      const { on, opacity } = selectCityLayer(state) ?? initialLayer;
      return {
        city: state.city,
        on,
        opacity,
        isXray: citySlice.select(state).xray,
        theme: state.preferences.theme,
        selection: state.selection,
        hour: solarHour(state),
      };
    },

    channels: [BUILDING_COLOURS, BUILDING_TRAITS],

    attach: (given) => {
      stage = given;
    },

    update(next, previous) {
      if (standing?.city !== next.city) {
        clear();
        standing = next.city && build(next.city, next.theme);
        if (!standing) stage?.reportStatus({ kind: 'idle' });
      }
      const frame = stage?.frames.take<CityFrame>(citySlice.id);
      if (frame && next.city) colours = { city: next.city, rgba: frame.rgba };
      const nowLent = stage?.frames.peek<BuildingColours>(BUILDING_COLOURS);
      const isLentAnew = nowLent !== lent;
      lent = nowLent;
      if (!standing) return;

      const { state, tilesets } = standing;
      const isNew = !previous || previous.city !== next.city;
      const nowTraits = stage?.frames.peek<BuildingTraits>(BUILDING_TRAITS);
      if (nowTraits && nowTraits.build === next.city?.manifest.build) {
        if (isNew || nowTraits !== traits) state.setTraits(nowTraits.bytes);
        traits = nowTraits;
      }
      if (colours && colours.city === next.city && (frame || isNew || isLentAnew)) {
        const isOurs = lent?.build === next.city?.manifest.build;
        state.setTable(isOurs && lent ? lendColours(colours.rgba, lent.rgba) : colours.rgba);
      }
      if (isNew || previous.selection !== next.selection) state.setSelected(indicesOf(next));
      if (isNew || previous.theme !== next.theme) state.setTheme(next.theme);
      if (isNew || previous.hour !== next.hour) state.setLit(litShares(next.hour));
      if (isNew || previous.opacity !== next.opacity || previous.isXray !== next.isXray) {
        state.setTransparency(next.opacity, next.isXray);
        for (const tileset of tilesets) tileset.wear(state.shader);
      }
      for (const tileset of tilesets) tileset.show(next.on && next.opacity > 0);
    },

    pick(picked) {
      const feature = pickedFeature(picked);
      const isOurs = standing?.tilesets.some((one) => one.has(feature?.tileset)) ?? false;
      if (!feature || !isOurs) return undefined;
      return { feature: citySlice.id, index: feature.index, id: feature.id };
    },

    detach() {
      clear();
      stage = undefined;
    },
  };
}

function middleOf({ manifest: { boundsDeg } }: OpenCity) {
  const [west, south, east, north] = boundsDeg;
  return { longitudeDeg: (west + east) / 2, latitudeDeg: (south + north) / 2 };
}

const indicesOf = ({ selection }: CityPicture) =>
  selection.filter((one) => one.feature === citySlice.id).map((one) => one.index);

function need(stage: Stage | undefined): Stage {
  if (!stage) throw new Error('The city is drawn only while it is attached to a globe.');
  return stage;
}
