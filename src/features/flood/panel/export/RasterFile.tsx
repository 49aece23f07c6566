import { useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, Heading, Note, SelectField, Stack } from '#ui';
import { selectFlood } from '../../state.ts';
import { describeRun, fileName } from './describe-run.ts';
import { messages } from './messages.ts';
import { type Exported, useFiles } from './use-exported.ts';

const moments = ['depth', 'level', 'speed'] as const;
const maps = [
  'max-depth',
  'max-speed',
  'max-hazard',
  'hazard-aidr',
  'arrival',
  'duration',
] as const;
type Quantity = (typeof moments)[number] | (typeof maps)[number] | 'difference';

const units: Readonly<Record<Quantity, string>> = {
  ...{ depth: 'm', level: 'm', speed: 'm/s', 'max-depth': 'm', 'max-speed': 'm/s' },
  ...{ 'max-hazard': 'm²/s', 'hazard-aidr': 'H1–H6', arrival: 's', duration: 's', difference: 'm' },
};

const isMoment = (quantity: Quantity): quantity is (typeof moments)[number] =>
  moments.some((one) => one === quantity);

/** One value a cell, for a GIS. */
export function RasterFile({ exported }: { readonly exported: Exported }) {
  const { line, run, status, timeS, city } = exported;
  const say = useText();
  const { isWorking, save } = useFiles();
  const { compared, look } = useAppState(selectFlood);
  const [quantity, setQuantity] = useState<Quantity>('depth');
  const offered: readonly Quantity[] = [
    ...moments,
    ...maps,
    ...(compared === '' ? [] : (['difference'] as const)),
  ];

  const write = async () => {
    const { bytes } = await line.call('raster', {
      run: run.id,
      of: isMoment(quantity)
        ? { quantity, timeS }
        : {
            quantity: 'map',
            colouring: quantity,
            rating: look.rating,
            arrivalDepthM: look.arrivalDepthM,
            ...(quantity === 'difference' && { other: compared }),
          },
      metadata: {
        QUANTITY: messages.quantities[quantity].en,
        UNIT: units[quantity],
        ...(isMoment(quantity) && { TIME_S: timeS.toFixed(0) }),
        ...(quantity === 'max-hazard' && { RATING_VARIANT: look.rating }),
        ...describeRun(run, status, city),
      },
    });
    return new Blob([bytes], { type: 'image/tiff' });
  };
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.raster)}</Heading>
      <SelectField
        label={say(messages.quantity)}
        value={quantity}
        options={offered.map((value) => ({ value, label: say(messages.quantities[value]) }))}
        onChange={setQuantity}
      />
      <Button
        icon="download"
        disabled={isWorking}
        onClick={() =>
          save(fileName(run, quantity, 'tif', isMoment(quantity) ? timeS : undefined), write)
        }
      >
        {say(isWorking ? messages.working : messages.saveTiff)}
      </Button>
      <Note kind="faint">{say(messages.rasterWhat)}</Note>
    </Stack>
  );
}
