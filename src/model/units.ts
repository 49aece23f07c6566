// Branded SI numbers. Inside Panopolis every quantity is SI (metres, pascals, seconds, radians);
// other units exist only at borders, where the unit stands in the name.

declare const unit: unique symbol;
type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

export type Metres = Quantity<'m'>;
export type SquareMetres = Quantity<'m2'>;
export type Seconds = Quantity<'s'>;
export type Radians = Quantity<'rad'>;
export type Pascals = Quantity<'Pa'>;
export type CubicMetresPerSecond = Quantity<'m3/s'>;
export type MetresPerSecond = Quantity<'m/s'>;

export const metres = (value: number) => value as Metres;
export const squareMetres = (value: number) => value as SquareMetres;
export const seconds = (value: number) => value as Seconds;
export const radians = (value: number) => value as Radians;
export const pascals = (value: number) => value as Pascals;
export const cubicMetresPerSecond = (value: number) => value as CubicMetresPerSecond;
export const metresPerSecond = (value: number) => value as MetresPerSecond;

const DEGREE = Math.PI / 180;

/** Degrees, as files and people write them, to radians. */
export const fromDegrees = (angleDeg: number): Radians => radians(angleDeg * DEGREE);

/** Radians to degrees, for display and for files. */
export const toDegrees = (angle: Radians): number => angle / DEGREE;
