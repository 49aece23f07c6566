import { useEffect, useState } from 'react';
import type { Geodesy } from './placing-geodesy.ts';

let loading: Promise<Geodesy> | undefined;

/** Undefined while it is on its way. */
export function useGeodesy(): Geodesy | undefined {
  const [geodesy, setGeodesy] = useState<Geodesy>();
  useEffect(() => {
    let isGone = false;
    loading ??= import('./placing-geodesy.ts').then(({ loadGeodesy }) => loadGeodesy());
    void loading.then((loaded) => {
      if (!isGone) setGeodesy(loaded);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return geodesy;
}
