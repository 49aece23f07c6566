import { useEffect, useState } from 'react';
import { GLOBE_PICTURE, type TakePicture } from './picture.ts';
import { useFrame } from './use-frames.tsx';

/** Address of the globe's picture as it stood when this was first drawn; undefined until it is taken. */
export function usePicture(): string | undefined {
  const take = useFrame<TakePicture>(GLOBE_PICTURE);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!take) return;
    let isGone = false;
    let made: string | undefined;
    take().then(
      (blob) => {
        if (isGone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      // A sheet without its picture is better than none.
      () => {},
    );
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [take]);
  return url;
}
