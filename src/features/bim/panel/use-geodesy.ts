import { useEffect, useState } from 'react';
import type { Geodesy } from './placing-geodesy.ts';

let loading: Promise<Geodesy> | undefined;

/** Undefined while it is on its way. */
export function useGeodesy(): Geodesy | undefined {
  const [geodesy, setGeodesy] = useState<Geodesy>();
  useEffect(() => {
    let isGone = false;
    loading ??= import('./placing-geodesy.ts').then(({ loadGeodesy }) => loadGeodesy());
    loading.then(
      (loaded) => {
        if (!isGone) setGeodesy(loaded);
      },
      // The server is away: asked again when the tool is opened again.
      () => {
        loading = undefined;
      },
    );
    return () => {
      isGone = true;
    };
  }, []);
  return geodesy;
}
