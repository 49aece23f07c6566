import type { Language } from '#model/text.ts';
import { metres, radians } from '#model/units.ts';
import type { Target } from '#scene/camera-pose.ts';
import type { Layer, Stage } from '#scene/layer.ts';
import { selectLayer } from '#store/layers.ts';
import type { Preferences } from '#store/preferences.ts';
import type { Selected } from '#store/selection.ts';
import type { AppState } from '#store/store.ts';
import { SENSORS, type SensorFrame } from './contract.ts';
import { findSensor } from './kernel/columns.ts';
import { type Arranging, keepArranged } from './layer/arranging.ts';
import { createPinBoard, PickedPin, type PinBoard } from './layer/pin-board.ts';
import { sensorsSlice } from './state.ts';

interface SensorPicture {
  readonly on: boolean;
  readonly opacity: number;
  readonly theme: Preferences['theme'];
  readonly language: Language;
  readonly selection: readonly Selected[];
  readonly charted: readonly string[];
}

const selectSensorLayer = selectLayer(SENSORS);

/** The sensors as pins: as many as find room, the others counted into their neighbours. */
export function createLayer(): Layer<SensorPicture> {
  let stage: Stage | undefined;
  let board: PinBoard | undefined;
  let arranging: Arranging | undefined;

  return {
    id: SENSORS,

    select: (state: AppState) => {
      const { on, opacity } = selectSensorLayer(state);
      const { theme, language } = state.preferences;
      const { charted } = sensorsSlice.select(state);
      return { on, opacity, theme, language, selection: state.selection, charted };
    },

    attach(given) {
      stage = given;
      board = createPinBoard(given.scene);
      arranging = keepArranged(given, board);
    },

    update(next, previous) {
      if (!stage || !board || !arranging) return;
      const taken = stage.frames.take<SensorFrame>(SENSORS);
      const frame = taken ?? (previous ? undefined : stage.frames.peek<SensorFrame>(SENSORS));
      if (frame) board.setFrame(frame);
      const isMarkedAnew =
        next.selection !== previous?.selection || next.charted !== previous.charted;
      if (frame || isMarkedAnew) markIn(board, next);
      const { theme, language } = next;
      board.wear({ theme, language, isStill: prefersStillness() });
      board.sprites.opacity = next.opacity;
      board.sprites.show = next.on && next.opacity > 0;
      stage.reportStatus({ kind: board.frame ? 'ready' : 'idle' });
      arranging.arrangeSoon();
    },

    pick(picked) {
      const [at] = findPinned(picked);
      const id = at === undefined ? undefined : board?.frame?.sensors.id[at];
      return id === undefined || at === undefined ? undefined : { feature: SENSORS, index: at, id };
    },

    approach(picked) {
      if (!(picked instanceof PickedPin) || picked.part !== 'badge' || !board?.frame)
        return undefined;
      return surroundingsOf(board.frame, findPinned(picked));
    },

    detach() {
      arranging?.stop();
      board?.stop();
      arranging = undefined;
      board = undefined;
      stage = undefined;
    },
  };

  function findPinned(picked: unknown): readonly number[] {
    if (!(picked instanceof PickedPin) || picked.board !== board) return [];
    return board.inside(picked.pin);
  }
}

/** Marks what is selected and what is in the chart. */
function markIn(board: PinBoard, { selection, charted }: SensorPicture): void {
  const sensors = board.frame?.sensors;
  if (!sensors) return;
  const positionsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => findSensor(sensors, id) ?? []);
  board.mark(
    positionsOf(selection.flatMap(({ feature, id }) => (feature === SENSORS ? [id] : []))),
    positionsOf(charted.map((key) => key.slice(0, key.lastIndexOf('/')))),
  );
}

/** Nearer together than this, going nearer doesn't part them. */
const LEAST_RADIUS_M = 4;

/** The middle of these sensors with the radius around all of them; undefined where they stand in one place. */
function surroundingsOf({ sensors }: SensorFrame, at: readonly number[]): Target | undefined {
  const { longitude, latitude, heightM } = sensors;
  const middle = (values: Float64Array) => {
    const all = at.map((one) => values[one]!);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  const [x, y] = [middle(longitude), middle(latitude)];
  const radius = Math.max(
    ...at.map((one) => Math.hypot((longitude[one]! - x) * Math.cos(y), latitude[one]! - y)),
  );
  if (radius * EARTH_RADIUS_M < LEAST_RADIUS_M) return undefined;
  return {
    longitude: radians(x),
    latitude: radians(y),
    height: metres(middle(heightM)),
    radius: metres(radius * EARTH_RADIUS_M * 1.3),
  };
}

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const EARTH_RADIUS_M = 6_371_000;
