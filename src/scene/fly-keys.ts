import { Cartesian3, type Scene } from 'cesium';

/** Share of the height over the ground that is flown in a second. */
const SPEED_PER_HEIGHT = 0.9;
const SLOWEST_M_PER_S = 8;
const FASTEST_M_PER_S = 2_000_000;
const SHIFT = 4;

const directions: Readonly<Record<string, readonly [right: number, forward: number]>> = {
  KeyW: [0, 1],
  KeyS: [0, -1],
  KeyA: [-1, 0],
  KeyD: [1, 0],
};

/** W, A, S, D fly level over the ground, Shift faster; no frame is asked for while none is held. */
export function linkFlyKeys(scene: Scene): () => void {
  const held = new Set<string>();
  let isFast = false;
  let handle = 0;
  let before = 0;

  function flyOn(time: number): void {
    const seconds = Math.min(0.1, (time - before) / 1000);
    before = time;
    let [right, forward] = [0, 0];
    for (const key of held) {
      right += directions[key]?.[0] ?? 0;
      forward += directions[key]?.[1] ?? 0;
    }
    const length = Math.hypot(right, forward);
    if (length > 0)
      flyLevel(scene, right / length, forward / length, seconds * (isFast ? SHIFT : 1));
    handle = held.size > 0 ? requestAnimationFrame(flyOn) : 0;
  }

  function press(event: KeyboardEvent): void {
    isFast = event.shiftKey;
    if (!(event.code in directions) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
    held.add(event.code);
    if (handle !== 0) return;
    scene.camera.cancelFlight();
    before = performance.now();
    handle = requestAnimationFrame(flyOn);
  }

  function release(event: KeyboardEvent): void {
    isFast = event.shiftKey;
    held.delete(event.code);
  }

  const releaseAll = () => held.clear();
  window.addEventListener('keydown', press);
  window.addEventListener('keyup', release);
  window.addEventListener('blur', releaseAll);
  return () => {
    cancelAnimationFrame(handle);
    window.removeEventListener('keydown', press);
    window.removeEventListener('keyup', release);
    window.removeEventListener('blur', releaseAll);
  };
}

function flyLevel(scene: Scene, right: number, forward: number, seconds: number): void {
  const { camera } = scene;
  const { heading, pitch, roll } = camera;
  const { longitude, latitude, height } = camera.positionCartographic;
  const overGround = height - (scene.globe.getHeight(camera.positionCartographic) ?? 0);
  const speed = Math.min(FASTEST_M_PER_S, Math.max(SLOWEST_M_PER_S, overGround * SPEED_PER_HEIGHT));
  const { maximumRadius } = scene.globe.ellipsoid;
  const angle = (speed * seconds) / (maximumRadius + height);
  const north = forward * Math.cos(heading) - right * Math.sin(heading);
  const east = forward * Math.sin(heading) + right * Math.cos(heading);
  camera.setView({
    destination: Cartesian3.fromRadians(
      longitude + (east * angle) / Math.max(0.01, Math.cos(latitude)),
      Math.min(1.56, Math.max(-1.56, latitude + north * angle)),
      height,
    ),
    orientation: { heading, pitch, roll },
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"], [role="dialog"]') !== null)
  );
}
