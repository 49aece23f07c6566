import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

// Cesium needs blob workers, WebAssembly and images from blobs and data URLs; Mantine and Cesium's
// widgets set inline styles. Isolation (COOP, COEP) gives the page SharedArrayBuffer:
// docs/decisions/0007-cross-origin-isolation.md.
const self = "'self'";
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: [self],
    scriptSrc: [self, "'wasm-unsafe-eval'"],
    styleSrc: [self, "'unsafe-inline'"],
    imgSrc: [self, 'data:', 'blob:'],
    fontSrc: [self, 'data:'],
    connectSrc: [self, 'blob:'],
    workerSrc: [self, 'blob:'],
    objectSrc: ["'none'"],
    baseUri: [self],
    formAction: [self],
    frameAncestors: [self],
  },
};

/** Puts the security headers on every answer, errors included. */
export async function registerSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    // Whoever puts TLS in front says so there; over plain HTTP browsers ignore the header.
    strictTransportSecurity: false,
  });
}
