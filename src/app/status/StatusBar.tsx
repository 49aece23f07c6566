import { StatusBar as Bar } from '#ui';
import { Attribution } from './Attribution.tsx';
import { ClockText } from './ClockText.tsx';
import { CoordinateButton } from './CoordinateButton.tsx';
import { MemoryButton } from './MemoryButton.tsx';
import { NorthArrow } from './NorthArrow.tsx';
import { EyeHeight, ScaleLine } from './ScaleLine.tsx';

/** Where the pointer is, how long a metre is, where north is, whose data this is, what time it is. */
export function StatusBar() {
  return (
    <Bar
      start={<CoordinateButton />}
      end={
        <>
          <Attribution />
          <EyeHeight />
          <ScaleLine />
          <NorthArrow />
          <MemoryButton />
          <ClockText />
        </>
      }
    />
  );
}
