import { expect, it } from 'vitest';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import { offersOf } from './contraflow-offers.ts';

const aRoute = (
  street: string,
  name: string,
  queueM: number,
  isTwoWay = true,
): EvacuationResult['routes'][number] => ({
  ...{ street, name, queueM, isTwoWay, line: [], people: 10 },
});

it('offers streets by name, the longest queue first, and only those with a lane each way', () => {
  const routes = [
    aRoute('S-1', 'Long Street', 40),
    aRoute('S-2', 'Long Street', 120),
    aRoute('S-3', 'One Way', 900, false),
    aRoute('S-4', 'High Street', 300),
    aRoute('S-5', '', 80),
    aRoute('S-6', 'Quiet Street', 5),
  ];
  expect(offersOf({ routes }, [])).toEqual([
    { name: 'High Street', streets: ['S-4'], queueM: 300 },
    { name: 'Long Street', streets: ['S-1', 'S-2'], queueM: 120 },
    { name: 'S-5', streets: ['S-5'], queueM: 80 },
  ]);
  expect(offersOf({ routes }, ['S-6']).at(-1)).toEqual({
    ...{ name: 'Quiet Street', streets: ['S-6'], queueM: 5 },
  });
});
