import 'cesium/Build/Cesium/Widgets/widgets.css';
import {
  buildModuleUrl,
  Credit,
  CreditDisplay,
  ImageryLayer,
  Ion,
  TileMapServiceImageryProvider,
} from 'cesium';
import { useEffect, useRef, useState } from 'react';
import { useCesium, Viewer } from 'resium';
import type { Geodetic } from '#model/position.ts';
import { instant } from '#model/time.ts';
import { clearProblem, reportProblem } from '#store/problems.ts';
import type { AppStore } from '#store/store.ts';
import { type Bridge, connectGlobe, type GlobeHandle } from './bridge.ts';
import type { Frames } from './frames.ts';
import type { Layer } from './layer.ts';
import { watchContext } from './lost-context.ts';
import type { ContextPlace } from './pointer.ts';

export interface GlobeProps {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly layers: readonly Layer<object>[];
  /** Where the attributions go. */
  readonly credits: HTMLElement;
  readonly onPointer: (position: Geodetic | undefined) => void;
  readonly onContextMenu: (place: ContextPlace) => void;
  /** Called again after each rebuild of the viewer. */
  readonly onReady: (handle: GlobeHandle) => void;
}

Ion.defaultAccessToken = '';
// The logo credits the ion service, which is never asked; data keep their own attributions.
CreditDisplay.cesiumCredit = new Credit('');

/** How often drawing may fail within a minute before the globe stays still and says so. */
const MOST_FAILURES = 3;
const MINUTE_MS = 60_000;
const stopped = { path: 'globe', code: 'globe-stopped' };

/** The globe. A lost WebGL context builds it anew from the store: same camera, layers and selection. */
export default function Globe(props: GlobeProps) {
  const [build, setBuild] = useState(0);
  const failures = useRef<readonly number[]>([]);
  const rebuild = () => setBuild(build + 1);

  const fail = (error: unknown) => {
    console.error('The globe stopped drawing.', error);
    const now = Date.now();
    failures.current = [...failures.current.filter((time) => now - time < MINUTE_MS), now];
    if (failures.current.length <= MOST_FAILURES) {
      rebuild();
      return;
    }
    reportProblem(props.store, {
      ...stopped,
      text: {
        en: 'The globe stopped drawing. Reload the page; what you see in the address is kept.',
        zh: '地球停止绘制。请重新加载页面；地址中的状态会保留。',
      },
      since: instant(now),
    });
  };

  return <GlobeBuild key={build} {...props} onContextLost={rebuild} onStopped={fail} />;
}

type BuildProps = GlobeProps & {
  readonly onContextLost: () => void;
  readonly onStopped: (error: unknown) => void;
};

function GlobeBuild(props: BuildProps) {
  const [options] = useState(() => viewerOptions(props.credits));
  return (
    <Viewer full {...options}>
      <Connection {...props} />
    </Viewer>
  );
}

function Connection(props: BuildProps) {
  const { viewer } = useCesium();
  const latest = useRef(props);
  const bridge = useRef<Bridge>(undefined);
  latest.current = props;

  useEffect(() => {
    if (!viewer) return;
    const { store, frames, layers } = latest.current;
    const connected = connectGlobe(viewer, {
      store,
      frames,
      onPointer: (position) => latest.current.onPointer(position),
      onContextMenu: (place) => latest.current.onContextMenu(place),
      onStopped: (error) => latest.current.onStopped(error),
    });
    clearProblem(store, stopped);
    bridge.current = connected;
    connected.setLayers(layers);
    latest.current.onReady(connected.handle);
    const forget = watchContext(viewer.canvas, () => latest.current.onContextLost());
    return () => {
      forget();
      bridge.current = undefined;
      connected.disconnect();
    };
  }, [viewer]);

  useEffect(() => bridge.current?.setLayers(props.layers), [props.layers]);
  return null;
}

function viewerOptions(creditContainer: HTMLElement) {
  const naturalEarth = TileMapServiceImageryProvider.fromUrl(
    buildModuleUrl('Assets/Textures/NaturalEarthII'),
    { credit: new Credit('Natural Earth', true) },
  );
  return {
    animation: false,
    baseLayerPicker: false,
    fullscreenButton: false,
    geocoder: false,
    homeButton: false,
    infoBox: false,
    navigationHelpButton: false,
    projectionPicker: false,
    sceneModePicker: false,
    selectionIndicator: false,
    timeline: false,
    vrButton: false,
    scene3DOnly: true,
    // No stars: their pictures are coarse, and a calm sky lets the city speak.
    skyBox: false,
    shouldAnimate: false,
    showRenderLoopErrors: false,
    blurActiveElementOnCanvasFocus: true,
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    useBrowserRecommendedResolution: false,
    baseLayer: ImageryLayer.fromProviderAsync(naturalEarth, {}),
    creditContainer,
  } as const;
}
