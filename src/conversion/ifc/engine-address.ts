// In the browser: the engine's wasm is a file of the app like any other. Node finds it without.

import address from 'web-ifc/web-ifc.wasm?url';

/** For `startEngine`. */
export const locateEngine = (): string => address;
