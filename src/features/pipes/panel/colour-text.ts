/** 0xRRGGBB as CSS writes it. */
export const toCss = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
