import { Cartesian3, type Scene } from 'cesium';
import { metres, radians } from '#model/units.ts';
import { type CameraPose, type Flight, reportCamera } from '#store/camera.ts';
import type { AppStore } from '#store/store.ts';
import { isSamePose } from './camera-pose.ts';
import { sceneSlice, setHistory } from './state.ts';
import { remember } from './view-history.ts';

/** Least height of the eye over the terrain. */
const CLEARANCE_M = 2;

/**
 * Flies where the store asks and tells it where the eye came to rest: not each frame, since a store that
 * changes 60 times a second would re-render whoever reads the camera.
 */
export function linkCamera(scene: Scene, store: AppStore): () => void {
  const { camera } = scene;
  let flown: Flight | undefined;

  function rest(): void {
    const pose = poseOf(scene);
    const { camera: known } = store.getState();
    if (known.flight || !isSamePose(known, pose)) reportCamera(store, pose);
    setHistory(store, remember(sceneSlice.select(store.getState()).history, pose));
  }

  function fly(flight: Flight): void {
    flown = flight;
    const arrive = () => {
      if (store.getState().camera.flight === flight) rest();
    };
    const duration = prefersStillness() ? 0 : flight.durationS;
    const place = placeOf(flight.to);
    camera.cancelFlight();
    if (duration === 0) {
      camera.setView(place);
      keepAboveGround(scene);
      scene.requestRender();
      arrive();
    } else {
      camera.flyTo({ ...place, duration, complete: arrive, cancel: arrive });
    }
  }

  const start = store.getState().camera;
  camera.setView(placeOf(start.flight?.to ?? start));
  if (start.flight) fly({ ...start.flight, durationS: 0 });

  const forgetStore = store.subscribe(({ camera: { flight } }) => {
    if (flight && flight !== flown) fly(flight);
  });
  const forgetRest = camera.moveEnd.addEventListener(rest);
  const forgetFrame = scene.preRender.addEventListener(() => keepAboveGround(scene));
  return () => {
    camera.cancelFlight();
    forgetStore();
    forgetRest();
    forgetFrame();
  };
}

const placeOf = ({ position, heading, pitch, roll }: CameraPose) => ({
  destination: Cartesian3.fromRadians(position.longitude, position.latitude, position.height),
  orientation: { heading, pitch, roll },
});

function poseOf({ camera }: Scene): CameraPose {
  const { longitude, latitude, height } = camera.positionCartographic;
  return {
    position: {
      longitude: radians(longitude),
      latitude: radians(latitude),
      height: metres(height),
    },
    heading: radians(camera.heading),
    pitch: radians(camera.pitch),
    roll: radians(camera.roll > Math.PI ? camera.roll - 2 * Math.PI : camera.roll),
  };
}

/** Cesium's own collision test answers to input only, not to flights and not to terrain that arrives late. */
function keepAboveGround(scene: Scene): void {
  const { camera, globe } = scene;
  const position = camera.positionCartographic;
  if (position.height > 10_000) return;
  const ground = globe.getHeight(position);
  if (ground === undefined || position.height >= ground + CLEARANCE_M) return;
  Cartesian3.fromRadians(
    position.longitude,
    position.latitude,
    ground + CLEARANCE_M,
    undefined,
    camera.position,
  );
}

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
