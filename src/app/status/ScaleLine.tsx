import { useEffect, useState } from 'react';
import { metres } from '#model/units.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { messages } from './messages.ts';
import { metresPerPixel, scaleBar, toLengthText } from './scale.ts';
import styles from './status-bar.module.css';

/** Longest the bar may be, CSS pixels. */
const ROOM_PX = 96;

export function ScaleLine() {
  const say = useText();
  const camera = useAppState((state) => state.camera);
  const groundM = useAppState(({ city }) => city?.manifest.heightM[0] ?? 0);
  const viewport = useViewport();
  const perPixel = metresPerPixel(camera, metres(groundM), viewport);
  if (perPixel === undefined) return null;
  const { lengthM, lengthPx } = scaleBar(perPixel, ROOM_PX);
  const length = toLengthText(lengthM);
  return (
    <span className={styles.scale} role="img" aria-label={say(messages.scale(length))}>
      <span aria-hidden>{length}</span>
      <span className={styles.scaleBar} style={{ inlineSize: `${lengthPx}px` }} aria-hidden />
    </span>
  );
}

/** How high the eye stands above the ellipsoid. */
export function EyeHeight() {
  const say = useText();
  const heightM = useAppState(({ camera }) => camera.position.height);
  const text =
    heightM < 10_000
      ? `${Math.round(heightM).toLocaleString('en-GB')} m`
      : `${Math.round(heightM / 1000).toLocaleString('en-GB')} km`;
  return (
    <span className={styles.quiet} title={say(messages.eyeHint)}>
      {say(messages.eye(text))}
    </span>
  );
}

function useViewport() {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const measure = () => setSize({ width: innerWidth, height: innerHeight });
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return size;
}
