import { formatQuantity, useKit } from '#ui';
import type { GasHeatFigure } from '../../contract/gas-heat.ts';

type Unit = GasHeatFigure['unit'];

/** Writes a value in SI as people read it: kPa or bar by size, kW or MW, per cent. */
export function useFigure(): (value: number, unit: Unit) => string {
  const { language } = useKit();
  return (value, unit) => {
    const { factor, symbol, decimals } = shownAs(Math.abs(value), unit);
    return formatQuantity(value * factor, symbol, language, { decimals });
  };
}

function shownAs(size: number, unit: Unit) {
  switch (unit) {
    case 'Pa':
      return size < 20_000
        ? { factor: 0.01, symbol: 'mbar', decimals: 1 }
        : { factor: 1e-5, symbol: 'bar', decimals: 2 };
    case 'Pa/m':
      return { factor: 1, symbol: 'Pa/m', decimals: 1 };
    case 'kg/s':
      return { factor: 1, symbol: 'kg/s', decimals: size < 1 ? 3 : 1 };
    case 'W':
      return size < 2e6
        ? { factor: 1e-3, symbol: 'kW', decimals: 0 }
        : { factor: 1e-6, symbol: 'MW', decimals: 1 };
    case 'm/s':
      return { factor: 1, symbol: 'm/s', decimals: 1 };
    case '°C':
      return { factor: 1, symbol: '°C', decimals: 1 };
    case '1':
      return { factor: 100, symbol: '%', decimals: 0 };
    case 'count':
      return { factor: 1, symbol: '', decimals: 0 };
  }
}
